package org.cfptrace.connector.audit.adapter;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.audit.Attestation;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.chain.Coverage;
import org.cfptrace.connector.audit.Attestations;
import org.cfptrace.connector.audit.Attested;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.database.Sql;

/** Attestations in PostgreSQL. */
public final class SqlAttestations implements Attestations {
  private static final String KEEP =
      """
      insert into attestation (digest, auditor, trace_id, period_from, period_to, declaration_id,
        result, coverage, token, issued_at, received_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (digest) do nothing
      """;

  private static final String NEWEST_GOOD =
      """
      select a.* from attestation a
      join issued_declaration d on d.declaration_id = a.declaration_id and d.state <> 'RECALLED'
      where a.trace_id = ? and a.period_from = ? and a.period_to = ? and a.result <> 'FAILED'
        and not exists (select 1 from withdrawn_word w
          where w.auditor = a.auditor and w.digest = a.digest)
        and exists (select 1 from mandate m
          where m.side = 'ISSUED' and m.auditor = a.auditor and m.trace_id = a.trace_id
            and m.period_from = a.period_from and m.period_to = a.period_to
            and m.withdrawn_at is null)
      order by a.number desc limit 1
      """;

  private final Sql sql;

  public SqlAttestations(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public void keep(Attestation attestation, String token, String digest, Instant at) {
    sql.update(
        KEEP,
        digest,
        attestation.issuer().toString(),
        attestation.product().uuid(),
        attestation.period().from(),
        attestation.period().to(),
        attestation.declarationId().value(),
        attestation.result(),
        attestation.coverage().text(),
        token,
        attestation.issuedAt(),
        at);
  }

  @Override
  public Optional<TraceId> productOf(ParticipantId auditor, String digest) {
    return sql.first(
        "select trace_id from attestation where auditor = ? and digest = ?",
        row -> new TraceId(row.uuid("trace_id")),
        auditor.toString(),
        digest);
  }

  @Override
  public boolean isTakenBack(String digest) {
    return sql.number(
            "select count(*) from attestation a join withdrawn_word w"
                + " on w.auditor = a.auditor and w.digest = a.digest where a.digest = ?",
            digest)
        > 0;
  }

  @Override
  public Optional<Attested> newestGood(TraceId product, Period period) {
    return sql.first(
        NEWEST_GOOD, SqlAttestations::attested, product.uuid(), period.from(), period.to());
  }

  @Override
  public Page<Attested> newestFirst(PageRequest page) {
    List<Attested> rows =
        sql.list(
            "select * from attestation where number < ? order by number desc limit ?",
            SqlAttestations::attested,
            page.beforeNumber(),
            page.rowsToFetch());
    return Page.of(rows, page, row -> Long.toString(row.number()));
  }

  private static Attested attested(Sql.Row row) throws SQLException {
    return new Attested(
        row.text("digest"),
        new ParticipantId(row.text("auditor")),
        new TraceId(row.uuid("trace_id")),
        new Period(row.date("period_from"), row.date("period_to")),
        new DeclarationId(row.text("declaration_id")),
        AuditResult.valueOf(row.text("result")),
        Coverage.of(row.text("coverage")),
        row.text("token"),
        row.instant("issued_at"),
        row.number("number"));
  }
}
