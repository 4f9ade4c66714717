package org.cfptrace.aggregator.deliver;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.cfptrace.footprint.ParticipantId;

/**
 * A signed message on its way out.
 *
 * @param messageId its {@code jti}, and the opaque id in the broker's header
 * @param thread decides the order: messages of one thread to one reader go one after the other
 * @param token the signed message; sealed only when it is sent, to the key the reader has then
 * @param attempts how often sending has failed so far
 */
public record OutgoingMessage(
    UUID messageId,
    ParticipantId recipient,
    Way way,
    String thread,
    long seq,
    String token,
    int attempts) {
  public OutgoingMessage {
    requireNonNull(messageId, "messageId");
    requireNonNull(recipient, "recipient");
    requireNonNull(way, "way");
    requireNonNull(thread, "thread");
    requireNonNull(token, "token");
  }

  /** Where it goes, never what it says. */
  @Override
  public String toString() {
    return "OutgoingMessage[" + messageId + ", " + way + "]";
  }
}
