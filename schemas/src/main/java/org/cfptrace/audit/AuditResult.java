package org.cfptrace.audit;

import org.cfptrace.chain.ChainVerdict;

/** What an audit found, all in all. */
public enum AuditResult {
  /** Every declaration of the chain was shown and holds, and nothing is missing in any of them. */
  VERIFIED,
  /**
   * What was shown holds. Some of it was not shown, and the coverage says how much; or a
   * declaration says itself that it is incomplete, or states something from which it hides what it
   * follows from, and its remarks say so.
   */
  PARTLY_VERIFIED,
  /** Something does not hold. */
  FAILED;

  /** The result of a verdict. */
  public static AuditResult of(ChainVerdict verdict) {
    if (verdict.hasFailed()) {
      return FAILED;
    }
    return verdict.isVerified() && !verdict.leavesOpen() ? VERIFIED : PARTLY_VERIFIED;
  }
}
