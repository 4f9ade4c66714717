package org.cfptrace.connector.correct.adapter;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.connector.correct.Correction;
import org.cfptrace.connector.correct.Corrections;
import org.cfptrace.declaration.Audience;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.database.Sql;

/** Declarations that wait for a person, in PostgreSQL. */
public final class SqlCorrections implements Corrections {
  private static final String AWAIT =
      """
      insert into correction as c (id, trace_id, partner, audience, period_from, period_to, reason,
        before_total, before_complete, after_total, after_complete, figure, state, since)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?)
      on conflict (trace_id, partner, period_from, period_to) where state = 'WAITING' do update
      set reason = excluded.reason, after_total = excluded.after_total,
        after_complete = excluded.after_complete, figure = excluded.figure
      """;
  private static final String OBSOLETE =
      """
      update correction set state = 'OBSOLETE', settled_at = ?
      where trace_id = ? and partner = ? and period_from = ? and period_to = ?
        and state = 'WAITING'
      """;

  private final Sql sql;

  public SqlCorrections(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public void await(Correction correction) {
    sql.update(
        AWAIT,
        correction.id(),
        correction.product().uuid(),
        correction.partner().toString(),
        correction.audience(),
        correction.period().from(),
        correction.period().to(),
        correction.why(),
        correction.before().map(total -> total.exclBiogenicUptake().value()),
        correction.before().map(Correction.Total::isComplete),
        correction.after().exclBiogenicUptake().value(),
        correction.after().isComplete(),
        correction.figure(),
        correction.since());
  }

  @Override
  public void obsolete(TraceId product, ParticipantId partner, Period period, Instant at) {
    sql.update(OBSOLETE, at, product.uuid(), partner.toString(), period.from(), period.to());
  }

  @Override
  public boolean isDismissed(TraceId product, ParticipantId partner, String figure) {
    return sql.first(
            "select 1 from correction where trace_id = ? and partner = ? and figure = ?"
                + " and state = 'DISMISSED' limit 1",
            row -> true,
            product.uuid(),
            partner.toString(),
            figure)
        .isPresent();
  }

  @Override
  public Optional<Correction> find(UUID id) {
    return sql.first("select * from correction where id = ?", SqlCorrections::correction, id);
  }

  @Override
  public Optional<Correction> findWaiting(UUID id) {
    return sql.first(
        "select * from correction where id = ? and state = 'WAITING' for update",
        SqlCorrections::correction,
        id);
  }

  @Override
  public void settle(UUID id, Correction.State state, String who, Instant at) {
    sql.update(
        "update correction set state = ?, settled_by = ?, settled_at = ? where id = ?",
        state,
        who,
        at,
        id);
  }

  @Override
  public Page<Correction> newestFirst(PageRequest page, boolean onlyWaiting) {
    List<Correction> rows =
        sql.list(
            "select * from correction where number < ? and (not ? or state = 'WAITING')"
                + " order by number desc limit ?",
            SqlCorrections::correction,
            page.beforeNumber(),
            onlyWaiting,
            page.rowsToFetch());
    return Page.of(rows, page, row -> Long.toString(row.number()));
  }

  private static Correction correction(Sql.Row row) throws SQLException {
    Optional<String> before = row.optionalText("before_total");
    boolean wasComplete = row.flag("before_complete");
    return new Correction(
        row.uuid("id"),
        new TraceId(row.uuid("trace_id")),
        new ParticipantId(row.text("partner")),
        Audience.valueOf(row.text("audience")),
        new Period(row.date("period_from"), row.date("period_to")),
        Correction.Why.valueOf(row.text("reason")),
        before.map(total -> new Correction.Total(kilograms(total), wasComplete)),
        new Correction.Total(kilograms(row.text("after_total")), row.flag("after_complete")),
        row.text("figure"),
        Correction.State.valueOf(row.text("state")),
        row.instant("since"),
        row.optionalInstant("settled_at"),
        row.optionalText("settled_by"),
        row.number("number"));
  }

  private static KgCo2e kilograms(String text) {
    return new KgCo2e(new BigDecimal(text));
  }
}
