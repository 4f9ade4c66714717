package org.cfptrace.aggregator.battery;

import java.math.BigDecimal;
import java.util.Optional;

/** The commercial warranty: years, kilometres, both or nothing. */
public record Warranty(Optional<BigDecimal> years, Optional<BigDecimal> kilometres) {
  public static final Warranty NONE = new Warranty(Optional.empty(), Optional.empty());

  public Warranty {
    years = years.map(number -> positive("years", number));
    kilometres = kilometres.map(number -> positive("kilometres", number));
  }

  public static Warranty of(String years, String kilometres) {
    return new Warranty(
        Optional.of(new BigDecimal(years)), Optional.of(new BigDecimal(kilometres)));
  }

  private static BigDecimal positive(String what, BigDecimal number) {
    if (number.signum() <= 0) {
      throw new IllegalArgumentException("a warranty is of more than 0 " + what);
    }
    return number.stripTrailingZeros();
  }
}
