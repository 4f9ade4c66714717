package org.cfptrace.aggregator.rollup;

import static java.util.Objects.requireNonNull;

import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.VerificationShares;
import org.cfptrace.rollup.WeighedQuality;
import org.jspecify.annotations.Nullable;

/**
 * The cumulative footprint of one unit of a product, by stage and account, how good it is, and what
 * it rests on (null where that is not known). {@code openLines} of its own lines, those of its
 * parts not counted, are not complete.
 */
public record Totals(
    DeclaredUnit unit,
    Emissions emissions,
    boolean complete,
    WeighedQuality quality,
    @Nullable VerificationShares verification,
    CalculationBasis basis,
    int openLines) {

  public Totals {
    requireNonNull(unit, "unit");
    requireNonNull(emissions, "emissions");
    requireNonNull(quality, "quality");
    requireNonNull(basis, "basis");
  }
}
