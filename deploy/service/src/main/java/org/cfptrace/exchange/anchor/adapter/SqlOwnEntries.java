package org.cfptrace.exchange.anchor.adapter;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.exchange.anchor.OwnEntries;
import org.cfptrace.exchange.anchor.PublicLog;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.service.database.Sql;

/** What we have in the log, in PostgreSQL. */
public final class SqlOwnEntries implements OwnEntries {
  private static final String ADD =
      """
      insert into log_entry (declaration_id, recipient, trace_id, declared_at, due_at, attempts)
      values (?, ?, ?, ?, ?, 0) on conflict do nothing
      """;
  // In a table of its own: a person who recalls never waits for what is asked about the entry.
  private static final String FELL =
      """
      insert into log_fallen (declaration_id, bit, due_at, attempts) values (?, ?, ?, 0)
      on conflict do nothing
      """;
  private static final String FALLEN =
      """
      update log_fallen set due_at = ? where (declaration_id, bit) in (
        select f.declaration_id, f.bit from log_fallen f join log_entry e using (declaration_id)
        where f.told_at is null and f.due_at <= ? and e.log_index is not null
        order by f.due_at, f.declaration_id limit ? for update of f skip locked)
      returning *
      """;
  private static final String TELL_LATER =
      "update log_fallen set " + AwaitingRows.LATER + " where declaration_id = ? and bit = ?";

  private final Sql sql;
  private final AwaitingRows rows;

  public SqlOwnEntries(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
    this.rows = new AwaitingRows(sql, "log_entry", "declaration_id");
  }

  @Override
  public void add(
      DeclarationId id, Optional<ParticipantId> recipient, TraceId product, Instant declaredAt) {
    sql.update(
        ADD,
        id.value(),
        recipient.map(ParticipantId::toString),
        product.uuid(),
        declaredAt,
        declaredAt);
  }

  @Override
  public void fell(DeclarationId id, PublicLog.StatusBit bit, Instant at) {
    sql.update(FELL, id.value(), bit, at);
  }

  @Override
  public List<DeclarationId> claimUnplaced(Instant now, Instant until, int most) {
    return rows.claim(
        "log_index is null",
        row -> new DeclarationId(row.text("declaration_id")),
        now,
        until,
        most);
  }

  @Override
  public void placed(DeclarationId id, long index, Instant at) {
    sql.update(
        "update log_entry set log_index = ?, due_at = ?, attempts = 0"
            + " where declaration_id = ? and log_index is null",
        index,
        at,
        id.value());
  }

  @Override
  public List<Placed> claimUnproven(Instant now, Instant until, int most) {
    return rows.claim(
        "log_index is not null and proof is null",
        row ->
            new Placed(
                new DeclarationId(row.text("declaration_id")),
                row.optionalText("recipient").map(ParticipantId::new),
                new TraceId(row.uuid("trace_id")),
                row.number("log_index")),
        now,
        until,
        most);
  }

  @Override
  public boolean proven(DeclarationId id, LoggedEntry proof, Instant since) {
    return rows.proven(id.value(), proof.toJson(), since);
  }

  @Override
  public List<Fallen> claimFallen(Instant now, Instant until, int most) {
    return sql.list(
        FALLEN,
        row ->
            new Fallen(
                new DeclarationId(row.text("declaration_id")),
                PublicLog.StatusBit.valueOf(row.text("bit"))),
        until,
        now,
        most);
  }

  @Override
  public void told(Fallen fallen, Instant at) {
    sql.update(
        "update log_fallen set told_at = ? where declaration_id = ? and bit = ?",
        at,
        fallen.id().value(),
        fallen.bit());
  }

  @Override
  public void tellLater(Collection<Fallen> fallen, Instant now) {
    fallen.forEach(each -> sql.update(TELL_LATER, now, each.id().value(), each.bit()));
  }

  @Override
  public void tryLater(Collection<DeclarationId> ids, Instant now) {
    rows.tryLater(texts(ids), now);
  }

  @Override
  public void askAgain(Collection<DeclarationId> ids, Instant at) {
    rows.askAgain(texts(ids), at);
  }

  @Override
  public Optional<LoggedEntry> proofOf(DeclarationId id) {
    return rows.proofOf(id.value()).map(LoggedEntry::fromJson);
  }

  @Override
  public long unproven() {
    return sql.number("select count(*) from log_entry where proof is null");
  }

  private static List<String> texts(Collection<DeclarationId> ids) {
    return ids.stream().map(DeclarationId::value).toList();
  }
}
