package org.cfptrace.exchange.receive.adapter;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.exchange.receive.IncomingMessages;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.database.Sql;
import org.cfptrace.verify.Origin;

/** What came in, in PostgreSQL. */
public final class SqlIncomingMessages implements IncomingMessages {
  private static final String LAST_SEQ =
      """
      insert into incoming_thread as t (sender, thread, last_seq) values (?, ?, 0)
      on conflict (sender, thread) do update set last_seq = t.last_seq returning last_seq
      """;
  private static final String NOTE =
      """
      insert into incoming_message as m (sender, message_id, digest, thread, seq, outcome,
        received_at)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (sender, message_id) do update
      set digest = excluded.digest, outcome = excluded.outcome
      where m.outcome = 'QUARANTINED' and excluded.outcome = 'APPLIED'
      """;
  private static final String USE_PLACE =
      """
      insert into incoming_thread as t (sender, thread, last_seq) values (?, ?, ?)
      on conflict (sender, thread) do update set last_seq = excluded.last_seq
      where t.last_seq = excluded.last_seq - 1
      """;

  private final Sql sql;

  public SqlIncomingMessages(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public Optional<Outcome> outcomeOf(ParticipantId sender, String messageId) {
    return sql.first(
        "select outcome from incoming_message where sender = ? and message_id = ?",
        row -> Outcome.valueOf(row.text("outcome")),
        sender.toString(),
        messageId);
  }

  @Override
  public Optional<String> digestOf(ParticipantId sender, String messageId) {
    return sql.first(
            "select digest from incoming_message where sender = ? and message_id = ?",
            row -> row.optionalText("digest"),
            sender.toString(),
            messageId)
        .flatMap(digest -> digest);
  }

  @Override
  public long lastSeq(ParticipantId sender, String thread) {
    return sql.number(LAST_SEQ, sender.toString(), thread);
  }

  @Override
  public void note(Origin origin, Optional<String> digest, Outcome outcome, Instant at) {
    sql.update(
        NOTE,
        origin.issuer().toString(),
        origin.jti(),
        digest,
        origin.thread(),
        origin.seq(),
        outcome,
        at);
    // A thread that begins in its middle has no row yet, and then this place is not the next one.
    if (lastSeq(origin.issuer(), origin.thread()) == origin.seq() - 1) {
      usePlaces(origin);
    }
  }

  /** Uses this place, and those behind it of messages that were refused ahead of their turn. */
  private void usePlaces(Origin origin) {
    long place = origin.seq();
    do {
      sql.update(USE_PLACE, origin.issuer().toString(), origin.thread(), place);
      place++;
    } while (isTaken(origin, place));
  }

  private boolean isTaken(Origin origin, long place) {
    return sql.first(
            "select seq from incoming_message where sender = ? and thread = ? and seq = ?",
            row -> true,
            origin.issuer().toString(),
            origin.thread(),
            place)
        .isPresent();
  }
}
