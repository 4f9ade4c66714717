package org.cfptrace.connector.correct.adapter;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.cfptrace.connector.correct.FootprintHistory;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.database.Sql;

/** What was known when, in PostgreSQL. */
public final class SqlFootprintHistory implements FootprintHistory {
  private static final String ADD =
      """
      insert into footprint_history (trace_id, period_from, period_to, excl_biogenic_uptake,
        incl_biogenic_uptake, is_complete, figure, shown, known_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String AS_OF =
      """
      select * from footprint_history
      where trace_id = ? and known_at <= ? and (?::date is null or period_to = ?)
        and (?::date is null or period_from = ?)
      order by known_at desc, number desc limit 1
      """;

  private final Sql sql;

  public SqlFootprintHistory(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public Optional<Known> latest(TraceId product, Period period) {
    return sql.first(
        "select * from footprint_history where trace_id = ? and period_from = ? and period_to = ?"
            + " order by number desc limit 1",
        SqlFootprintHistory::known,
        product.uuid(),
        period.from(),
        period.to());
  }

  @Override
  public Optional<Known> asOf(TraceId product, Optional<Period> period, Instant at) {
    return sql.first(
        AS_OF,
        SqlFootprintHistory::known,
        product.uuid(),
        at,
        period.map(Period::to),
        period.map(Period::to),
        period.map(Period::from),
        period.map(Period::from));
  }

  @Override
  public void add(Known known) {
    sql.update(
        ADD,
        known.product().uuid(),
        known.period().from(),
        known.period().to(),
        known.exclBiogenicUptake().value(),
        known.inclBiogenicUptake().value(),
        known.isComplete(),
        known.figure(),
        known.shown(),
        known.at());
  }

  private static Known known(Sql.Row row) throws SQLException {
    return new Known(
        new TraceId(row.uuid("trace_id")),
        new Period(row.date("period_from"), row.date("period_to")),
        new KgCo2e(new BigDecimal(row.text("excl_biogenic_uptake"))),
        new KgCo2e(new BigDecimal(row.text("incl_biogenic_uptake"))),
        row.flag("is_complete"),
        row.text("figure"),
        row.text("shown"),
        row.instant("known_at"));
  }
}
