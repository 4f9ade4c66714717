package org.cfptrace.connector.audit.adapter;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.audit.AttestationWithdrawal;
import org.cfptrace.connector.audit.WithdrawnWords;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.database.Sql;

/** Withdrawn words in PostgreSQL. */
public final class SqlWithdrawnWords implements WithdrawnWords {
  private final Sql sql;

  public SqlWithdrawnWords(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public boolean keep(AttestationWithdrawal withdrawal, String token, Instant at) {
    return sql.update(
            "insert into withdrawn_word (auditor, digest, company, reason, token, withdrawn_at,"
                + " kept_at) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
            withdrawal.issuer().toString(),
            withdrawal.attestationSha256(),
            withdrawal.company().toString(),
            withdrawal.reason(),
            token,
            withdrawal.issuedAt(),
            at)
        > 0;
  }

  @Override
  public Optional<Withdrawn> of(ParticipantId auditor, String digest) {
    return sql.first(
        "select withdrawn_at, reason from withdrawn_word where auditor = ? and digest = ?",
        row -> new Withdrawn(row.instant("withdrawn_at"), row.text("reason")),
        auditor.toString(),
        digest);
  }

  @Override
  public List<Reader> readersOf(String digest) {
    return sql.list(
        "select distinct d.recipient, d.trace_id from attestation a join issued_declaration d"
            + " on d.trace_id = a.trace_id where a.digest = ? and d.audience <> 'SELF'"
            + " and 'attest' = any(d.shown) and strpos(d.claims, a.digest) > 0 order by 1, 2",
        row ->
            new Reader(new ParticipantId(row.text("recipient")), new TraceId(row.uuid("trace_id"))),
        digest);
  }

  @Override
  public long numberAbout(ParticipantId company) {
    return sql.number("select count(*) from withdrawn_word where company = ?", company.toString());
  }

  @Override
  public boolean isShownBy(ParticipantId company, String digest) {
    return sql.number(
            "select count(*) from received_declaration where issuer = ? and strpos(claims, ?) > 0",
            company.toString(),
            digest)
        > 0;
  }
}
