package org.cfptrace.aggregator.structure;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.StructureException;
import org.cfptrace.service.answer.ExpectedVersion;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.answer.Versioned;

/**
 * A company writes what its products are made of. A version is kept for good; it counts on the days
 * it says. What cannot be added up (a circle, a part that nobody knows, a part counted twice) is
 * refused with the way round, and nothing of it is kept.
 */
public final class MaintainStructures {
  private final Structures structures;
  private final SumUp sums;
  private final Clock clock;

  public MaintainStructures(Structures structures, SumUp sums, Clock clock) {
    this.structures = requireNonNull(structures, "structures");
    this.sums = requireNonNull(sums, "sums");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Who adds products up, in the transaction in which they are written. */
  public interface SumUp {
    /** What is known now. */
    Moment now();

    /** Reads what a company has, where that is not done yet: before a transaction is begun. */
    void ready(Tenant tenant);

    /**
     * Takes products as they are from now on.
     *
     * @throws StructureException if they cannot be added up
     */
    void put(Tenant tenant, Iterable<ProductStructure> written);

    /**
     * A product is no more.
     *
     * @throws IllegalStateException if another product is made of it
     */
    void remove(Tenant tenant, TraceId product);

    /** Reads anew what a company has, when it is next needed: what was tried may be in the sums. */
    void forget(Tenant tenant);
  }

  /** The version in force now. */
  public StructureVersion present(Tenant tenant, TraceId product) {
    return structures
        .find(tenant, product, sums.now())
        .orElseThrow(() -> Refused.notFound("product with a structure in force", product));
  }

  /**
   * Keeps a further version.
   *
   * @param expected the number of versions its writer knows of; may be left out for the first
   */
  public Versioned<ProductStructure> write(
      Tenant tenant, ProductStructure structure, Optional<ExpectedVersion> expected) {
    structures.lock(tenant);
    long known = structures.versions(tenant, structure.traceId());
    Versioned<ProductStructure> before = new Versioned<>(structure, known);
    before.refuseUnless(expected.orElseGet(() -> new ExpectedVersion(0)));
    long version = structures.add(tenant, structure, clock.instant());
    take(tenant, structure);
    return new Versioned<>(structure, version);
  }

  /** Takes a product out; what was known of it stays known for the past. */
  public void remove(Tenant tenant, TraceId product, ExpectedVersion expected) {
    structures.lock(tenant);
    StructureVersion present = present(tenant, product);
    new Versioned<>(present, structures.versions(tenant, product)).refuseUnless(expected);
    structures.remove(tenant, product, clock.instant());
    try {
      sums.remove(tenant, product);
    } catch (IllegalStateException inUse) {
      throw new Refused(ProblemCode.CONFLICT, String.valueOf(inUse.getMessage()));
    }
  }

  /**
   * A version for other days is tried as if it held today, and what holds today is put back: what
   * could never be added up is refused when it is written, not when its day has come.
   */
  private void take(Tenant tenant, ProductStructure written) {
    Moment afterwards = new Moment(sums.now().day(), clock.instant().plusSeconds(1));
    Optional<ProductStructure> holds =
        structures.find(tenant, written.traceId(), afterwards).map(StructureVersion::structure);
    try {
      sums.put(tenant, List.of(written));
      if (holds.isEmpty()) {
        sums.remove(tenant, written.traceId());
      }
    } catch (StructureException broken) {
      throw refusal(written, broken);
    } catch (IllegalStateException inUse) {
      throw new Refused(ProblemCode.CONFLICT, String.valueOf(inUse.getMessage()));
    }
    holds.filter(today -> !today.equals(written)).ifPresent(today -> putBack(tenant, today));
  }

  /** What holds today may leave a line out, which is no fault of what was written now. */
  private void putBack(Tenant tenant, ProductStructure today) {
    try {
      sums.put(tenant, List.of(today));
    } catch (StructureException leavesLinesOut) {
      sums.forget(tenant);
    }
  }

  /** Why a structure cannot be added up, as its writer is told. */
  static Refused refusal(ProductStructure written, StructureException broken) {
    return switch (broken.fault()) {
      case CYCLE ->
          new Refused(ProblemCode.BILL_OF_MATERIALS_CYCLE, String.valueOf(broken.getMessage()));
      case DOUBLE_COUNT ->
          new Refused(ProblemCode.DOUBLE_COUNT, String.valueOf(broken.getMessage()));
      case UNKNOWN_PRODUCT ->
          Refused.field(
              ProblemCode.INVALID_FIELDS,
              String.valueOf(broken.getMessage()),
              "lines[" + lineOf(written, broken) + "].ownTraceId",
              "UNKNOWN_PRODUCT",
              "you have no such product");
    };
  }

  private static int lineOf(ProductStructure written, StructureException broken) {
    TraceId missing = broken.path().get(broken.path().size() - 1);
    for (int i = 0; i < written.lines().size(); i++) {
      boolean names =
          written
              .lines()
              .get(i)
              .line()
              .supply()
              .fold(bought -> false, terminal -> false, own -> own.product().equals(missing));
      if (names) {
        return i;
      }
    }
    return 0;
  }
}
