package org.cfptrace.exchange.anchor;

import org.cfptrace.participant.StatusListToken;

/** The newest version of the status list that the log has shown us. */
public interface SeenStatusLists {
  /** How a list is to those shown before. */
  enum Verdict {
    /** The same as the newest before, or a newer one; it is remembered. */
    GOOD,
    /** Of a lower version than one shown before. */
    OLDER,
    /** Another list than the one shown before of this version. */
    OTHER
  }

  /** Judges a list, and remembers it where it is the newest. */
  Verdict see(StatusListToken list);
}
