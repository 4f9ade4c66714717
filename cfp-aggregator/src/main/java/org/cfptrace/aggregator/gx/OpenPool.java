package org.cfptrace.aggregator.gx;

import static java.util.Objects.requireNonNull;

import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/** A verified reduction becomes a pool, once. Runs in one transaction of its company. */
public final class OpenPool {
  private final ReductionPools pools;

  public OpenPool(ReductionPools pools) {
    this.pools = requireNonNull(pools, "pools");
  }

  /**
   * Opens a pool.
   *
   * @throws Refused where the claim is too long, or what it claims is claimed
   */
  public void open(ReductionPool pool) {
    if (pool.isTooLong()) {
      throw new Refused(
          ProblemCode.CLAIM_PERIOD_TOO_LONG, "expected 12 months at most, seen " + pool.period());
    }
    pools.holdOpening();
    pools.overlapping(pool.period()).stream()
        .filter(pool::claimsTheSameAs)
        .findFirst()
        .ifPresent(
            other -> {
              throw LedgerRules.twice(
                  "pool "
                      + other.id()
                      + " has this project or product line of this site, from "
                      + other.period());
            });
    pools.add(pool);
  }
}
