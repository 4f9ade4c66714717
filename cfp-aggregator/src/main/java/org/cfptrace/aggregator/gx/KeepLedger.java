package org.cfptrace.aggregator.gx;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.cfptrace.aggregator.gx.Act.Allocation;
import org.cfptrace.aggregator.gx.Act.CertificateMove;
import org.cfptrace.aggregator.gx.Act.Debit;
import org.cfptrace.aggregator.gx.Act.PoolEnd;
import org.cfptrace.service.answer.Refused;

/**
 * Enters what is done with a pool. Each call runs in one transaction of its company and holds the
 * pool until that ends, so that of many at the same moment each sees what the ones before it took.
 */
public final class KeepLedger {
  private final ReductionPools pools;
  private final LedgerEntries entries;
  private final Clock clock;

  public KeepLedger(ReductionPools pools, LedgerEntries entries, Clock clock) {
    this.pools = requireNonNull(pools, "pools");
    this.entries = requireNonNull(entries, "entries");
    this.clock = requireNonNull(clock, "clock");
  }

  /** The ledger as it stands. */
  public PoolLedger show(PoolId id) {
    return read(pools.find(id).orElseThrow(() -> none(id)));
  }

  /**
   * Allocates a part of a pool to a lot.
   *
   * @throws Refused under the code of the rule it would break
   */
  public PoolLedger allocate(PoolId id, Allocation allocation, String by) {
    PoolLedger ledger = hold(id);
    entries.hold(allocation.lot());
    entries
        .standingElsewhere(id, allocation.lot())
        .ifPresent(
            certificate -> {
              throw LedgerRules.twice("the lot has certificate " + certificate);
            });
    if (entries.poolOf(allocation.certificate()).isPresent()) {
      throw LedgerRules.usedId(allocation.certificate());
    }
    if (!enter(ledger, allocation, by)) {
      throw LedgerRules.usedId(allocation.certificate());
    }
    return ledger;
  }

  /**
   * Transfers, retires or cancels a certificate.
   *
   * @throws Refused under the code of the rule it would break
   */
  public PoolLedger move(CertificateMove move, String by) {
    PoolLedger ledger = hold(poolOf(move.certificate()));
    mustEnter(ledger, move, by);
    return ledger;
  }

  /**
   * Takes from a pool what a lowered footprint has taken.
   *
   * @throws Refused under the code of the rule it would break
   */
  public PoolLedger debit(PoolId id, Debit debit, String by) {
    PoolLedger ledger = hold(id);
    mustEnter(ledger, debit, by);
    return ledger;
  }

  /**
   * Closes a pool, or withdraws one that was opened by mistake.
   *
   * @throws Refused under the code of the rule it would break
   */
  public PoolLedger end(PoolId id, PoolEnd end, String by) {
    PoolLedger ledger = hold(id);
    mustEnter(ledger, end, by);
    return ledger;
  }

  /** The pool a certificate was issued from. */
  public PoolId poolOf(CertificateId certificate) {
    return entries
        .poolOf(certificate)
        .orElseThrow(() -> Refused.notFound("certificate", certificate));
  }

  private PoolLedger hold(PoolId id) {
    return read(pools.hold(id).orElseThrow(() -> none(id)));
  }

  private PoolLedger read(ReductionPool pool) {
    return PoolLedger.of(pool, entries.of(pool.id()));
  }

  private void mustEnter(PoolLedger ledger, Act act, String by) {
    if (!enter(ledger, act, by)) {
      throw new IllegalStateException("an entry's number was taken while its pool was held");
    }
  }

  private boolean enter(PoolLedger ledger, Act act, String by) {
    return entries.add(ledger.pool().id(), ledger.enter(act, clock.instant(), by));
  }

  private static Refused none(PoolId id) {
    return Refused.notFound("pool", id);
  }
}
