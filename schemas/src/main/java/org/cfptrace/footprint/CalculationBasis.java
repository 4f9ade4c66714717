package org.cfptrace.footprint;

import static java.util.Objects.requireNonNull;

/** What two footprints must share before they may be added. */
public record CalculationBasis(GwpSet gwp, SystemBoundary boundary) {

  /** Warming potentials of AR6, cradle to gate. */
  public static final CalculationBasis AR6_CRADLE_TO_GATE =
      new CalculationBasis(GwpSet.AR6, SystemBoundary.CRADLE_TO_GATE);

  public CalculationBasis {
    requireNonNull(gwp, "gwp");
    requireNonNull(boundary, "boundary");
  }
}
