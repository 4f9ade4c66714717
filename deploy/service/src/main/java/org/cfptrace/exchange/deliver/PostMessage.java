package org.cfptrace.exchange.deliver;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.cfptrace.envelope.DraftMessage;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.SignedMessage;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Randomness;
import org.cfptrace.keys.SigningKey;

/**
 * Signs what we have to say and puts it into the outbox, in the transaction under way. It gets its
 * place in the thread here, once; every later attempt to send it carries the same bytes.
 */
public final class PostMessage {
  /** How long a message may be on its way: longer than any factory holiday. */
  public static final Duration LIFE = Duration.ofDays(30);

  private static final String URN = "urn:uuid:";

  private final ParticipantId me;
  private final SigningKey key;
  private final Outbox outbox;
  private final Clock clock;
  private final Randomness randomness;

  public PostMessage(
      ParticipantId me, SigningKey key, Outbox outbox, Clock clock, Randomness randomness) {
    this.me = requireNonNull(me, "me");
    this.key = requireNonNull(key, "key");
    this.outbox = requireNonNull(outbox, "outbox");
    this.clock = requireNonNull(clock, "clock");
    this.randomness = requireNonNull(randomness, "randomness");
  }

  /**
   * A message that was posted.
   *
   * @param messageId under which it travels
   * @param seq its place in the thread
   */
  public record Posted(UUID messageId, long seq) {}

  /** Posts a message. */
  public Posted post(
      ParticipantId recipient, Way way, String thread, MessageType type, ObjectNode body) {
    Instant now = clock.instant();
    long seq = outbox.nextSeq(recipient, thread);
    SignedMessage signed =
        new DraftMessage(me, recipient, type, thread, seq, body)
            .sign(key, now, now.plus(LIFE), randomness);
    UUID id = UUID.fromString(signed.jti().substring(URN.length()));
    outbox.add(
        new OutboxMessage(id, recipient, way, thread, seq, signed.token(), 0),
        type.jsonName(),
        now);
    return new Posted(id, seq);
  }
}
