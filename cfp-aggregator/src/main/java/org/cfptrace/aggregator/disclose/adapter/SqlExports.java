package org.cfptrace.aggregator.disclose.adapter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.TargetName;
import org.cfptrace.aggregator.disclose.job.Export;
import org.cfptrace.aggregator.disclose.job.ExportState;
import org.cfptrace.aggregator.disclose.job.Exports;
import org.cfptrace.aggregator.disclose.job.Software;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.keys.Sha256;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.database.Sql;
import org.cfptrace.strict.Base64Url;

/** Export jobs in PostgreSQL. */
@ApplicationScoped
class SqlExports implements Exports {
  private static final String ADD =
      """
      insert into export_job (id, target, plant, period_from, period_to, as_of, request_hash,
        request, supersedes, ordered_by, ordered_at, subjects, state)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String PROGRESSED =
      """
      update export_job set state = ?, export_id = ?, software = ?, override_reason = ?, overridden_by = ?,
        trouble = ?, superseded_by = ?, ended_at = ? where id = ?
      """;
  private static final String DUE =
      """
      insert into export_due (export, tenant, due_at) values (?, ?, now())
      on conflict (export) do update set attempts = 0, breaks = 0, due_at = excluded.due_at
      """;
  private static final String CLAIM =
      """
      select export, tenant from export_due where due_at <= ? order by due_at, since
      limit 1 for update skip locked
      """;
  private static final String LATER =
      """
      update export_due set attempts = attempts + 1,
        breaks = case when ? then breaks + 1 else 0 end,
        due_at = ?::timestamptz + make_interval(secs => least(60, power(2, least(attempts, 10))))
      where export = ?
      returning breaks
      """;
  private static final String WAITS =
      """
      update export_job set trouble = ?
      where id = ? and state in ('QUEUED', 'VALIDATING', 'RENDERING')
      """;
  private static final String CORRECTION =
      """
      select * from export_job where supersedes = ?
        and state not in ('CANCELLED', 'FAILED', 'REVOKED')
      order by number desc limit 1
      """;
  private static final String IS_SIGNED =
      "select count(*) from export_signature where export = ? and signature is not null";
  private static final String ONE_AT_A_TIME =
      "select pg_advisory_xact_lock(hashtextextended(?, 0))";
  private static final String OF_REQUEST =
      """
      select * from export_job where request_hash = ?
        and state not in ('CANCELLED', 'FAILED', 'REVOKED')
      order by number desc limit 1
      """;

  private static final int SECRET_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Tenancy tenancy;
  private final Sql sql;

  SqlExports(Tenancy tenancy, DataSource database) {
    this.tenancy = tenancy;
    this.sql = new Sql(database);
  }

  @Override
  public void add(Tenant tenant, Export export, String request) {
    Export.Order order = export.order();
    tenancy.doAs(
        tenant,
        () -> {
          sql.update(
              ADD,
              export.id(),
              order.target(),
              order.plant(),
              order.period().from(),
              order.period().to(),
              order.asOf(),
              order.requestHash(),
              request,
              order.supersedes(),
              order.by(),
              order.at(),
              export.subjects(),
              export.state());
          due(tenant, export);
        });
  }

  @Override
  public Optional<Export> find(Tenant tenant, UUID id) {
    return tenancy.as(
        tenant, () -> sql.first("select * from export_job where id = ?", SqlExports::export, id));
  }

  @Override
  public Optional<Export> locked(Tenant tenant, UUID id) {
    return tenancy.as(
        tenant,
        () ->
            sql.first("select * from export_job where id = ? for update", SqlExports::export, id));
  }

  @Override
  public String request(Tenant tenant, UUID id) {
    return tenancy.as(
        tenant,
        () ->
            sql.first("select request from export_job where id = ?", row -> row.text("request"), id)
                .orElseThrow());
  }

  @Override
  public Optional<Export> ofRequest(Tenant tenant, String requestHash) {
    return tenancy.as(
        tenant,
        () -> {
          sql.list(ONE_AT_A_TIME, row -> Boolean.TRUE, tenant.did() + requestHash);
          return sql.first(OF_REQUEST, SqlExports::export, requestHash);
        });
  }

  @Override
  public Optional<Export> correctionOf(Tenant tenant, UUID corrected) {
    return tenancy.as(tenant, () -> sql.first(CORRECTION, SqlExports::export, corrected));
  }

  @Override
  public boolean isSigned(Tenant tenant, UUID id) {
    return tenancy.as(tenant, () -> sql.number(IS_SIGNED, id)) > 0;
  }

  @Override
  public void done(UUID export) {
    sql.update("delete from export_due where export = ?", export);
  }

  private record Numbered(long number, Export export) {}

  @Override
  public Page<Export> newestFirst(Tenant tenant, PageRequest page) {
    List<Numbered> rows =
        tenancy.as(
            tenant,
            () ->
                sql.list(
                    "select * from export_job where number < ? order by number desc limit ?",
                    row -> new Numbered(row.number("number"), export(row)),
                    page.beforeNumber(),
                    page.rowsToFetch()));
    return Page.of(rows, page, row -> Long.toString(row.number())).map(Numbered::export);
  }

  @Override
  public void progressed(Tenant tenant, Export export) {
    Export.Progress progress = export.progress();
    tenancy.doAs(
        tenant,
        () -> {
          sql.update(
              PROGRESSED,
              progress.state(),
              progress.exportId(),
              progress.software().map(Software::name),
              progress.overridden().map(Stamp.Overridden::reason),
              progress.overridden().map(Stamp.Overridden::by),
              progress.trouble(),
              progress.supersededBy(),
              progress.endedAt(),
              export.id());
          due(tenant, export);
        });
  }

  private void due(Tenant tenant, Export export) {
    // Who works on it takes it from the list, for he holds its row: two locks, one order.
    if (export.state().isWorkedOn()) {
      sql.update(DUE, export.id(), tenant.did());
    }
  }

  @Override
  public String salt(Tenant tenant, String exportId) {
    byte[] fresh = new byte[SECRET_BYTES];
    random.nextBytes(fresh);
    byte[] secret =
        tenancy.as(
            tenant,
            () -> {
              sql.update(
                  "insert into export_secret (secret) values (?) on conflict do nothing", fresh);
              return sql.first("select secret from export_secret", row -> row.bytes("secret"))
                  .orElseThrow();
            });
    return Base64Url.encode(Sha256.of(secret, exportId.getBytes(US_ASCII)));
  }

  @Override
  public Optional<Due> claim(Instant now) {
    return sql.first(
        CLAIM,
        row -> new Due(new Tenant(new ParticipantId(row.text("tenant"))), row.uuid("export")),
        now);
  }

  @Override
  public long later(Due due, String why, boolean isBroken, Instant now) {
    long breaks =
        sql.first(LATER, row -> row.number("breaks"), isBroken, now, due.export()).orElse(0L);
    tenancy.doAs(due.tenant(), () -> sql.update(WAITS, why, due.export()));
    return breaks;
  }

  private static Export export(Sql.Row row) throws SQLException {
    Export.Order order =
        new Export.Order(
            TargetName.valueOf(row.text("target")),
            row.optionalText("plant"),
            new Period(row.date("period_from"), row.date("period_to")),
            row.instant("as_of"),
            row.text("request_hash"),
            row.optionalUuid("supersedes"),
            row.text("ordered_by"),
            row.instant("ordered_at"));
    Optional<String> overriddenBy = row.optionalText("overridden_by");
    Optional<String> reason = row.optionalText("override_reason");
    Export.Progress progress =
        new Export.Progress(
            ExportState.valueOf(row.text("state")),
            row.optionalText("export_id"),
            row.optionalText("software").map(Software::new),
            reason.map(it -> new Stamp.Overridden(it, overriddenBy.orElse(""))),
            row.optionalText("trouble"),
            row.optionalUuid("superseded_by"),
            row.optionalInstant("ended_at"));
    return new Export(
        row.uuid("id"),
        order,
        (int) row.number("subjects"),
        (int) row.number("gathered"),
        (int) row.number("rendered"),
        progress);
  }
}
