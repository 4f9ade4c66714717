package org.cfptrace.service.access;

/**
 * The roles a token may carry. Every door names those it opens for; without one nobody comes in.
 */
public final class Roles {
  /** Writes master data and emissions. */
  public static final String SUPPLIER = "supplier";

  /** Releases figures to partners. */
  public static final String APPROVER = "approver";

  /** Reads products, footprints and declarations. */
  public static final String ANALYST = "analyst";

  /** Reads the journal. */
  public static final String AUDITOR = "auditor";

  /** Makes the files for authorities. */
  public static final String DISCLOSURE_OFFICER = "disclosure-officer";

  /** Replays the quarantine. */
  public static final String OPERATOR = "operator";

  /** Configures the service, accepts partners. */
  public static final String ADMIN = "admin";

  private Roles() {}
}
