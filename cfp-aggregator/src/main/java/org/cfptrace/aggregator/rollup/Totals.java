package org.cfptrace.aggregator.rollup;

import static java.util.Objects.requireNonNull;

import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.rollup.WeighedQuality;

/**
 * The cumulative footprint of one unit of a product, by stage and account, and how good it is.
 * {@code openLines} of its own lines, those of its parts not counted, are not complete.
 */
public record Totals(
    DeclaredUnit unit,
    Emissions emissions,
    boolean complete,
    WeighedQuality quality,
    CalculationBasis basis,
    int openLines) {

  public Totals {
    requireNonNull(unit, "unit");
    requireNonNull(emissions, "emissions");
    requireNonNull(quality, "quality");
    requireNonNull(basis, "basis");
  }
}
