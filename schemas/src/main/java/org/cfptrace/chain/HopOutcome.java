package org.cfptrace.chain;

/** What came of one declaration of a chain. */
public enum HopOutcome {
  /** Everything that is to be checked holds. */
  VERIFIED,
  /** Its owner does not show it. */
  REFUSED_BY_OWNER,
  /** Its owner has not answered, or was not asked. */
  UNAVAILABLE,
  /** Something does not hold. */
  FAILED
}
