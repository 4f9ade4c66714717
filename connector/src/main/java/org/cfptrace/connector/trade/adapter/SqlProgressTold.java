package org.cfptrace.connector.trade.adapter;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.connector.trade.ProgressTold;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.database.Sql;

/** What was told of trees, in PostgreSQL. */
public final class SqlProgressTold implements ProgressTold {
  private static final String NOTE =
      """
      insert into progress_told (partner, trace_id, said) values (?, ?, ?)
      on conflict (partner, trace_id) do update set said = excluded.said
      """;

  private final Sql sql;

  public SqlProgressTold(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public Optional<String> last(ParticipantId partner, TraceId product) {
    return sql.first(
        "select said from progress_told where partner = ? and trace_id = ?",
        row -> row.text("said"),
        partner.toString(),
        product.uuid());
  }

  @Override
  public void note(ParticipantId partner, TraceId product, String said) {
    sql.update(NOTE, partner.toString(), product.uuid(), said);
  }
}
