package org.cfptrace.aggregator.gx;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.cfptrace.footprint.DecimalText;

/** Tonnes of CO2-equivalent, emitted or reduced, never below zero. */
public record TonnesCo2e(BigDecimal value) implements Comparable<TonnesCo2e> {
  public static final TonnesCo2e NONE = new TonnesCo2e(BigDecimal.ZERO);

  public TonnesCo2e {
    value = requireNonNull(value, "value").stripTrailingZeros();
    if (value.signum() < 0) {
      throw new IllegalArgumentException("tonnes are not below 0, seen " + value.toPlainString());
    }
  }

  public static TonnesCo2e of(String text) {
    return new TonnesCo2e(DecimalText.parse(text));
  }

  public TonnesCo2e plus(TonnesCo2e other) {
    return new TonnesCo2e(value.add(other.value));
  }

  /** What is left; refuses to take away more than there is. */
  public TonnesCo2e minus(TonnesCo2e other) {
    return new TonnesCo2e(value.subtract(other.value));
  }

  /** Spread over a mass above zero. */
  public Intensity per(Tonnes mass) {
    return Intensity.of(value, mass.value());
  }

  boolean isNone() {
    return value.signum() == 0;
  }

  @Override
  public int compareTo(TonnesCo2e other) {
    return value.compareTo(other.value);
  }

  /** The number alone. */
  public String text() {
    return value.toPlainString();
  }

  @Override
  public String toString() {
    return text() + " t CO2e";
  }
}
