package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/**
 * How much of a precursor a process has consumed, cuttings, spills and scrap included: the mass
 * that went in, never the mass that is in the product.
 */
public sealed interface PrecursorUse {
  Tonnes consumed();

  /** From another process of the same installation. */
  record FromProcess(ProcessId process, Tonnes consumed) implements PrecursorUse {
    public FromProcess {
      requireNonNull(process, "process");
      consumed.aboveZero("a consumption");
    }
  }

  /** From what was bought. */
  record FromPurchase(PurchaseId purchase, Tonnes consumed) implements PrecursorUse {
    public FromPurchase {
      requireNonNull(purchase, "purchase");
      consumed.aboveZero("a consumption");
    }
  }

  default <R> R fold(Function<FromProcess, R> own, Function<FromPurchase, R> bought) {
    return this instanceof FromProcess process
        ? own.apply(process)
        : bought.apply((FromPurchase) this);
  }
}
