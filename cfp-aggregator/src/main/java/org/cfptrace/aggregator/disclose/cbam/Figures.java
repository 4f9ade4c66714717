package org.cfptrace.aggregator.disclose.cbam;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.cfptrace.footprint.Fraction;

/**
 * Figures as they are printed: rounded once, HALF_UP, from the exact fraction. Specific embedded
 * emissions and shares to five decimals, tonnes of CO2e to three.
 */
final class Figures {
  static final int SPECIFIC_DECIMALS = 5;
  static final int TONNES_DECIMALS = 3;

  /** What every file says of rounding. */
  static final String ROUNDING =
      "calculated with exact fractions; each figure is rounded once, HALF_UP: specific embedded"
          + " emissions, free allocation and shares to 5 decimals, tonnes of CO2e to 3";

  private Figures() {}

  static BigDecimal specific(Fraction exact) {
    return exact.rounded(SPECIFIC_DECIMALS, RoundingMode.HALF_UP);
  }

  static BigDecimal specific(BigDecimal exact) {
    return exact.setScale(SPECIFIC_DECIMALS, RoundingMode.HALF_UP);
  }

  static BigDecimal tonnes(Fraction exact) {
    return exact.rounded(TONNES_DECIMALS, RoundingMode.HALF_UP);
  }

  /** As it was given, without trailing zeros and without an exponent. */
  static BigDecimal tidy(BigDecimal given) {
    BigDecimal stripped = given.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  static String plain(BigDecimal given) {
    return tidy(given).toPlainString();
  }
}
