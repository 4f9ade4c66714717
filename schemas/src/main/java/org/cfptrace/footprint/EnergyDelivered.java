package org.cfptrace.footprint;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/** Kilowatt hours a battery gives over its whole service life. Not {@link BatteryCapacity}. */
public record EnergyDelivered(BigDecimal kilowattHours) {

  public EnergyDelivered {
    kilowattHours = requireNonNull(kilowattHours, "kilowattHours").stripTrailingZeros();
    if (kilowattHours.signum() <= 0) {
      throw new IllegalArgumentException("energy must be above 0 kWh, is " + kilowattHours);
    }
  }
}
