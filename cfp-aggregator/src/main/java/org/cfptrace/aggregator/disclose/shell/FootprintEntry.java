package org.cfptrace.aggregator.disclose.shell;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;

/**
 * One footprint in the submodel: so many kilograms of CO2-equivalent per one unit, over these
 * phases.
 */
record FootprintEntry(
    List<String> methods, BigDecimal kilograms, ImpactUnit unit, List<LifeCyclePhase> phases) {
  FootprintEntry {
    methods = List.copyOf(methods);
    kilograms = kilograms.signum() == 0 ? BigDecimal.ZERO : kilograms.stripTrailingZeros();
    requireNonNull(unit, "unit");
    phases = List.copyOf(phases);
  }

  String text() {
    return kilograms.toPlainString();
  }
}
