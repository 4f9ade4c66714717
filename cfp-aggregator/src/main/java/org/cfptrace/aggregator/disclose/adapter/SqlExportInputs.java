package org.cfptrace.aggregator.disclose.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.cfptrace.aggregator.collect.DeclarationState;
import org.cfptrace.aggregator.disclose.Evidence.Input;
import org.cfptrace.aggregator.disclose.SourceVersion;
import org.cfptrace.aggregator.disclose.job.ExportInputs;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.declaration.DeclarationId;
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
  private static final String ADD_SOURCES =
      """
      insert into export_source (export, seen_at, kind, key, version)
      select ?::uuid, ?::timestamptz, given.kind, given.key, given.version
      from unnest(?::text[], ?::text[], ?::bigint[]) as given (kind, key, version)
      on conflict (tenant, export, kind, key) do update
        set version = excluded.version, seen_at = excluded.seen_at
      """;
  // A model has no versions: it was replaced where it has changed since it was read.
  private static final String MARK_REPLACED =
      """
      insert into export_mark (export, declaration_id, source, kind, marked_at, told)
      select s.export, '', s.kind || ' ' || s.key, 'REPLACED', ?,
        bool_or(newer.since > j.ordered_at)
      from export_source s join export_job j on j.id = s.export
        join lateral (
          select recorded_at as since from product_structure
          where s.kind = 'STRUCTURE' and version > s.version and valid_from <= j.period_to
            and trace_id = case when s.kind = 'STRUCTURE' then substring(s.key from 10)::uuid end
          union all
          select saved_at from steel_installation_year
          where s.kind = 'INSTALLATION_YEAR' and installation || ' ' || year = s.key
            and version > s.version
          union all
          select changed_at from battery_model
          where s.kind = 'BATTERY_MODEL' and changed_at > s.seen_at
            and trace_id = case when s.kind = 'BATTERY_MODEL' then substring(s.key from 10)::uuid end
          union all
          select changed_at from vehicle_model
          where s.kind = 'VEHICLE_MODEL' and changed_at > s.seen_at
            and trace_id = case when s.kind = 'VEHICLE_MODEL' then substring(s.key from 10)::uuid end
        ) newer on true
      where s.export = ?
      group by s.export, s.kind, s.key
      on conflict do nothing
      """;
  private static final String MARK_REMOVED =
      """
      insert into export_mark (export, declaration_id, source, kind, marked_at, told)
      select s.export, '', s.kind || ' ' || s.key, 'REMOVED', ?, p.removed_at > j.ordered_at
      from export_source s join export_job j on j.id = s.export
        join product_structure p on p.version = s.version and p.removed_at is not null
          and p.trace_id = case when s.kind = 'STRUCTURE' then substring(s.key from 10)::uuid end
      where s.export = ?
      on conflict do nothing
      """;
  // A structure says by a mark that it may be gone; only those that do are looked at.
  private static final String ARE_GONE =
      """
      select count(*) from export_job j
        join export_subject s on s.export = j.id
        join export_mark m on m.export = j.id and m.source = 'STRUCTURE ' || s.subject
      where j.id = ? and not coalesce((
        select p.valid_to is null or p.valid_to >= j.period_to from product_structure p
        where p.trace_id
            = case when m.source like 'STRUCTURE urn:uuid:%' then substring(m.source from 20)::uuid end
          and p.removed_at is null
          and p.valid_from <= j.period_to
        order by p.valid_from desc, p.version desc limit 1), false)
      """;
  private static final String MARKS =
      """
      select declaration_id, source, kind, marked_at from export_mark where export = ?
      order by marked_at, declaration_id, source limit ?
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
  public void addSources(Tenant tenant, UUID export, List<SourceVersion> sources, Instant at) {
    tenancy.doAs(
        tenant,
        () ->
            sql.update(
                ADD_SOURCES,
                export,
                at,
                sources.stream().map(it -> it.kind().name()).toArray(String[]::new),
                sources.stream().map(SourceVersion::key).toArray(String[]::new),
                sources.stream().map(SourceVersion::version).toArray(Long[]::new)));
  }

  @Override
  public void markFallen(Tenant tenant, UUID export, Instant at) {
    tenancy.doAs(
        tenant,
        () -> {
          sql.update(MARK_FALLEN, at, export);
          sql.update(MARK_REPLACED, at, export);
          sql.update(MARK_REMOVED, at, export);
        });
  }

  @Override
  public void forget(Tenant tenant, UUID export) {
    tenancy.doAs(
        tenant,
        () -> {
          sql.update("delete from export_input where export = ?", export);
          sql.update("delete from export_source where export = ?", export);
        });
  }

  @Override
  public boolean canBeMadeAnew(Tenant tenant, UUID export) {
    return tenancy.as(tenant, () -> sql.number(ARE_GONE, export)) == 0;
  }

  @Override
  public List<Mark> marks(Tenant tenant, UUID export, int most) {
    return tenancy.as(tenant, () -> sql.list(MARKS, SqlExportInputs::mark, export, most));
  }

  /** A mark is of a declaration or of a source: the other one is empty. */
  static Mark mark(Sql.Row row) throws SQLException {
    return new Mark(
        Optional.of(row.text("declaration_id")).filter(it -> !it.isEmpty()).map(DeclarationId::new),
        Optional.of(row.text("source")).filter(it -> !it.isEmpty()),
        Fate.valueOf(row.text("kind")),
        row.instant("marked_at"));
  }
}
