package org.cfptrace.aggregator.battery;

import static java.util.Objects.requireNonNull;

/**
 * A material with its parameters of the Circular Footprint Formula.
 *
 * @param perKilogram amounts are per kilogram of the material
 */
public record CircularMaterial(
    String code, String name, MaterialKind kind, CircularFootprint perKilogram) {
  public CircularMaterial {
    requireNonNull(code, "code");
    requireNonNull(name, "name");
    requireNonNull(kind, "kind");
    requireNonNull(perKilogram, "perKilogram");
  }
}
