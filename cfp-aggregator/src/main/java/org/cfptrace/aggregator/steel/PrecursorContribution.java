package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import org.cfptrace.footprint.Fraction;

/**
 * What one precursor adds to a process.
 *
 * @param name of the precursor, as its operator calls it
 * @param perTonne tonnes of it per tonne of the good: m = M / AL
 * @param embedded M × SEE
 * @param byDefault the part of that which rests on default values
 */
public record PrecursorContribution(
    String name,
    PrecursorUse use,
    PrecursorValue value,
    Fraction perTonne,
    EmbeddedEmissions embedded,
    TonnesCo2e byDefault) {
  public PrecursorContribution {
    requireNonNull(name, "name");
    requireNonNull(use, "use");
    requireNonNull(value, "value");
    requireNonNull(perTonne, "perTonne");
    requireNonNull(embedded, "embedded");
    requireNonNull(byDefault, "byDefault");
  }

  /** Of a precursor to a process that has made so much. */
  static PrecursorContribution of(
      String name, PrecursorUse use, PrecursorValue value, Tonnes made) {
    return new PrecursorContribution(
        name,
        use,
        value,
        Exact.reduced(Fraction.of(use.consumed().value()).dividedBy(made.value())),
        value.emissions().in(use.consumed()),
        new TonnesCo2e(value.byDefault().times(use.consumed().value())));
  }
}
