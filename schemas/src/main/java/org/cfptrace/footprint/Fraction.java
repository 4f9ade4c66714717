package org.cfptrace.footprint;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact quotient. Dividing by a yield or by a mass rarely ends after a few decimals, so the
 * division is put off until the one place that rounds.
 */
public record Fraction(BigDecimal numerator, BigDecimal denominator) {

  public static final Fraction ZERO = new Fraction(BigDecimal.ZERO, BigDecimal.ONE);
  public static final Fraction ONE = new Fraction(BigDecimal.ONE, BigDecimal.ONE);

  public Fraction {
    numerator = requireNonNull(numerator, "numerator").stripTrailingZeros();
    denominator = requireNonNull(denominator, "denominator").stripTrailingZeros();
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("denominator must be above 0, is " + denominator);
    }
  }

  public static Fraction of(BigDecimal number) {
    return new Fraction(number, BigDecimal.ONE);
  }

  public Fraction plus(Fraction other) {
    if (denominator.compareTo(other.denominator) == 0) {
      return new Fraction(numerator.add(other.numerator), denominator);
    }
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Fraction times(BigDecimal factor) {
    return new Fraction(numerator.multiply(factor), denominator);
  }

  public Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  public Fraction dividedBy(BigDecimal divisor) {
    return new Fraction(numerator, denominator.multiply(divisor));
  }

  /** One divided by this; this may not be zero. */
  public Fraction inverse() {
    return new Fraction(/* numerator= */ denominator, /* denominator= */ numerator);
  }

  /** The same number with the smallest whole numerator and denominator: equal numbers are equal. */
  public Fraction reduced() {
    int scale = Math.max(0, Math.max(numerator.scale(), denominator.scale()));
    BigInteger above = numerator.movePointRight(scale).toBigIntegerExact();
    BigInteger below = denominator.movePointRight(scale).toBigIntegerExact();
    BigInteger common = above.gcd(below);
    return new Fraction(new BigDecimal(above.divide(common)), new BigDecimal(below.divide(common)));
  }

  public BigDecimal rounded(int scale, RoundingMode mode) {
    return numerator.divide(denominator, scale, mode);
  }
}
