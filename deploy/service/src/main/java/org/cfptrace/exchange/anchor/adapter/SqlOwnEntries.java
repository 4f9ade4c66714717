package org.cfptrace.exchange.anchor.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import org.cfptrace.strict.StrictJson;

/** What we have in the log, in PostgreSQL. */
public final class SqlOwnEntries implements OwnEntries {
  private static final String ADD =
      """
      insert into log_entry (declaration_id, recipient, trace_id, declared_at, due_at, attempts)
      values (?, ?, ?, ?, ?, 0) on conflict do nothing
      """;
  // Claimed by moving them on: so no row is locked while the log is asked.
  private static final String UNPLACED =
      """
      update log_entry set due_at = ? where declaration_id in (
        select declaration_id from log_entry where log_index is null and due_at <= ?
        order by due_at, declaration_id limit ? for update skip locked)
      returning declaration_id
      """;
  private static final String UNPROVEN =
      """
      update log_entry set due_at = ? where declaration_id in (
        select declaration_id from log_entry
        where log_index is not null and proof is null and due_at <= ?
        order by due_at, declaration_id limit ? for update skip locked)
      returning *
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
      """
      update log_fallen set attempts = attempts + 1,
        due_at = ?::timestamptz + least(power(2, least(attempts, 20)) * interval '250 ms', interval '1 minute')
      where declaration_id = ? and bit = ?
      """;
  // A quarter of a second, doubled each time, at most a minute.
  private static final String LATER =
      """
      update log_entry set attempts = attempts + 1,
        due_at = ?::timestamptz + least(power(2, least(attempts, 20)) * interval '250 ms', interval '1 minute')
      where declaration_id = any (?)
      """;

  private final Sql sql;

  public SqlOwnEntries(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
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
    return sql.list(
        UNPLACED, row -> new DeclarationId(row.text("declaration_id")), until, now, most);
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
    return sql.list(
        UNPROVEN,
        row ->
            new Placed(
                new DeclarationId(row.text("declaration_id")),
                row.optionalText("recipient").map(ParticipantId::new),
                new TraceId(row.uuid("trace_id")),
                row.number("log_index")),
        until,
        now,
        most);
  }

  @Override
  public boolean proven(DeclarationId id, LoggedEntry proof, Instant since) {
    return sql.update(
            "update log_entry set proof = ?, included_at = ?, attempts = 0"
                + " where declaration_id = ? and proof is null",
            new String(StrictJson.write(proof.toJson()), UTF_8),
            since,
            id.value())
        > 0;
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
    sql.update(LATER, now, texts(ids));
  }

  @Override
  public void askAgain(Collection<DeclarationId> ids, Instant at) {
    sql.update("update log_entry set due_at = ? where declaration_id = any (?)", at, texts(ids));
  }

  @Override
  public Optional<LoggedEntry> proofOf(DeclarationId id) {
    return sql.first(
            "select proof from log_entry where declaration_id = ?",
            row -> row.optionalText("proof"),
            id.value())
        .flatMap(text -> text)
        .map(text -> LoggedEntry.fromJson(StrictJson.parseCarrier(text.getBytes(UTF_8))));
  }

  @Override
  public long unproven() {
    return sql.number("select count(*) from log_entry where proof is null");
  }

  private static String[] texts(Collection<DeclarationId> ids) {
    return ids.stream().map(DeclarationId::value).toArray(String[]::new);
  }
}
