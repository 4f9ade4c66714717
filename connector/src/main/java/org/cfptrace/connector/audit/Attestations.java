package org.cfptrace.connector.audit;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.audit.Attestation;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** What auditors have attested of our products. */
public interface Attestations {
  /** Keeps one. */
  void keep(Attestation attestation, String token, String digest, Instant at);

  /** The product of which this auditor has given us the word of this digest, if it has. */
  Optional<TraceId> productOf(ParticipantId auditor, String digest);

  /** Whether its auditor has taken back the word of this digest, which it had given us. */
  boolean isTakenBack(String digest);

  /**
   * The newest of a product for a period that found no faults, by an auditor to whom we have given
   * a mandate for just that, about a statement that we have not recalled since. One that its
   * auditor has taken back is none.
   */
  Optional<Attested> newestGood(TraceId product, Period period);

  /** All, newest first. */
  Page<Attested> newestFirst(PageRequest page);
}
