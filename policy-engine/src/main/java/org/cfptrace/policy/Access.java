package org.cfptrace.policy;

/** What the table of audience views says about one claim for one audience. */
public enum Access {
  /** The audience sees it whenever a declaration is made at all. */
  YES,
  /** The owner turns it on or off for each recipient; off until then. */
  SWITCH,
  /** Only a policy that names the claim opens it; there is no switch for it. */
  POLICY,
  /** The audience never sees it, whatever a switch or a policy says. */
  NO
}
