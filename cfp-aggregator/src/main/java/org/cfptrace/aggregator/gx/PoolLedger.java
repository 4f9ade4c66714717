package org.cfptrace.aggregator.gx;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.gx.Act.Allocation;
import org.cfptrace.aggregator.gx.Act.CertificateMove;
import org.cfptrace.aggregator.gx.Act.Debit;
import org.cfptrace.aggregator.gx.Act.PoolEnd;
import org.cfptrace.service.answer.Refused;

/**
 * A pool as its entries have left it. What is allocated is added back to the whole line: {@code
 * cfpBefore = (actual emissions + Σ allocated) / total mass}; a lot carries its reduction less, all
 * other product cfpBefore, so that Σ mass × carried is what was emitted, exactly. An entry that
 * would break a rule is refused, never cut down to what would fit.
 */
public final class PoolLedger {
  private final ReductionPool pool;
  private final Map<CertificateId, Holding> holdings = new LinkedHashMap<>();
  private final Map<ProductLot, CertificateId> lots = new HashMap<>();
  private final Set<String> debitReferences = new HashSet<>();
  private TonnesCo2e allocated = TonnesCo2e.NONE;
  private TonnesCo2e debited = TonnesCo2e.NONE;
  private Tonnes gxMass = Tonnes.NONE;
  private Optional<PoolEnd.Kind> end = Optional.empty();
  private long entries;

  private PoolLedger(ReductionPool pool) {
    this.pool = requireNonNull(pool, "pool");
  }

  /** Reads the entries of a pool, in their order. */
  public static PoolLedger of(ReductionPool pool, List<Entry> entries) {
    PoolLedger ledger = new PoolLedger(pool);
    entries.forEach(entry -> ledger.take(entry.act()));
    return ledger;
  }

  /**
   * Adds an entry.
   *
   * @throws Refused with the rule the act would break; nothing is added then
   */
  public Entry enter(Act act, Instant at, String by) {
    new LedgerRules(this).check(act);
    take(act);
    return new Entry(entries, act, cfpBefore(), at, by);
  }

  public ReductionPool pool() {
    return pool;
  }

  /** What every tonne of the line carries before any reduction. */
  public Intensity cfpBefore() {
    return cfpBeforeWith(allocated);
  }

  /** The same, were that much allocated. */
  Intensity cfpBeforeWith(TonnesCo2e reduction) {
    return pool.actualEmissions().plus(reduction).per(pool.totalMass());
  }

  /**
   * What a lot carries after its reduction; one whose certificate was cancelled, what all carry.
   */
  public Intensity cfpAfter(Holding holding) {
    return holding.isActive() ? cfpBefore().minus(holding.allocation().perTonne()) : cfpBefore();
  }

  /** The reduction under certificates that stand. */
  public TonnesCo2e allocated() {
    return allocated;
  }

  /** The reduction that lowered footprints have taken. */
  public TonnesCo2e debited() {
    return debited;
  }

  /** What is left of the verified reduction. */
  public TonnesCo2e remaining() {
    return pool.verifiedReduction().minus(allocated).minus(debited);
  }

  /** The mass of lots whose certificates stand. */
  public Tonnes gxMass() {
    return gxMass;
  }

  /** All certificates, in the order in which they were issued. */
  public Collection<Holding> holdings() {
    return Collections.unmodifiableCollection(holdings.values());
  }

  public Optional<Holding> find(CertificateId certificate) {
    return Optional.ofNullable(holdings.get(certificate));
  }

  /** How the pool has ended; empty while more may be allocated. */
  public Optional<PoolEnd.Kind> end() {
    return end;
  }

  /** The certificate that stands for a lot. */
  Optional<CertificateId> standingFor(ProductLot lot) {
    return Optional.ofNullable(lots.get(lot));
  }

  boolean isDebited(String reference) {
    return debitReferences.contains(reference);
  }

  private void take(Act act) {
    entries++;
    act.fold(this::issue, this::move, this::debit, this::end);
  }

  private Boolean issue(Allocation allocation) {
    holdings.put(
        allocation.certificate(),
        new Holding(entries, allocation, CertificateState.ISSUED, Optional.empty()));
    lots.put(allocation.lot(), allocation.certificate());
    allocated = allocated.plus(allocation.reduction());
    gxMass = gxMass.plus(allocation.mass());
    return true;
  }

  private Boolean move(CertificateMove move) {
    Holding moved =
        find(move.certificate())
            .orElseThrow(() -> new IllegalStateException("not of this pool: " + move))
            .after(move);
    holdings.put(move.certificate(), moved);
    if (!moved.isActive()) {
      lots.remove(moved.allocation().lot());
      allocated = allocated.minus(moved.allocation().reduction());
      gxMass = gxMass.minus(moved.allocation().mass());
    }
    return true;
  }

  private Boolean debit(Debit debit) {
    debitReferences.add(debit.reference());
    debited = debited.plus(debit.reduction());
    return true;
  }

  private Boolean end(PoolEnd ended) {
    end = Optional.of(ended.kind());
    return true;
  }
}
