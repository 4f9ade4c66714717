package org.cfptrace.footprint;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * Kilowatt hours a battery holds when full. A footprint per kilowatt hour of capacity is hundreds
 * of times one per kilowatt hour delivered, so the two are types that never convert by themselves.
 */
public record BatteryCapacity(BigDecimal kilowattHours) {

  public BatteryCapacity {
    kilowattHours = requireNonNull(kilowattHours, "kilowattHours").stripTrailingZeros();
    if (kilowattHours.signum() <= 0) {
      throw new IllegalArgumentException("capacity must be above 0 kWh, is " + kilowattHours);
    }
  }

  /** Capacity × full equivalent cycles per year × years (Regulation (EU) 2023/1542, Annex II). */
  public EnergyDelivered overLife(int fullCyclesPerYear, int years) {
    return new EnergyDelivered(
        kilowattHours
            .multiply(BigDecimal.valueOf(fullCyclesPerYear))
            .multiply(BigDecimal.valueOf(years)));
  }
}
