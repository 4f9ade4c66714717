package org.cfptrace.aggregator.gx;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.cfptrace.footprint.Fraction;

/** Tonnes of CO2-equivalent per tonne of a product: exact, in lowest terms. */
public record Intensity(Fraction value) implements Comparable<Intensity> {
  private static final int SHOWN_DECIMALS = 6;

  public Intensity {
    value = value.reduced();
  }

  static Intensity of(BigDecimal emissions, BigDecimal mass) {
    return new Intensity(new Fraction(emissions, mass));
  }

  public Intensity minus(Intensity other) {
    return new Intensity(value.plus(other.value.times(BigDecimal.ONE.negate())));
  }

  /** What a mass carries at this intensity, exact. */
  public Fraction times(Tonnes mass) {
    return value.times(mass.value());
  }

  @Override
  public int compareTo(Intensity other) {
    BigDecimal mine = value.numerator().multiply(other.value.denominator());
    return mine.compareTo(other.value.numerator().multiply(value.denominator()));
  }

  /** Six decimals, rounded half up, for people; never to be calculated with. */
  public String shown() {
    BigDecimal rounded = value.rounded(SHOWN_DECIMALS, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  @Override
  public String toString() {
    return shown() + " t CO2e/t";
  }
}
