package org.cfptrace.aggregator.battery;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.BatteryCapacity;
import org.cfptrace.footprint.TraceId;

/**
 * A battery model made at one plant: what a declaration says of it, and what its functional unit
 * follows from.
 *
 * @param massKilograms of one battery
 * @param usableCapacity at the beginning of its life, as the battery management system limits it
 * @param cycles the manufacturer's own number, where no rule has one
 * @param components which parts must rest on company data
 */
public record BatteryModel(
    TraceId product,
    String modelId,
    BatteryCategory category,
    Optional<VehicleCategory> vehicleCategory,
    String chemistry,
    BigDecimal massKilograms,
    BatteryCapacity usableCapacity,
    Warranty warranty,
    Optional<DeclaredCycles> cycles,
    Plant plant,
    ElectricityMix electricity,
    List<Component> components) {

  public BatteryModel {
    requireNonNull(product, "product");
    requireNonNull(modelId, "modelId");
    requireNonNull(category, "category");
    requireNonNull(vehicleCategory, "vehicleCategory");
    requireNonNull(chemistry, "chemistry");
    massKilograms = massKilograms.stripTrailingZeros();
    if (massKilograms.signum() <= 0) {
      throw new IllegalArgumentException("a battery weighs more than 0 kg");
    }
    requireNonNull(usableCapacity, "usableCapacity");
    requireNonNull(warranty, "warranty");
    requireNonNull(cycles, "cycles");
    requireNonNull(plant, "plant");
    requireNonNull(electricity, "electricity");
    components = List.copyOf(components);
  }
}
