package org.cfptrace.aggregator.battery;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The last declaration of a model made at a plant, as far as the next one is held against it.
 *
 * @param perKwh the declared figure as it was shown, kg CO2e per kWh delivered
 */
public record LastDeclaration(
    String modelId, String facilityId, ModelHashes hashes, String perKwh, Instant declaredAt) {
  public LastDeclaration {
    requireNonNull(modelId, "modelId");
    requireNonNull(facilityId, "facilityId");
    requireNonNull(hashes, "hashes");
    requireNonNull(perKwh, "perKwh");
    requireNonNull(declaredAt, "declaredAt");
  }
}
