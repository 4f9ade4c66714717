package org.cfptrace.aggregator.disclose.shell;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;

/**
 * All that a product's shell says; its figures are per one declared unit.
 *
 * @param transported whether the way to the customer is part of the footprint
 * @param toGrave whether the end of its life is
 */
public record ProductShellFacts(
    TraceId product,
    String name,
    DeclaredUnit unit,
    Period period,
    KgCo2e exclBiogenicUptake,
    KgCo2e inclBiogenicUptake,
    boolean complete,
    boolean transported,
    boolean toGrave,
    ProductShellOptions stated) {
  public ProductShellFacts {
    requireNonNull(product, "product");
    requireNonNull(name, "name");
    requireNonNull(unit, "unit");
    requireNonNull(period, "period");
    requireNonNull(exclBiogenicUptake, "exclBiogenicUptake");
    requireNonNull(inclBiogenicUptake, "inclBiogenicUptake");
    requireNonNull(stated, "stated");
  }

  /** The one footprint of the submodel. */
  FootprintEntry entry() {
    List<LifeCyclePhase> phases = new ArrayList<>(List.of(LifeCyclePhase.A1_A3));
    if (transported) {
      phases.add(LifeCyclePhase.A4);
    }
    if (toGrave) {
      phases.add(LifeCyclePhase.C3);
    }
    return new FootprintEntry(
        stated.calculationMethods(),
        exclBiogenicUptake.value(),
        ImpactUnit.of(unit)
            .orElseThrow(
                () -> new IllegalArgumentException("the value list has no unit for " + unit)),
        phases);
  }
}
