package org.cfptrace.registry.participant;

/** Who must hear of a change to a participant, in the same transaction. */
public interface Announcements {
  /** States the participant anew in the directory and brings the broker's rights up to date. */
  Participant announce(Participant changed);
}
