package org.cfptrace.aggregator.gx;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.cfptrace.footprint.DecimalText;

/** Tonnes of a product, never below zero. */
public record Tonnes(BigDecimal value) implements Comparable<Tonnes> {
  public static final Tonnes NONE = new Tonnes(BigDecimal.ZERO);

  public Tonnes {
    value = requireNonNull(value, "value").stripTrailingZeros();
    if (value.signum() < 0) {
      throw new IllegalArgumentException("a mass is not below 0, seen " + value.toPlainString());
    }
  }

  public static Tonnes of(String text) {
    return new Tonnes(DecimalText.parse(text));
  }

  public Tonnes plus(Tonnes other) {
    return new Tonnes(value.add(other.value));
  }

  /** What is left; refuses to take away more than there is. */
  public Tonnes minus(Tonnes other) {
    return new Tonnes(value.subtract(other.value));
  }

  boolean isNone() {
    return value.signum() == 0;
  }

  @Override
  public int compareTo(Tonnes other) {
    return value.compareTo(other.value);
  }

  /** The number alone. */
  public String text() {
    return value.toPlainString();
  }

  @Override
  public String toString() {
    return text() + " t";
  }
}
