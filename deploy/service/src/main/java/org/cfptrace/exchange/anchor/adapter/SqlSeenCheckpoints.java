package org.cfptrace.exchange.anchor.adapter;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.exchange.anchor.SeenCheckpoints;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.log.SignedCheckpoint;
import org.cfptrace.service.database.Sql;

/** Checkpoints in PostgreSQL. */
public final class SqlSeenCheckpoints implements SeenCheckpoints {
  private static final String KEEP =
      """
      insert into log_checkpoint as c (size, root, note, shown_by, state, seen_at, due_at, attempts)
      values (?, ?, ?, ?, ?, ?, ?, 0)
      on conflict (size, root) do update set
        state = excluded.state,
        shown_by = case when excluded.shown_by is null then null else c.shown_by end,
        note = case when excluded.shown_by is null then excluded.note else c.note end
      where c.state = 'PENDING' or (c.shown_by is not null and excluded.shown_by is null)
      """;
  private static final String SEE =
      """
      insert into log_checkpoint (size, root, note, shown_by, state, seen_at, due_at, attempts)
      values (?, ?, ?, ?, 'PENDING', ?, ?, 0) on conflict (size, root) do nothing
      """;
  private static final String PENDING =
      """
      update log_checkpoint set due_at = ? where (size, root) in (
        select size, root from log_checkpoint where state = 'PENDING' and due_at <= ?
        order by due_at, size limit ? for update skip locked)
      returning note, shown_by, seen_at
      """;
  // A second, doubled each time, at most ten minutes.
  private static final String LATER =
      """
      update log_checkpoint set attempts = attempts + 1,
        due_at = ?::timestamptz + least(power(2, least(attempts, 20)) * interval '1 second', interval '10 minutes')
      where size = ? and root = ?
      """;
  private static final String FORGET =
      """
      delete from log_checkpoint where state = 'SAME_TREE' and seen_at < ?
        and size < (select max(size) from log_checkpoint where shown_by is null and state = 'SAME_TREE')
      """;

  private final Sql sql;

  public SqlSeenCheckpoints(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public Optional<String> newest() {
    return sql.first(
        "select note from log_checkpoint where shown_by is null and state = 'SAME_TREE'"
            + " order by size desc limit 1",
        row -> row.text("note"));
  }

  @Override
  public boolean hasTwin(SignedCheckpoint checkpoint) {
    return sql.first(
            "select 1 from log_checkpoint where size = ? and root <> ? and state = 'SAME_TREE'",
            row -> true,
            checkpoint.checkpoint().size(),
            checkpoint.checkpoint().root().base64())
        .isPresent();
  }

  @Override
  public void keep(
      SignedCheckpoint checkpoint, Optional<ParticipantId> by, State state, Instant at) {
    sql.update(
        KEEP,
        checkpoint.checkpoint().size(),
        checkpoint.checkpoint().root().base64(),
        checkpoint.note().written(),
        by.map(ParticipantId::toString),
        state,
        at,
        at);
  }

  @Override
  public State see(SignedCheckpoint checkpoint, ParticipantId by, Instant at) {
    sql.update(
        SEE,
        checkpoint.checkpoint().size(),
        checkpoint.checkpoint().root().base64(),
        checkpoint.note().written(),
        by.toString(),
        at,
        at);
    return sql.first(
            "select state from log_checkpoint where size = ? and root = ? for share",
            row -> State.valueOf(row.text("state")),
            checkpoint.checkpoint().size(),
            checkpoint.checkpoint().root().base64())
        .orElseThrow(() -> new IllegalStateException("expected what was just kept"));
  }

  @Override
  public List<Shown> claimPending(Instant now, Instant until, int most) {
    return sql.list(
        PENDING,
        row ->
            new Shown(
                row.text("note"), new ParticipantId(row.text("shown_by")), row.instant("seen_at")),
        until,
        now,
        most);
  }

  @Override
  public void compareLater(SignedCheckpoint checkpoint, Instant now) {
    sql.update(LATER, now, checkpoint.checkpoint().size(), checkpoint.checkpoint().root().base64());
  }

  @Override
  public void forgetBefore(Instant moment) {
    sql.update(FORGET, moment);
  }
}
