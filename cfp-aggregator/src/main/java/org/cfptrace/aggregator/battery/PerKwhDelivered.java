package org.cfptrace.aggregator.battery;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.cfptrace.footprint.Fraction;

/**
 * Kilograms of CO2-equivalent per kilowatt hour a battery delivers over its life; exact, and
 * negative where more is saved than emitted. Who shows it rounds it.
 */
public record PerKwhDelivered(Fraction kilograms) {
  public PerKwhDelivered {
    requireNonNull(kilograms, "kilograms");
  }

  public PerKwhDelivered plus(PerKwhDelivered other) {
    return new PerKwhDelivered(kilograms.plus(other.kilograms));
  }

  /** Rounded for display, halves away from zero. */
  public BigDecimal rounded(int decimals) {
    return kilograms.rounded(decimals, RoundingMode.HALF_UP);
  }

  /** Whether it lies below a limit, compared without rounding. */
  public boolean isBelow(BigDecimal limit) {
    return kilograms.numerator().compareTo(limit.multiply(kilograms.denominator())) < 0;
  }
}
