package org.cfptrace.exchange.receive;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;
import org.cfptrace.footprint.ParticipantId;

/** A message of ours that its reader has refused, with the reason it gave. */
public record RefusedMessage(ParticipantId reader, UUID messageId, Optional<String> reason) {
  public RefusedMessage {
    requireNonNull(reader, "reader");
    requireNonNull(messageId, "messageId");
    requireNonNull(reason, "reason");
  }
}
