package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.Fingerprint;

/**
 * By whose word an auditor may be shown something.
 *
 * @param id the {@code jti} of the mandate or endorsement
 * @param by who has given it: we ourselves, or a customer
 * @param auditorKey the auditor's fingerprint as whoever gave it knows it
 * @param depth how many companies deep, we being the first
 */
public record Leave(
    Kind kind, String id, ParticipantId by, Fingerprint auditorKey, long depth, Instant until) {

  /** What sort of word it is. */
  public enum Kind {
    MANDATE,
    ENDORSEMENT
  }

  public Leave {
    requireNonNull(kind, "kind");
    requireNonNull(id, "id");
    requireNonNull(by, "by");
    requireNonNull(auditorKey, "auditorKey");
    requireNonNull(until, "until");
  }
}
