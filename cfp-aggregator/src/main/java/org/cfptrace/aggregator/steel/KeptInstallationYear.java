package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A version of an installation's year as it was kept, computed again from its input.
 *
 * @param inputSha256 of the input as it was sent, lower-case hexadecimal
 * @param defaults the set of default values that was at hand when it was kept
 */
public record KeptInstallationYear(
    long version, Instant savedAt, String inputSha256, SteelResult result, DefaultValues defaults) {
  public KeptInstallationYear {
    requireNonNull(savedAt, "savedAt");
    requireNonNull(inputSha256, "inputSha256");
    requireNonNull(result, "result");
    requireNonNull(defaults, "defaults");
  }
}
