package org.cfptrace.audit;

import org.cfptrace.chain.ChainVerdict;

/** What an audit found, all in all. */
public enum AuditResult {
  /** Every declaration of the chain was shown and holds. */
  VERIFIED,
  /** What was shown holds; some of it was not shown. The coverage says how much. */
  PARTLY_VERIFIED,
  /** Something does not hold. */
  FAILED;

  /** The result of a verdict. */
  public static AuditResult of(ChainVerdict verdict) {
    if (verdict.hasFailed()) {
      return FAILED;
    }
    return verdict.isVerified() ? VERIFIED : PARTLY_VERIFIED;
  }
}
