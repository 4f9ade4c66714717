package org.cfptrace.aggregator.steel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.cfptrace.footprint.Fraction;

/**
 * Fractions in lowest terms. A chain of processes divides at every step; without reducing, the
 * digits would double with every process, and two equal results could look unequal.
 */
final class Exact {
  private static final int SHOWN_DECIMALS = 9;

  private Exact() {}

  /** The same number with the smallest whole numerator and denominator. */
  static Fraction reduced(Fraction fraction) {
    return fraction.reduced();
  }

  static Fraction minus(Fraction from, Fraction what) {
    return from.plus(what.times(BigDecimal.ONE.negate()));
  }

  /** The quotient; the divisor is above zero. */
  static Fraction quotient(Fraction dividend, Fraction divisor) {
    return reduced(dividend.times(divisor.inverse()));
  }

  /** Nine decimals, rounded half up, for people; never to be calculated with. */
  static String shown(Fraction fraction) {
    return shown(fraction.rounded(SHOWN_DECIMALS, RoundingMode.HALF_UP));
  }

  static String shown(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** Refuses a number below zero. */
  static BigDecimal notNegative(BigDecimal value, String what) {
    if (value.signum() < 0) {
      throw new IllegalArgumentException(what + " is not below 0, seen " + value.toPlainString());
    }
    return value.stripTrailingZeros();
  }

  /** Refuses a number that is not above zero. */
  static BigDecimal positive(BigDecimal value, String what) {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(what + " is above 0, seen " + value.toPlainString());
    }
    return value.stripTrailingZeros();
  }
}
