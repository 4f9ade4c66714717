package org.cfptrace.footprint;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/** A part of a whole, from 0 to 1. */
public record Share(BigDecimal value) implements Comparable<Share> {

  public static final Share NONE = new Share(BigDecimal.ZERO);
  public static final Share ALL = new Share(BigDecimal.ONE);

  public Share {
    value = requireNonNull(value, "value").stripTrailingZeros();
    if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "a share lies between 0 and 1, got " + DecimalText.plain(value));
    }
  }

  public static Share of(String text) {
    return new Share(DecimalText.parse(text));
  }

  public boolean isZero() {
    return value.signum() == 0;
  }

  @Override
  public int compareTo(Share other) {
    return value.compareTo(other.value);
  }

  public String text() {
    return DecimalText.plain(value);
  }

  @Override
  public String toString() {
    return text();
  }
}
