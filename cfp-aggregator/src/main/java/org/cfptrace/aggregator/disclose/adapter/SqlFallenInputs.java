package org.cfptrace.aggregator.disclose.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import javax.sql.DataSource;
import org.cfptrace.aggregator.collect.FallenInputs;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.PresentationBody.Fallen;
import org.cfptrace.service.database.Sql;

/** Marks the exports that rest on a declaration when it falls, and so tells their company. */
@ApplicationScoped
class SqlFallenInputs implements FallenInputs {
  private static final String MARK =
      """
      insert into export_mark (export, declaration_id, kind, marked_at, told)
      select i.export, i.declaration_id, ?, ?, j.state not in ('SUPERSEDED', 'REVOKED')
      from export_input i join export_job j on j.id = i.export
      where i.declaration_id = ?
      on conflict do nothing
      """;

  private final Tenancy tenancy;
  private final Sql sql;

  SqlFallenInputs(Tenancy tenancy, DataSource database) {
    this.tenancy = tenancy;
    this.sql = new Sql(database);
  }

  @Override
  public void fell(Tenant tenant, DeclarationId declaration, Fallen.Kind kind, Instant at) {
    tenancy.doAs(tenant, () -> sql.update(MARK, kind, at, declaration.value()));
  }
}
