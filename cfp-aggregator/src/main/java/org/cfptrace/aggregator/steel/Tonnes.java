package org.cfptrace.aggregator.steel;

import java.math.BigDecimal;
import org.cfptrace.footprint.DecimalText;

/** Tonnes of a material or a good, never below zero. */
public record Tonnes(BigDecimal value) implements Comparable<Tonnes> {
  public static final Tonnes NONE = new Tonnes(BigDecimal.ZERO);

  public Tonnes {
    value = Exact.notNegative(value, "a mass");
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

  /** The same mass, which must be above zero. */
  Tonnes aboveZero(String what) {
    Exact.positive(value, what);
    return this;
  }

  @Override
  public int compareTo(Tonnes other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return Exact.shown(value) + " t";
  }
}
