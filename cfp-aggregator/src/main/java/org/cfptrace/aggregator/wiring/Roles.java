package org.cfptrace.aggregator.wiring;

/** The roles a token may carry. Every door names those it opens for; the rest stay shut. */
public final class Roles {
  /** Reads what was collected. */
  public static final String ANALYST = "analyst";

  /** Replays the quarantine. */
  public static final String OPERATOR = "operator";

  /** Accepts partners. */
  public static final String ADMIN = "admin";

  private Roles() {}
}
