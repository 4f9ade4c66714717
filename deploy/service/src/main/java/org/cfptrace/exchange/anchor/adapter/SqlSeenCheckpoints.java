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
      insert into log_checkpoint as c (size, root, note, shown_by, state, seen_at)
      values (?, ?, ?, ?, ?, ?)
      on conflict (size, root) do update set
        state = excluded.state,
        shown_by = case when excluded.shown_by is null then null else c.shown_by end,
        note = case when excluded.shown_by is null then excluded.note else c.note end
      where c.state = 'PENDING' or (c.shown_by is not null and excluded.shown_by is null)
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
  public Optional<State> stateOf(SignedCheckpoint checkpoint) {
    return sql.first(
        "select state from log_checkpoint where size = ? and root = ?",
        row -> State.valueOf(row.text("state")),
        checkpoint.checkpoint().size(),
        checkpoint.checkpoint().root().base64());
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
        at);
  }

  @Override
  public List<Shown> pending(int most) {
    return sql.list(
        "select note, shown_by from log_checkpoint where state = 'PENDING' order by size limit ?",
        row -> new Shown(row.text("note"), new ParticipantId(row.text("shown_by"))),
        most);
  }
}
