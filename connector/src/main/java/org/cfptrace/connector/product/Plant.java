package org.cfptrace.connector.product;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A place where products are made (事業所).
 *
 * @param openPlantId its public number, unique within the company: 6 to 26 characters of which the
 *     last six are digits
 * @param globalPlantId its number in other systems, if any
 */
public record Plant(
    PlantId id,
    String name,
    String address,
    Optional<String> openPlantId,
    Optional<String> globalPlantId) {
  /** Every part must be said, if only as absent. */
  public Plant {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(address, "address");
    requireNonNull(openPlantId, "openPlantId");
    requireNonNull(globalPlantId, "globalPlantId");
  }
}
