package org.cfptrace.registry.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The signed calls that came, so that none comes twice. */
public interface TakenCalls {
  /**
   * How long an id is kept after its call has expired, in case the clocks of two instances differ:
   * to one of them the call may look timely when the other has forgotten it.
   */
  Duration KEPT_AFTER_EXPIRY = Duration.ofHours(1);

  /** Takes a call that is good until {@code expiresAt}; false when it was taken before. */
  boolean take(UUID id, Instant expiresAt);

  /** Forgets calls that had expired by {@code before}. */
  void forget(Instant before);
}
