package org.cfptrace.aggregator.collect;

/** Where a declaration stands. */
public enum DeclarationState {
  /** Its issuer stands by it. */
  ACTIVE,
  /** Its issuer has corrected it by another one, which we have too, or are not shown. */
  SUPERSEDED,
  /** Its issuer has withdrawn it; nothing stands in its place unless the issuer says so. */
  RECALLED,
  /** Its last day of use is over. */
  EXPIRED
}
