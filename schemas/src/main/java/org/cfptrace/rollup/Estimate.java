package org.cfptrace.rollup;

import static java.util.Objects.requireNonNull;

import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.GwpSet;
import org.jspecify.annotations.Nullable;

/**
 * The owner's own estimate of a part, per one unit: from a database (SECONDARY) or a published
 * default (DEFAULT). The note says where it was taken from.
 *
 * @param gwp the warming potentials its source used; where it does not say, those of the product
 *     are taken for granted
 */
public record Estimate(
    LineOrigin origin,
    DeclaredUnit unit,
    Emissions emissions,
    @Nullable DataQuality quality,
    String note,
    @Nullable GwpSet gwp) {

  public Estimate {
    requireNonNull(origin, "origin");
    requireNonNull(unit, "unit");
    requireNonNull(emissions, "emissions");
    requireNonNull(note, "note");
    if (origin != LineOrigin.SECONDARY && origin != LineOrigin.DEFAULT) {
      throw new IllegalArgumentException("an estimate is SECONDARY or DEFAULT, not " + origin);
    }
  }

  /** One whose source does not say which warming potentials it used. */
  public Estimate(
      LineOrigin origin,
      DeclaredUnit unit,
      Emissions emissions,
      @Nullable DataQuality quality,
      String note) {
    this(origin, unit, emissions, quality, note, null);
  }

  /** The same, with the warming potentials its source used. */
  public Estimate under(@Nullable GwpSet set) {
    return new Estimate(origin, unit, emissions, quality, note, set);
  }

  /** What it shares with a product that uses it. */
  public CalculationBasis basis(CalculationBasis product) {
    return gwp == null ? product : new CalculationBasis(gwp, product.boundary());
  }
}
