package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import org.cfptrace.footprint.Fraction;

/**
 * What a tonne of a precursor carries, and what that rests on.
 *
 * @param byDefault the part of it, per tonne, that rests on default values
 * @param source where the figure is from, for a person
 */
public record PrecursorValue(
    SpecificEmbeddedEmissions emissions, ValueBasis basis, Fraction byDefault, String source) {
  public PrecursorValue {
    requireNonNull(emissions, "emissions");
    requireNonNull(basis, "basis");
    requireNonNull(byDefault, "byDefault");
    requireNonNull(source, "source");
  }
}
