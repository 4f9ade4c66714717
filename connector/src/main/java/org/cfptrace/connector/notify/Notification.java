package org.cfptrace.connector.notify;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;

/**
 * Something the people of this company are told.
 *
 * @param number counts up in the order in which notifications became visible
 * @param facts small named values, in the order of their names
 * @param at when it happened
 * @param readAt when the first person has read it
 * @param readBy who that was
 */
public record Notification(
    long number,
    NotificationType type,
    Optional<ParticipantId> partner,
    Optional<TraceId> product,
    Optional<String> requestId,
    Optional<String> declarationId,
    Map<String, String> facts,
    Instant at,
    Optional<Instant> readAt,
    Optional<String> readBy) {
  /** Refuses facts that are too many or too long. */
  public Notification {
    requireNonNull(type, "type");
    requireNonNull(at, "at");
    facts = Facts.checked(facts);
  }
}
