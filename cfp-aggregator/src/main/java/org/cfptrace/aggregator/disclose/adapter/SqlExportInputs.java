package org.cfptrace.aggregator.disclose.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.cfptrace.aggregator.collect.DeclarationState;
import org.cfptrace.aggregator.disclose.Evidence.Input;
import org.cfptrace.aggregator.disclose.job.ExportInputs;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.PresentationBody.Fallen;
import org.cfptrace.service.database.Sql;

/** The declarations exports rest on, in PostgreSQL. */
@ApplicationScoped
class SqlExportInputs implements ExportInputs {
  private static final String ADD =
      """
      insert into export_input (declaration_id, export) select unnest(?::text[]), ?
      on conflict do nothing
      """;
  private static final String RECALLED = DeclarationState.RECALLED.name();
  private static final String SUPERSEDED = DeclarationState.SUPERSEDED.name();
  private static final String MARK =
      """
      insert into export_mark (export, declaration_id, kind, marked_at) values (?, ?, ?, ?)
      on conflict do nothing
      """;
  // Recalled and superseded before it was gathered is marked already; what was withheld or followed
  // no more before the order, and counts as it was known earlier, is no news either.
  private static final String MARK_FALLEN =
      """
      insert into export_mark (export, declaration_id, kind, marked_at, told)
      select i.export, i.declaration_id,
        case when d.recalled_at is not null then 'RECALLED'
          when d.fallen is not null then d.fallen else 'SUPERSEDED' end, ?,
        d.recalled_at is not null or d.fallen is null or d.fallen_at > j.ordered_at
      from export_input i join declaration d on d.declaration_id = i.declaration_id
        join export_job j on j.id = i.export
      where i.export = ? and (d.recalled_at is not null or d.fallen is not null
        or exists (select 1 from declaration later where later.supersedes = d.declaration_id
          and later.issuer = d.issuer))
      on conflict do nothing
      """;
  private static final String MARKS =
      """
      select declaration_id, kind, marked_at from export_mark where export = ?
      order by marked_at, declaration_id limit ?
      """;

  private final Tenancy tenancy;
  private final Sql sql;

  SqlExportInputs(Tenancy tenancy, DataSource database) {
    this.tenancy = tenancy;
    this.sql = new Sql(database);
  }

  @Override
  public void add(Tenant tenant, UUID export, List<Input> inputs, Instant at) {
    String[] ids = inputs.stream().map(Input::declarationId).toArray(String[]::new);
    tenancy.doAs(
        tenant,
        () -> {
          sql.update(ADD, ids, export);
          for (Input input : inputs) {
            if (input.state().equals(RECALLED) || input.state().equals(SUPERSEDED)) {
              sql.update(MARK, export, input.declarationId(), input.state(), at);
            }
          }
        });
  }

  @Override
  public void markFallen(Tenant tenant, UUID export, Instant at) {
    tenancy.doAs(tenant, () -> sql.update(MARK_FALLEN, at, export));
  }

  @Override
  public void forget(Tenant tenant, UUID export) {
    tenancy.doAs(tenant, () -> sql.update("delete from export_input where export = ?", export));
  }

  @Override
  public List<Mark> marks(Tenant tenant, UUID export, int most) {
    return tenancy.as(
        tenant,
        () ->
            sql.list(
                MARKS,
                row ->
                    new Mark(
                        new DeclarationId(row.text("declaration_id")),
                        Fallen.Kind.valueOf(row.text("kind")),
                        row.instant("marked_at")),
                export,
                most));
  }
}
