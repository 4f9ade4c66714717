package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Share;
import org.jspecify.annotations.Nullable;

/**
 * What the maker of a precursor says of it.
 *
 * @param period when it was made; inside one calendar year
 * @param shareByDefault how much of the figure rests on default values itself
 * @param report missing where no verifier stands behind it, and then it does not count
 */
public record ActualValues(
    SpecificEmbeddedEmissions emissions,
    String installation,
    Period period,
    Share shareByDefault,
    @Nullable VerifierReport report) {
  public ActualValues {
    requireNonNull(emissions, "emissions");
    requireNonNull(installation, "installation");
    requireNonNull(period, "period");
    requireNonNull(shareByDefault, "shareByDefault");
  }
}
