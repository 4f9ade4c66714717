package org.cfptrace.aggregator.vehicle;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.TraceId;

/**
 * What a product is as a vehicle.
 *
 * @param massKilograms kerb mass, above 0
 * @param lifetimeKilometres what it is made to run, above 0
 * @param batteryLines the lines through which the traction battery comes in, wherever they are
 * @param later what comes after the gate, where the maker has worked it out
 */
public record VehicleModel(
    TraceId product,
    BigDecimal massKilograms,
    BigDecimal lifetimeKilometres,
    Set<String> batteryLines,
    Later later) {
  public VehicleModel {
    requireNonNull(product, "product");
    batteryLines = Set.copyOf(batteryLines);
    requireNonNull(later, "later");
    if (massKilograms.signum() <= 0 || lifetimeKilometres.signum() <= 0) {
      throw new IllegalArgumentException("mass and kilometres are above 0");
    }
  }

  /** Scopes of their own, kg CO2e per vehicle; none of them is ever part of the footprint. */
  public record Later(
      Optional<KgCo2e> outbound, Optional<KgCo2e> usePhase, Optional<KgCo2e> endOfLife) {
    public Later {
      requireNonNull(outbound, "outbound");
      requireNonNull(usePhase, "usePhase");
      requireNonNull(endOfLife, "endOfLife");
    }
  }
}
