package org.cfptrace.exchange.receive.adapter;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.receive.Envelope;
import org.cfptrace.exchange.receive.Quarantine;
import org.cfptrace.exchange.receive.Quarantined;
import org.cfptrace.exchange.receive.Quarantined.State;
import org.cfptrace.exchange.receive.Why;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.database.Sql;
import org.cfptrace.verify.Origin;

/** The quarantine in PostgreSQL. */
public final class SqlQuarantine implements Quarantine {
  private static final String PUT =
      """
      insert into quarantine (id, state, way, bytes, digest, sender, message_id, thread, seq, reason,
        detail, received_at, due_at, attempts)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (digest) where state <> 'RESOLVED' do nothing
      """;

  private final Sql sql;

  public SqlQuarantine(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public boolean put(Quarantined message, Instant dueAt) {
    Optional<Origin> origin = message.origin();
    return sql.update(
            PUT,
            message.id(),
            message.state(),
            message.way(),
            message.envelope().bytes(),
            message.envelope().digest(),
            origin.map(from -> from.issuer().toString()),
            origin.map(Origin::jti),
            origin.map(Origin::thread),
            origin.map(Origin::seq),
            message.reason(),
            message.detail(),
            message.receivedAt(),
            dueAt,
            message.attempts())
        > 0;
  }

  @Override
  public Optional<Quarantined> find(UUID id) {
    return sql.first("select * from quarantine where id = ?", SqlQuarantine::quarantined, id);
  }

  @Override
  public Optional<Quarantined> nextInTurn(String sender, String thread, long seq) {
    return sql.first(
        "select * from quarantine where state = 'AHEAD' and sender = ? and thread = ? and seq = ?",
        SqlQuarantine::quarantined,
        sender,
        thread,
        seq);
  }

  @Override
  public long ahead(String sender) {
    return sql.number(
        "select count(*) from quarantine where sender = ? and state = 'AHEAD'", sender);
  }

  @Override
  public boolean hasAhead(String sender, String thread) {
    return sql.number(
            "select count(*) from quarantine where state = 'AHEAD' and sender = ? and thread = ?",
            sender,
            thread)
        > 0;
  }

  @Override
  public List<Quarantined> due(Instant now, int most) {
    return sql.list(
        "select * from quarantine where state in ('HELD', 'AHEAD') and due_at <= ?"
            + " order by received_at, seq limit ?",
        SqlQuarantine::quarantined,
        now,
        most);
  }

  @Override
  public void retryAt(UUID id, State state, Why why, Instant dueAt) {
    sql.update(
        "update quarantine set state = ?, reason = ?, detail = ?, due_at = ?,"
            + " attempts = attempts + 1 where id = ? and state <> 'RESOLVED'",
        state,
        why.reason(),
        why.detail(),
        dueAt,
        id);
  }

  @Override
  public void resolve(UUID id, Instant at) {
    sql.update(
        "update quarantine set state = 'RESOLVED', resolved_at = ? where id = ?"
            + " and state <> 'RESOLVED'",
        at,
        id);
  }

  @Override
  public Page<Quarantined> list(PageRequest page) {
    Optional<UUID> after = page.after().map(SqlQuarantine::id);
    List<Quarantined> rows =
        sql.list(
            "select * from quarantine where state <> 'RESOLVED' and (received_at, id) > "
                + "(select coalesce(max(received_at), '-infinity'), coalesce(?,"
                + " '00000000-0000-0000-0000-000000000000'::uuid) from quarantine where id = ?)"
                + " order by received_at, id limit ?",
            SqlQuarantine::quarantined,
            after,
            after,
            page.rowsToFetch());
    return Page.of(rows, page, row -> row.id().toString());
  }

  @Override
  public long count(State state) {
    return sql.number("select count(*) from quarantine where state = ?", state);
  }

  private static UUID id(String cursor) {
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException notOurs) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "\"after\" is not a cursor of this list");
    }
  }

  private static Quarantined quarantined(Sql.Row row) throws SQLException {
    return new Quarantined(
        row.uuid("id"),
        State.valueOf(row.text("state")),
        Way.valueOf(row.text("way")),
        new Envelope(row.bytes("bytes")),
        origin(row),
        row.text("reason"),
        row.text("detail"),
        row.instant("received_at"),
        (int) row.number("attempts"));
  }

  private static Optional<Origin> origin(Sql.Row row) throws SQLException {
    if (row.optionalText("sender").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Origin(
            new ParticipantId(row.text("sender")),
            row.text("message_id"),
            row.text("thread"),
            row.number("seq")));
  }
}
