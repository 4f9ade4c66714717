package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import org.cfptrace.footprint.Fraction;

/**
 * What one precursor adds to a process.
 *
 * @param name of the precursor, as its operator calls it
 * @param perTonne tonnes of it per tonne of the good: m = M / AL
 */
public record PrecursorContribution(
    String name, PrecursorUse use, PrecursorValue value, Fraction perTonne) {
  public PrecursorContribution {
    requireNonNull(name, "name");
    requireNonNull(use, "use");
    requireNonNull(value, "value");
    perTonne = Exact.reduced(perTonne);
  }

  /** M × SEE. */
  public EmbeddedEmissions embedded() {
    return value.emissions().in(use.consumed());
  }

  /** The part of it that rests on default values. */
  public TonnesCo2e byDefault() {
    return new TonnesCo2e(value.byDefault().times(use.consumed().value()));
  }
}
