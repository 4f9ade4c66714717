package org.cfptrace.aggregator.collect.adapter;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.collect.IssuerSuspensions;
import org.cfptrace.aggregator.collect.Span;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.database.Sql;

/** When issuers were suspended, in PostgreSQL; no company's own data. */
public final class SqlIssuerSuspensions implements IssuerSuspensions {
  private static final String SUSPENDED =
      """
      insert into issuer_suspended (issuer, suspended_from) values (?, ?)
      on conflict (issuer) where suspended_until is null do nothing
      """;
  private static final String READMITTED =
      """
      update issuer_suspended set suspended_until = greatest(suspended_from, ?)
      where issuer = ? and suspended_until is null
      """;

  private final Sql sql;

  public SqlIssuerSuspensions(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public void suspended(ParticipantId issuer, Instant from) {
    sql.update(SUSPENDED, issuer.did(), from);
  }

  @Override
  public void readmitted(ParticipantId issuer, Instant from) {
    sql.update(READMITTED, from, issuer.did());
  }

  @Override
  public List<Span> of(ParticipantId issuer) {
    return sql.list(
        "select suspended_from, suspended_until from issuer_suspended where issuer = ?"
            + " order by number",
        row ->
            new Span(
                Optional.of(row.instant("suspended_from")), row.optionalInstant("suspended_until")),
        issuer.did());
  }
}
