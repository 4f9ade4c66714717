package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.regex.Pattern;

/** A country by its two letters (ISO 3166-1 alpha-2). */
public record CountryCode(String letters) {
  private static final Pattern TWO_LETTERS = Pattern.compile("[A-Z]{2}");

  // Member states, and Annex III, point 1, of Regulation (EU) 2023/956: Iceland, Liechtenstein,
  // Norway, Switzerland. GR is also written EL by the Commission.
  private static final Set<String> EXEMPTED =
      Set.of(
          "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "GR", "HR", "HU",
          "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "IS", "LI",
          "NO", "CH");

  public CountryCode {
    if (!TWO_LETTERS.matcher(requireNonNull(letters, "letters")).matches()) {
      throw new IllegalArgumentException(
          "expected a country of two capital letters such as JP, seen " + letters);
    }
  }

  /** Whether goods of this origin are outside of the mechanism, and so carry zero. */
  public boolean isExempted() {
    return EXEMPTED.contains(letters);
  }

  @Override
  public String toString() {
    return letters;
  }
}
