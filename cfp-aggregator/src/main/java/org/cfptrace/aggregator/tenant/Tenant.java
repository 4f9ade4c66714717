package org.cfptrace.aggregator.tenant;

import static java.util.Objects.requireNonNull;

import org.cfptrace.footprint.ParticipantId;

/** A company that keeps its products here: what it handed in is seen by its own people alone. */
public record Tenant(ParticipantId participant) {
  public Tenant {
    requireNonNull(participant, "participant");
  }

  /** Its name in the tables: the participant's id. */
  public String did() {
    return participant.did();
  }
}
