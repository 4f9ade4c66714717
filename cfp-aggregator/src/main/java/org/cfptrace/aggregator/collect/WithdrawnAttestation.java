package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.cfptrace.footprint.ParticipantId;

/** An auditor has taken back a word that a company has attached to its declarations. */
public record WithdrawnAttestation(ParticipantId auditor, Instant at, String reason) {
  public WithdrawnAttestation {
    requireNonNull(auditor, "auditor");
    requireNonNull(at, "at");
    requireNonNull(reason, "reason");
  }
}
