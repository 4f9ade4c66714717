package org.cfptrace.aggregator.disclose.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.cfptrace.aggregator.disclose.job.AwaitedProofs;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.service.database.Sql;

/** The proofs that exports wait for, in PostgreSQL. */
@ApplicationScoped
class SqlAwaitedProofs implements AwaitedProofs {
  private static final String AWAIT =
      """
      insert into export_unproved (declaration_id, export, place)
      select distinct unnest(?::text[]), ?::uuid, ?::int
      """;
  private static final String WAITING =
      "select distinct export from export_unproved where declaration_id = ? order by export";
  private static final String OF =
      """
      select distinct declaration_id from export_unproved where export = ?
      order by declaration_id
      """;
  private static final String PLACES =
      "select place from export_unproved where export = ? and declaration_id = ? order by place";

  private final Tenancy tenancy;
  private final Sql sql;

  SqlAwaitedProofs(Tenancy tenancy, DataSource database) {
    this.tenancy = tenancy;
    this.sql = new Sql(database);
  }

  @Override
  public void await(Tenant tenant, UUID export, int place, List<DeclarationId> inputs) {
    String[] ids = inputs.stream().map(DeclarationId::value).toArray(String[]::new);
    tenancy.doAs(
        tenant,
        () -> {
          sql.update("delete from export_unproved where export = ? and place = ?", export, place);
          sql.update(AWAIT, ids, export, place);
        });
  }

  @Override
  public List<UUID> waitingFor(Tenant tenant, DeclarationId id) {
    return tenancy.as(tenant, () -> sql.list(WAITING, row -> row.uuid("export"), id.value()));
  }

  @Override
  public List<DeclarationId> of(Tenant tenant, UUID export) {
    return tenancy.as(
        tenant, () -> sql.list(OF, row -> new DeclarationId(row.text("declaration_id")), export));
  }

  @Override
  public List<Integer> places(Tenant tenant, UUID export, DeclarationId id) {
    return tenancy.as(
        tenant, () -> sql.list(PLACES, row -> (int) row.number("place"), export, id.value()));
  }

  @Override
  public void forget(Tenant tenant, UUID export) {
    tenancy.doAs(tenant, () -> sql.update("delete from export_unproved where export = ?", export));
  }
}
