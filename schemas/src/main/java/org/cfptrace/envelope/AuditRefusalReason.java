package org.cfptrace.envelope;

/** Why a company does not show an auditor what it asked for. */
public enum AuditRefusalReason {
  /** Neither a mandate of ours nor an endorsement of a customer that is good for this auditor. */
  NO_MANDATE("no mandate or endorsement that is good for this auditor"),
  /** The leave was good once. */
  MANDATE_EXPIRED("the mandate or endorsement has expired"),
  /** The leave does not go so far up the chain. */
  BEYOND_DEPTH("the leave does not go so far up the chain"),
  /** The leave is for another product or another period. */
  OTHER_PRODUCT("the leave is for another product or period"),
  /** The registry does not list the auditor as accredited at this moment. */
  NOT_ACCREDITED("not accredited at this moment"),
  /** A person, or a setting of the company, says no. */
  REFUSED_BY_OWNER("the company does not show it"),
  /** There is no such declaration. */
  NOT_HELD("no such declaration"),
  /** The company would show it, but its connector cannot put the answer together. */
  CANNOT_ANSWER("the company's connector cannot put the answer together");

  private final String sentence;

  AuditRefusalReason(String sentence) {
    this.sentence = sentence;
  }

  /** What it means, for people. */
  public String sentence() {
    return sentence;
  }
}
