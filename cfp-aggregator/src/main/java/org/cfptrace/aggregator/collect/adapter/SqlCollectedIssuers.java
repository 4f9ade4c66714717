package org.cfptrace.aggregator.collect.adapter;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.aggregator.collect.CollectedIssuers;
import org.cfptrace.aggregator.collect.CompromisedKeys;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.service.database.Sql;

/** Who has issued what is kept, and with which keys, in PostgreSQL. */
public final class SqlCollectedIssuers implements CollectedIssuers, CompromisedKeys {
  private static final String NOT_FOLLOWED =
      """
      select issuer from collected_issuer i
      where not exists (select 1 from directory_entry e where e.participant = i.issuer)
      order by issuer limit ?
      """;
  // The proofs lie with the exchange, in the same database.
  private static final String SIGNED_WITH =
      """
      select declaration_id from declaration d
      where issuer = ? and signed_with = ? and recalled_at is null and received_at >= ?
        and not exists (select 1 from received_proof p
          where p.declaration_id = d.declaration_id and p.included_at < ?)
      order by number
      """;

  private final Sql sql;
  private final Tenancy tenancy;

  public SqlCollectedIssuers(Sql sql, Tenancy tenancy) {
    this.sql = requireNonNull(sql, "sql");
    this.tenancy = requireNonNull(tenancy, "tenancy");
  }

  @Override
  public List<ParticipantId> notFollowed(int most) {
    return sql.list(NOT_FOLLOWED, row -> new ParticipantId(row.text("issuer")), most);
  }

  @Override
  public List<Covered> signedWith(
      ParticipantId issuer, KeyThumbprint key, Instant compromisedSince) {
    List<Covered> covered = new ArrayList<>();
    for (Tenant tenant : tenants()) {
      tenancy
          .as(
              tenant,
              () ->
                  sql.list(
                      SIGNED_WITH,
                      row -> new DeclarationId(row.text("declaration_id")),
                      issuer.did(),
                      key.value(),
                      compromisedSince,
                      compromisedSince))
          .forEach(id -> covered.add(new Covered(tenant, id)));
    }
    return covered;
  }

  // A key is rarely compromised, and which company holds what of whom is known to that company.
  private List<Tenant> tenants() {
    return sql.list(
        "select distinct tenant from declaration_holder order by tenant",
        row -> new Tenant(new ParticipantId(row.text("tenant"))));
  }
}
