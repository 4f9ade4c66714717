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
        supersedes, asked_at)
      values (?, ?, ?, ?, ?, ?, ?)
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
      where id = (select export from export_signature where request_id = ?)
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
                at));
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
  public void logged(Tenant tenant, UUID requestId, EntryProof proof, Instant since) {
    tenancy.doAs(
        tenant,
        () ->
            sql.update(
                LOGGED, new String(StrictJson.write(proof.toJson()), UTF_8), since, requestId));
  }

  private static EntryProof proof(String json) {
    try {
      return EntryProof.from(Members.of(StrictJson.parse(json.getBytes(UTF_8)), "proof"));
    } catch (MalformedException e) {
      throw new IllegalStateException("a proof that was kept cannot be read", e);
    }
  }
}
