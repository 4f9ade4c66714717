package org.cfptrace.aggregator.disclose.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.cfptrace.aggregator.disclose.sign.AskedSignatures;
import org.cfptrace.aggregator.disclose.sign.SignedExports;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.export.ExportStatement;
import org.cfptrace.log.EntryProof;
import org.cfptrace.service.database.Sql;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/** The signatures of exports in PostgreSQL. */
@ApplicationScoped
class SqlSignedExports implements SignedExports, AskedSignatures {
  private static final String ASKED =
      """
      insert into export_signature (request_id, export, export_id, target, manifest_sha256,
        supersedes, warnings, overridden, asked_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String ASKED_ANEW =
      """
      update export_signature
      set request_id = ?, asked_at = ?, refusal = null, answered_at = null,
        withdrawn_at = null
      where export = ? and signature is null
      """;
  private static final String IS_ASKED_ANEW =
      """
      update export_job set trouble = null where state = 'READY' and id = ?
      """;
  private static final String SIGNED =
      """
      update export_signature set signature = ?, answered_at = ?
      where request_id = ? and signature is null and refusal is null
      """;
  private static final String IS_SIGNED =
      """
      update export_job set state = 'SIGNED', trouble = null
      where state = 'READY' and id = (select export from export_signature where request_id = ?)
      """;
  private static final String REFUSED =
      """
      update export_signature set refusal = ?, answered_at = ?
      where request_id = ? and signature is null and refusal is null
      """;
  private static final String IS_REFUSED =
      """
      update export_job set trouble = ?
      where state = 'READY' and id = (select export from export_signature where request_id = ?)
      """;
  private static final String IS_TROUBLED =
      """
      update export_job set trouble = ?
      where state in ('READY', 'SIGNED')
        and id = (select export from export_signature where request_id = ?)
      """;
  private static final String IS_LOGGED =
      """
      update export_job set trouble = null
      where state = 'SIGNED' and id = (select export from export_signature where request_id = ?)
      """;
  private static final String LOGGED =
      """
      update export_signature set proof = ?, logged_at = ?
      where request_id = ? and proof is null
      """;

  private final Tenancy tenancy;
  private final Sql sql;

  SqlSignedExports(Tenancy tenancy, DataSource database) {
    this.tenancy = tenancy;
    this.sql = new Sql(database);
  }

  @Override
  public void asked(Tenant tenant, UUID export, UUID requestId, Awaited awaited, Instant at) {
    tenancy.doAs(
        tenant,
        () ->
            sql.update(
                ASKED,
                requestId,
                export,
                awaited.exportId(),
                awaited.target(),
                awaited.manifestSha256(),
                awaited.supersedes(),
                awaited.warnings(),
                awaited.overridden(),
                at));
  }

  @Override
  public void askedAnew(Tenant tenant, UUID export, UUID requestId, Instant at) {
    tenancy.doAs(
        tenant,
        () -> {
          if (sql.update(ASKED_ANEW, requestId, at, export) > 0) {
            sql.update(IS_ASKED_ANEW, export);
          }
        });
  }

  @Override
  public void withdrawn(Tenant tenant, UUID export, Optional<Instant> at) {
    tenancy.doAs(
        tenant,
        () ->
            sql.update(
                "update export_signature set withdrawn_at = ? where export = ?", at, export));
  }

  @Override
  public Optional<Asked> of(Tenant tenant, UUID export) {
    return tenancy.as(
        tenant,
        () ->
            sql.first(
                "select * from export_signature where export = ?",
                row ->
                    new Asked(
                        row.uuid("request_id"),
                        awaited(row),
                        row.instant("asked_at"),
                        row.optionalInstant("answered_at"),
                        row.optionalInstant("withdrawn_at"),
                        row.optionalText("proof").map(SqlSignedExports::proof),
                        row.optionalInstant("logged_at")),
                export));
  }

  @Override
  public Optional<Awaited> awaited(Tenant tenant, UUID requestId) {
    return tenancy.as(
        tenant,
        () ->
            sql.first(
                "select * from export_signature where request_id = ? for update",
                SqlSignedExports::awaited,
                requestId));
  }

  private static Awaited awaited(Sql.Row row) throws SQLException {
    return new Awaited(
        row.text("export_id"),
        row.text("target"),
        row.text("manifest_sha256"),
        row.optionalText("supersedes"),
        (int) row.number("warnings"),
        row.optionalText("overridden"),
        row.optionalText("signature"),
        row.optionalText("refusal"));
  }

  @Override
  public void signed(
      Tenant tenant, UUID requestId, String signature, ExportStatement statement, Instant at) {
    tenancy.doAs(
        tenant,
        () -> {
          if (sql.update(SIGNED, signature, at, requestId) > 0) {
            sql.update(IS_SIGNED, requestId);
          }
        });
  }

  @Override
  public void refused(Tenant tenant, UUID requestId, String reason, Instant at) {
    tenancy.doAs(
        tenant,
        () -> {
          if (sql.update(REFUSED, reason, at, requestId) > 0) {
            sql.update(IS_REFUSED, "the company will not sign it: " + reason, requestId);
          }
        });
  }

  @Override
  public void trouble(Tenant tenant, UUID requestId, String text) {
    tenancy.doAs(tenant, () -> sql.update(IS_TROUBLED, text, requestId));
  }

  @Override
  public void logged(Tenant tenant, UUID requestId, EntryProof proof, Instant since) {
    tenancy.doAs(
        tenant,
        () -> {
          String json = new String(StrictJson.write(proof.toJson()), UTF_8);
          if (sql.update(LOGGED, json, since, requestId) > 0) {
            sql.update(IS_LOGGED, requestId);
          }
        });
  }

  private static EntryProof proof(String json) {
    try {
      return EntryProof.from(Members.of(StrictJson.parse(json.getBytes(UTF_8)), "proof"));
    } catch (MalformedException e) {
      throw new IllegalStateException("a proof that was kept cannot be read", e);
    }
  }
}
