package org.cfptrace.aggregator.battery;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * Kilograms of CO2-equivalent per kilowatt hour a battery holds. Hundreds of times a {@link
 * PerKwhDelivered}, and never compared with one: only a {@link FunctionalUnit} converts it.
 */
public record PerKwhCapacity(BigDecimal kilograms) {
  public PerKwhCapacity {
    kilograms = requireNonNull(kilograms, "kilograms").stripTrailingZeros();
  }
}
