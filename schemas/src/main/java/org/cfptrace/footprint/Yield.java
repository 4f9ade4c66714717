package org.cfptrace.footprint;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/** How much of what goes in ends up in the product: above 0, at most 1. */
public record Yield(BigDecimal value) {

  public static final Yield FULL = new Yield(BigDecimal.ONE);

  public Yield {
    value = requireNonNull(value, "value").stripTrailingZeros();
    if (value.signum() <= 0 || value.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "a yield is above 0 and at most 1, got " + DecimalText.plain(value));
    }
  }

  public static Yield of(String text) {
    return new Yield(DecimalText.parse(text));
  }

  public String text() {
    return DecimalText.plain(value);
  }

  @Override
  public String toString() {
    return text();
  }
}
