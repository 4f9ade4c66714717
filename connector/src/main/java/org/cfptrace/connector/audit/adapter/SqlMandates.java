package org.cfptrace.connector.audit.adapter;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.audit.Mandate;
import org.cfptrace.connector.audit.KeptMandate;
import org.cfptrace.connector.audit.KeptMandate.Side;
import org.cfptrace.connector.audit.Mandates;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.database.Sql;

/** Mandates in PostgreSQL. */
public final class SqlMandates implements Mandates {
  private static final String KEEP =
      """
      insert into mandate (mandate_id, side, company, auditor, trace_id, period_from, period_to,
        depth, expires_at, token, issued_by, kept_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
      """;

  private final Sql sql;

  public SqlMandates(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public void keep(
      Mandate mandate, Side side, String token, Optional<String> issuedBy, Instant at) {
    sql.update(
        KEEP,
        KeptMandate.idOf(mandate.jti()),
        side,
        mandate.issuer().toString(),
        mandate.auditor().toString(),
        mandate.product().uuid(),
        mandate.period().from(),
        mandate.period().to(),
        mandate.depth(),
        mandate.expiresAt(),
        token,
        issuedBy,
        at);
  }

  @Override
  public Optional<KeptMandate> find(UUID id, Side side) {
    return sql.first(
        "select * from mandate where mandate_id = ? and side = ?", SqlMandates::mandate, id, side);
  }

  @Override
  public Optional<KeptMandate> issued(String token) {
    return sql.first(
        "select * from mandate where side = 'ISSUED' and token = ?", SqlMandates::mandate, token);
  }

  @Override
  public boolean hasIssued(ParticipantId auditor, TraceId product, Period period) {
    return sql.first(
            "select 1 from mandate where side = 'ISSUED' and auditor = ? and trace_id = ?"
                + " and period_from = ? and period_to = ? and withdrawn_at is null",
            row -> true,
            auditor.toString(),
            product.uuid(),
            period.from(),
            period.to())
        .isPresent();
  }

  @Override
  public void withdraw(UUID id, String who, Instant at) {
    sql.update(
        "update mandate set withdrawn_at = ?, withdrawn_by = ?"
            + " where mandate_id = ? and side = 'ISSUED' and withdrawn_at is null",
        at,
        who,
        id);
  }

  @Override
  public void withdrawAll(ParticipantId auditor, String who, Instant at) {
    sql.update(
        "update mandate set withdrawn_at = ?, withdrawn_by = ?"
            + " where auditor = ? and side = 'ISSUED' and withdrawn_at is null",
        at,
        who,
        auditor.toString());
  }

  @Override
  public Page<KeptMandate> newestFirst(PageRequest page, Side side) {
    List<KeptMandate> rows =
        sql.list(
            "select * from mandate where side = ? and number < ? order by number desc limit ?",
            SqlMandates::mandate,
            side,
            page.beforeNumber(),
            page.rowsToFetch());
    return Page.of(rows, page, row -> Long.toString(row.number()));
  }

  private static KeptMandate mandate(Sql.Row row) throws SQLException {
    return new KeptMandate(
        row.uuid("mandate_id"),
        Side.valueOf(row.text("side")),
        new ParticipantId(row.text("company")),
        new ParticipantId(row.text("auditor")),
        new TraceId(row.uuid("trace_id")),
        new Period(row.date("period_from"), row.date("period_to")),
        row.number("depth"),
        row.instant("expires_at"),
        row.text("token"),
        row.optionalText("issued_by"),
        row.instant("kept_at"),
        row.optionalInstant("withdrawn_at"),
        row.number("number"));
  }
}
