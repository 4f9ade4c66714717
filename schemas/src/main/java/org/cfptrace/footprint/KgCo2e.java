package org.cfptrace.footprint;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * Kilograms of CO2-equivalent. Two amounts are equal when they are the same number: 1.50 is 1.5.
 * Adding and multiplying are exact; who rounds says so.
 */
public record KgCo2e(BigDecimal value) implements Comparable<KgCo2e> {

  /** Nothing at all, known to be nothing. What is missing is never this. */
  public static final KgCo2e ZERO = new KgCo2e(BigDecimal.ZERO);

  private static final int MICROGRAM_SCALE = 9;
  private static final int MOST_DIGITS_BEFORE_POINT = 60;
  private static final int MOST_DIGITS_AFTER_POINT = 80;

  public KgCo2e {
    value = requireNonNull(value, "value").stripTrailingZeros();
    // Far outside of every real amount; keeps a stray exponent from becoming a billion digits.
    if (value.scale() > MOST_DIGITS_AFTER_POINT
        || (long) value.precision() - value.scale() > MOST_DIGITS_BEFORE_POINT) {
      throw new IllegalArgumentException(
          "amount out of range: " + value.precision() + " digits, scale " + value.scale());
    }
  }

  /** Reads text such as {@code 3.25} or {@code -0.5}. */
  public static KgCo2e of(String text) {
    return new KgCo2e(DecimalText.parseSigned(text));
  }

  /** This many whole micrograms. */
  public static KgCo2e ofMicrograms(long micrograms) {
    return new KgCo2e(BigDecimal.valueOf(micrograms, MICROGRAM_SCALE));
  }

  public KgCo2e plus(KgCo2e other) {
    return new KgCo2e(value.add(other.value));
  }

  public KgCo2e minus(KgCo2e other) {
    return new KgCo2e(value.subtract(other.value));
  }

  public KgCo2e times(BigDecimal factor) {
    return new KgCo2e(value.multiply(factor));
  }

  public KgCo2e negated() {
    return new KgCo2e(value.negate());
  }

  public KgCo2e abs() {
    return new KgCo2e(value.abs());
  }

  public int signum() {
    return value.signum();
  }

  public boolean isZero() {
    return value.signum() == 0;
  }

  @Override
  public int compareTo(KgCo2e other) {
    return value.compareTo(other.value);
  }

  /** The plain number, without exponent and unit. */
  public String text() {
    return DecimalText.plain(value);
  }

  @Override
  public String toString() {
    return text();
  }
}
