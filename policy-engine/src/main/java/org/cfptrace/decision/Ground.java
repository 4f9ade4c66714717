package org.cfptrace.decision;

/** Why a claim is shown or hidden. */
public enum Ground {
  /** The audience always sees it. */
  AUDIENCE_SEES_IT(true),
  /** The owner has turned the switch for this recipient on. */
  SWITCHED_ON(true),
  /** A policy of the owner names the claim. */
  OPENED_BY_POLICY(true),
  /** The owner has not turned the switch on. */
  SWITCHED_OFF(false),
  /** It takes a policy to open it, and there is none. */
  NO_POLICY(false),
  /** The audience never sees it. */
  NOT_FOR_THIS_AUDIENCE(false);

  private final boolean shows;

  Ground(boolean shows) {
    this.shows = shows;
  }

  /** Whether a claim decided on this ground is shown. */
  public boolean shows() {
    return shows;
  }
}
