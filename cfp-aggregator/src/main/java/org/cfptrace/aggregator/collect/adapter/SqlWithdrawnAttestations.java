package org.cfptrace.aggregator.collect.adapter;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.aggregator.collect.AttachedAttestation;
import org.cfptrace.aggregator.collect.WithdrawnAttestation;
import org.cfptrace.aggregator.collect.WithdrawnAttestations;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.audit.AttestationWithdrawal;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.database.Sql;

/** Words that auditors have taken back, in PostgreSQL. */
public final class SqlWithdrawnAttestations implements WithdrawnAttestations {
  private static final String KEEP =
      """
      insert into withdrawn_attestation (digest, auditor, reason, token, withdrawn_at, kept_at)
      values (?, ?, ?, ?, ?, ?) on conflict do nothing
      """;

  private final Sql sql;
  private final Tenancy tenancy;

  public SqlWithdrawnAttestations(Sql sql, Tenancy tenancy) {
    this.sql = requireNonNull(sql, "sql");
    this.tenancy = requireNonNull(tenancy, "tenancy");
  }

  @Override
  public boolean keep(Tenant tenant, AttestationWithdrawal withdrawal, String token, Instant at) {
    return tenancy.as(
        tenant,
        () ->
            sql.update(
                    KEEP,
                    withdrawal.attestationSha256(),
                    withdrawal.issuer().did(),
                    withdrawal.reason(),
                    token,
                    withdrawal.issuedAt(),
                    at)
                > 0);
  }

  @Override
  public Optional<WithdrawnAttestation> of(Tenant tenant, AttachedAttestation word) {
    return tenancy.as(
        tenant,
        () ->
            sql.first(
                "select auditor, withdrawn_at, reason from withdrawn_attestation where digest = ?",
                row ->
                    new WithdrawnAttestation(
                        new ParticipantId(row.text("auditor")),
                        row.instant("withdrawn_at"),
                        row.text("reason")),
                word.sha256()));
  }
}
