package org.cfptrace.aggregator.collect;

/** Where a declaration stands. */
public enum DeclarationState {
  /** Its issuer stands by it. */
  ACTIVE,
  /** Its issuer has corrected it by another one, which we have too. */
  SUPERSEDED,
  /** Its last day of use is over. */
  EXPIRED
}
