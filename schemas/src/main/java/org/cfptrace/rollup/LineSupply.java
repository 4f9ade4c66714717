package org.cfptrace.rollup;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;
import org.cfptrace.footprint.TraceId;
import org.jspecify.annotations.Nullable;

/**
 * Where the part of a line comes from: bought from one or several suppliers, estimated (終端), or
 * made by the company itself. Exactly one of the three; two at once would count the part twice.
 */
public sealed interface LineSupply {

  /**
   * Bought; the sources are empty until a supplier's product is linked. What was asked for and has
   * no source yet is pending: it covers what the sources leave over, and counts nothing.
   */
  record Procured(List<LineSource> sources, List<PendingSource> pending) implements LineSupply {
    public Procured {
      sources = List.copyOf(sources);
      pending = List.copyOf(pending);
      SourceShares.check(sources);
    }

    /** Nothing is pending. */
    public Procured(List<LineSource> sources) {
      this(sources, List.of());
    }
  }

  /** 終端: nobody is asked, the owner's estimate counts. */
  record Terminal(Estimate estimate) implements LineSupply {
    public Terminal {
      requireNonNull(estimate, "estimate");
    }
  }

  /** Made in the same company, with its own emissions and its own bill of materials. */
  record Own(TraceId product) implements LineSupply {
    public Own {
      requireNonNull(product, "product");
    }
  }

  static LineSupply procured(LineSource... sources) {
    return new Procured(List.of(sources));
  }

  /**
   * From fields as they arrive from outside.
   *
   * @throws StructureException DOUBLE_COUNT when more than one of the three is given
   */
  static LineSupply of(
      List<LineSource> sources, @Nullable Estimate estimate, @Nullable TraceId ownProduct) {
    int given = (sources.isEmpty() ? 0 : 1) + (estimate == null ? 0 : 1);
    if (given + (ownProduct == null ? 0 : 1) > 1) {
      throw new StructureException(
          StructureException.Fault.DOUBLE_COUNT,
          "a line bound to a declaration or an estimate is a leaf and has nothing beneath it",
          ownProduct == null ? List.of() : List.of(ownProduct));
    }
    if (ownProduct != null) {
      return new Own(ownProduct);
    }
    return estimate == null ? new Procured(sources) : new Terminal(estimate);
  }

  default <R> R fold(
      Function<Procured, R> procured, Function<Terminal, R> terminal, Function<Own, R> own) {
    if (this instanceof Procured bought) {
      return procured.apply(bought);
    }
    return this instanceof Terminal end ? terminal.apply(end) : own.apply((Own) this);
  }
}
