package org.cfptrace.exchange.receive;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.footprint.ParticipantId;

/**
 * A message of ours that its reader has refused, with the reason it gave.
 *
 * @param type what we had sent
 */
public record RefusedMessage(
    ParticipantId reader, UUID messageId, Optional<MessageType> type, Optional<String> reason) {
  public RefusedMessage {
    requireNonNull(reader, "reader");
    requireNonNull(messageId, "messageId");
    requireNonNull(type, "type");
    requireNonNull(reason, "reason");
  }
}
