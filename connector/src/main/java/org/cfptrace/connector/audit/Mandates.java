package org.cfptrace.connector.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.audit.Mandate;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** The mandates we have issued or received. */
public interface Mandates {
  /** Keeps one; one that is here already stays as it is. */
  void keep(
      Mandate mandate, KeptMandate.Side side, String token, Optional<String> issuedBy, Instant at);

  /** One of them. */
  Optional<KeptMandate> find(UUID id, KeptMandate.Side side);

  /** One that we have issued, by its exact token. */
  Optional<KeptMandate> issued(String token);

  /**
   * Whether this auditor has, or had, a mandate of ours for a product and period; not one that was
   * withdrawn.
   */
  boolean hasIssued(ParticipantId auditor, TraceId product, Period period);

  /** It holds no more. */
  void withdraw(UUID id, String who, Instant at);

  /** None that we have issued to this auditor holds any more. */
  void withdrawAll(ParticipantId auditor, String who, Instant at);

  /** All of one side, newest first. */
  Page<KeptMandate> newestFirst(PageRequest page, KeptMandate.Side side);
}
