package org.cfptrace.exchange.receive;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.verify.Origin;

/**
 * A message that was not applied, as it came.
 *
 * @param envelope the bytes, as they came
 * @param origin where it came from; empty when that could not be made sure
 * @param attempts how often it was tried
 */
public record Quarantined(
    UUID id,
    State state,
    Way way,
    Envelope envelope,
    Optional<Origin> origin,
    String reason,
    String detail,
    Instant receivedAt,
    int attempts) {
  public Quarantined {
    requireNonNull(id, "id");
    requireNonNull(state, "state");
    requireNonNull(way, "way");
    requireNonNull(envelope, "envelope");
    requireNonNull(origin, "origin");
    requireNonNull(reason, "reason");
    requireNonNull(detail, "detail");
    requireNonNull(receivedAt, "receivedAt");
  }

  /** Why it lies here, and for how long. */
  public enum State {
    /** Refused: only an operator's replay can change that. */
    QUARANTINED,
    /** It cannot be judged yet, and is tried again. */
    HELD,
    /** It came before its turn, and is applied when the message before it is. */
    AHEAD,
    /** Applied in the end. */
    RESOLVED
  }
}
