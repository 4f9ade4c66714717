package org.cfptrace.aggregator.steel;

import java.util.function.Predicate;

/** How much of a precursor all processes of an installation have consumed together. */
final class MassConsumed {
  private MassConsumed() {}

  static Tonnes of(InstallationYear input, ProcessId process) {
    return sum(
        input, use -> use.fold(own -> own.process().equals(process), bought -> Boolean.FALSE));
  }

  static Tonnes of(InstallationYear input, PurchaseId purchase) {
    return sum(
        input, use -> use.fold(own -> Boolean.FALSE, bought -> bought.purchase().equals(purchase)));
  }

  private static Tonnes sum(InstallationYear input, Predicate<PrecursorUse> isOfIt) {
    return input.processes().stream()
        .flatMap(process -> process.precursors().stream())
        .filter(isOfIt)
        .map(PrecursorUse::consumed)
        .reduce(Tonnes.NONE, Tonnes::plus);
  }
}
