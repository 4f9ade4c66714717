package org.cfptrace.exchange.partner;

/** What a person has to look at. */
public enum AlarmKind {
  /** The directory shows a key as ours that we did not make. */
  FOREIGN_KEY_IN_OUR_NAME,
  /** The directory shows a new key of a partner for which no key we trust vouches. */
  UNPROVEN_KEY_OF_PARTNER,
  /**
   * The public log has shown a partner, or us at another time, a tree that is not the one we see;
   * or a partner says that ours is not the one it sees.
   */
  FORKED_LOG
}
