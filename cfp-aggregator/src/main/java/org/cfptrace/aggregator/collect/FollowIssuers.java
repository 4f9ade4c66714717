package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;

import org.cfptrace.exchange.partner.Acquaintances;
import org.cfptrace.footprint.ParticipantId;

/**
 * Sees to it that the directory is followed for every issuer of what is kept here: most of them are
 * no partners of ours, their customers hand on what they declared. It looks again and again, so
 * that it is right after a start, and after the registry was away.
 */
public final class FollowIssuers {
  private static final int MOST_AT_ONCE = 100;

  private final CollectedIssuers issuers;
  private final Acquaintances acquaintances;

  public FollowIssuers(CollectedIssuers issuers, Acquaintances acquaintances) {
    this.issuers = requireNonNull(issuers, "issuers");
    this.acquaintances = requireNonNull(acquaintances, "acquaintances");
  }

  /** Asks for those that are not followed; how many are so now. */
  public int round() {
    int met = 0;
    for (ParticipantId issuer : issuers.notFollowed(MOST_AT_ONCE)) {
      met += acquaintances.meet(issuer) ? 1 : 0;
    }
    return met;
  }
}
