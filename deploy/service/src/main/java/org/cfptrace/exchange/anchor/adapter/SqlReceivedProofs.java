package org.cfptrace.exchange.anchor.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.exchange.anchor.ReceivedProofs;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.service.database.Sql;
import org.cfptrace.strict.StrictJson;

/** Proofs of others in PostgreSQL. */
public final class SqlReceivedProofs implements ReceivedProofs {
  private static final String KEEP =
      """
      insert into received_proof (declaration_id, issuer, message_id, thread, proof, tree_size,
        tree_root, included_at, is_late, kept_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (declaration_id) do nothing
      """;

  private final Sql sql;

  public SqlReceivedProofs(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public void keep(Brought brought, Kept proof, Checkpoint under, Instant at) {
    sql.update(
        KEEP,
        proof.proof().declarationId().value(),
        brought.by().toString(),
        brought.id(),
        brought.thread(),
        new String(StrictJson.write(proof.proof().toJson()), UTF_8),
        under.size(),
        under.root().base64(),
        proof.since(),
        proof.isLate(),
        at);
  }

  @Override
  public Optional<Kept> of(DeclarationId id) {
    return sql.first(
        "select * from received_proof where declaration_id = ?",
        row ->
            new Kept(
                LoggedEntry.fromJson(StrictJson.parseKept(row.text("proof"))),
                row.instant("included_at"),
                row.flag("is_late")),
        id.value());
  }

  @Override
  public List<Brought> forgetUnder(Checkpoint checkpoint) {
    return sql.list(
        "delete from received_proof where tree_size = ? and tree_root = ?"
            + " returning issuer, message_id, thread",
        row ->
            new Brought(
                new ParticipantId(row.text("issuer")), row.text("message_id"), row.text("thread")),
        checkpoint.size(),
        checkpoint.root().base64());
  }
}
