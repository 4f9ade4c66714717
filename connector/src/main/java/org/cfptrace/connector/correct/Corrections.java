package org.cfptrace.connector.correct;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** Declarations that wait for a person, kept. */
public interface Corrections {
  /** Lets one wait, in place of an earlier one for the same product, partner and period. */
  void await(Correction correction);

  /** What waits for that product, partner and period does not matter any more. */
  void obsolete(TraceId product, ParticipantId partner, Period period, Instant at);

  /** Whether a person has decided against just this figure. */
  boolean isDismissed(TraceId product, ParticipantId partner, String figure);

  Optional<Correction> find(UUID id);

  /** One that waits, held until the transaction ends. */
  Optional<Correction> findWaiting(UUID id);

  /** A person has decided. */
  void settle(UUID id, Correction.State state, String who, Instant at);

  /** All, newest first, or only those that wait. */
  Page<Correction> newestFirst(PageRequest page, boolean onlyWaiting);
}
