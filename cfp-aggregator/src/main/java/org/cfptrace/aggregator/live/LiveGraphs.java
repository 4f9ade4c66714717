package org.cfptrace.aggregator.live;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.cfptrace.aggregator.collect.CollectedFigures;
import org.cfptrace.aggregator.collect.FigureChanges;
import org.cfptrace.aggregator.rollup.FootprintGraph;
import org.cfptrace.aggregator.structure.MaintainStructures;
import org.cfptrace.aggregator.structure.Moment;
import org.cfptrace.aggregator.structure.ProductStructure;
import org.cfptrace.aggregator.structure.Structures;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.StructureException;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.database.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * The graphs of the companies this instance adds up for. One is built when it is first needed and
 * again on every new day; whatever is not certain (a write that was not committed, a lease that was
 * lost) is answered by building it again from the database.
 */
public final class LiveGraphs implements MaintainStructures.SumUp {
  private static final long PATIENCE_SECONDS = 10;
  private static final Duration BETWEEN_RENEWALS = Duration.ofSeconds(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private final Structures structures;
  private final CollectedFigures figures;
  private final FigureChanges changes;
  private final TenantLeases leases;
  private final Transactions transactions;
  private final ToLongFunction<ParticipantId> entryOf;
  private final Clock clock;
  private final Map<Tenant, Slot> slots = new ConcurrentHashMap<>();

  /**
   * @param entryOf counts what the directory has said of an issuer; 0 while it has said nothing
   */
  public LiveGraphs(
      Structures structures,
      CollectedFigures figures,
      FigureChanges changes,
      TenantLeases leases,
      Transactions transactions,
      ToLongFunction<ParticipantId> entryOf,
      Clock clock) {
    this.structures = requireNonNull(structures, "structures");
    this.figures = requireNonNull(figures, "figures");
    this.changes = requireNonNull(changes, "changes");
    this.leases = requireNonNull(leases, "leases");
    this.transactions = requireNonNull(transactions, "transactions");
    this.entryOf = requireNonNull(entryOf, "entryOf");
    this.clock = requireNonNull(clock, "clock");
  }

  /** A company's place; its lock is held while its graph is built or changed. */
  private static final class Slot {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable LiveTenant live;
    // What was put in and is not committed yet must not be worked out.
    private int uncommitted;
    // Of the lease under which it was built: under another one others may have written meanwhile.
    private Optional<Long> number = Optional.empty();
    private Instant heldAt = Instant.MIN;
    private Instant lookedAt = Instant.MIN;
  }

  /** What is known now. */
  @Override
  public Moment now() {
    Instant now = clock.instant();
    return new Moment(LocalDate.ofInstant(now, ZoneOffset.UTC), now);
  }

  /**
   * A company's products, added up.
   *
   * @throws Refused UNAVAILABLE while another instance serves the company, or while its products
   *     are still being read
   */
  public FootprintGraph of(Tenant tenant) {
    LiveTenant live = slot(tenant).live;
    return live != null && live.since().day().equals(now().day())
        ? live.graph()
        : locked(tenant, () -> built(tenant)).graph();
  }

  @Override
  public void ready(Tenant tenant) {
    of(tenant);
  }

  /**
   * Puts in what is being written in the transaction under way: it counts once that is committed,
   * and is forgotten if it is not.
   *
   * @throws StructureException if it cannot be added up; nothing has changed
   */
  @Override
  public void put(Tenant tenant, Iterable<ProductStructure> written) {
    locked(
        tenant,
        () -> {
          LiveTenant live = built(tenant);
          refuseUnlessOurs(tenant);
          change(tenant, live, () -> live.putAll(written));
          return live;
        });
  }

  /** Takes out what is being removed in the transaction under way. */
  @Override
  public void remove(Tenant tenant, TraceId product) {
    locked(
        tenant,
        () -> {
          LiveTenant live = built(tenant);
          refuseUnlessOurs(tenant);
          live.graph().usersOf(product).stream()
              .findFirst()
              .ifPresent(
                  user -> {
                    throw new IllegalStateException(product + " is part of " + user);
                  });
          change(tenant, live, () -> live.graph().remove(product));
          return live;
        });
  }

  @Override
  public void forget(Tenant tenant) {
    Slot slot = slot(tenant);
    slot.lock.lock();
    try {
      slot.live = null;
    } finally {
      slot.lock.unlock();
    }
  }

  /**
   * Follows what was heard of suppliers' products, keeps the leases, and begins a new day.
   *
   * @return how many products have another total now
   */
  public int follow() {
    int changed = 0;
    for (Map.Entry<Tenant, Slot> entry : slots.entrySet()) {
      if (entry.getValue().live != null && entry.getValue().lock.tryLock()) {
        try {
          changed += follow(entry.getKey(), entry.getValue());
        } finally {
          entry.getValue().lock.unlock();
        }
      }
    }
    return changed;
  }

  /** Gives all leases back. */
  public void stop() {
    slots.forEach(
        (tenant, slot) -> {
          if (slot.live != null) {
            slot.live = null;
            leases.release(tenant);
          }
        });
  }

  private int follow(Tenant tenant, Slot slot) {
    LiveTenant live = slot.live;
    if (live == null || slot.uncommitted > 0) {
      return 0;
    }
    Instant now = clock.instant();
    if (slot.heldAt.plus(BETWEEN_RENEWALS).isBefore(now)) {
      slot.heldAt = now;
      if (!leases.hold(tenant).equals(slot.number)) {
        slot.live = null;
        return 0;
      }
    }
    if (!live.since().day().equals(now().day())) {
      slot.live = null;
      return 0;
    }
    // Until it has all been put in, what was taken would be lost with a failure.
    slot.live = null;
    Set<SupplierProduct> heard = changes.take(tenant);
    boolean isNew = live.heard(heard);
    boolean isOther = false;
    if (slot.lookedAt.plus(BETWEEN_LOOKS).isBefore(now)) {
      slot.lookedAt = now;
      isOther = live.lookAfterIssuers();
    }
    int changed = isNew || isOther ? live.settle() : 0;
    slot.live = live;
    return changed;
  }

  /** What the graph refuses leaves it as it was; any other failure leaves it uncertain. */
  private void change(Tenant tenant, LiveTenant live, Runnable work) {
    try {
      work.run();
    } catch (StructureException refused) {
      throw refused;
    } catch (RuntimeException failed) {
      // Whatever it was, part of the change may be in the graph: it is read anew.
      slot(tenant).live = null;
      throw failed;
    }
    transactions.atEnd(committed -> end(tenant, live, committed));
    slot(tenant).uncommitted++;
  }

  private void end(Tenant tenant, LiveTenant changed, boolean committed) {
    Slot slot = slot(tenant);
    slot.lock.lock();
    try {
      slot.uncommitted--;
      // What was left out when it was read may fit together with what has changed.
      if (!committed || !changed.equals(slot.live) || changed.leavesLinesOut()) {
        slot.live = null;
      } else if (slot.uncommitted == 0) {
        changed.settle();
      }
    } finally {
      slot.lock.unlock();
    }
  }

  private LiveTenant built(Tenant tenant) {
    Slot slot = slot(tenant);
    Moment now = now();
    LiveTenant live = slot.live;
    if (live != null && live.since().day().equals(now.day())) {
      return live;
    }
    Optional<Long> number = leases.hold(tenant);
    if (number.isEmpty()) {
      throw new Refused(
          ProblemCode.UNAVAILABLE, "another instance adds up for your company at the moment");
    }
    // What was heard until now is in the figures that are read next.
    changes.take(tenant);
    LiveTenant fresh =
        transactions.inNew(() -> LiveTenant.load(tenant, now, structures, figures, entryOf));
    slot.number = number;
    slot.live = fresh;
    return fresh;
  }

  private void refuseUnlessOurs(Tenant tenant) {
    if (!leases.isOurs(tenant)) {
      slot(tenant).live = null;
      throw new Refused(
          ProblemCode.UNAVAILABLE, "another instance adds up for your company at the moment");
    }
  }

  private LiveTenant locked(Tenant tenant, Supplier<LiveTenant> work) {
    Slot slot = slot(tenant);
    try {
      if (!slot.lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Refused(
            ProblemCode.UNAVAILABLE, "the products of your company are being read; try again soon");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused(ProblemCode.UNAVAILABLE, "the service is stopping");
    }
    try {
      return work.get();
    } finally {
      slot.lock.unlock();
    }
  }

  private Slot slot(Tenant tenant) {
    return slots.computeIfAbsent(tenant, none -> new Slot());
  }
}
