package org.cfptrace.connector.correct.adapter;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.cfptrace.connector.correct.Expiries;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.database.Sql;

/** Declarations that end to be valid, in PostgreSQL; each row says which warning was given last. */
public final class SqlExpiries implements Expiries {
  private static final String DUE =
      """
      select * from (
        select declaration_id, recipient as partner, trace_id, false as received, valid_until,
          expiry_warning from issued_declaration
        where state = 'ACTIVE' and audience <> 'SELF' and valid_until <= ?
        union all
        select declaration_id, issuer, trace_id, true, valid_until,
          expiry_warning from received_declaration
        where state = 'ACTIVE' and valid_until <= ?) ending
      cross join lateral (select case
        when valid_until < ? then 'OVER'
        when valid_until <= ? then 'SEVEN_DAYS'
        when valid_until <= ? then 'THIRTY_DAYS'
        else 'SIXTY_DAYS' end as warning) due
      where expiry_warning is distinct from warning
      order by valid_until limit ?
      """;

  private final Sql sql;

  public SqlExpiries(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public List<Ending> due(LocalDate today, int most) {
    return sql.list(
        DUE,
        SqlExpiries::ending,
        today.plusDays(60),
        today.plusDays(60),
        today,
        today.plusDays(7),
        today.plusDays(30),
        most);
  }

  @Override
  public void warned(Ending ending) {
    String table = ending.isReceived() ? "received_declaration" : "issued_declaration";
    sql.update(
        "update " + table + " set expiry_warning = ? where declaration_id = ?",
        ending.warning(),
        ending.id().value());
  }

  private static Ending ending(Sql.Row row) throws SQLException {
    return new Ending(
        new DeclarationId(row.text("declaration_id")),
        new ParticipantId(row.text("partner")),
        new TraceId(row.uuid("trace_id")),
        row.flag("received"),
        row.date("valid_until"),
        Warning.valueOf(row.text("warning")));
  }
}
