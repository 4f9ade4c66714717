package org.cfptrace.connector.emission;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.connector.product.PlantId;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.TraceId;

/**
 * One posting of own emissions, per one unit of the product.
 *
 * @param id of this posting
 * @param primaryActivityData whether amounts were measured at this company's own processes
 * @param primaryEmissionFactor whether the factors are of those very processes
 * @param postedAt when
 */
public record OwnEmissions(
    UUID id,
    TraceId product,
    Period period,
    Optional<PlantId> plant,
    StageProfile profile,
    Emissions values,
    Method method,
    Optional<DataQuality> quality,
    boolean primaryActivityData,
    boolean primaryEmissionFactor,
    Instant postedAt) {
  /** Every part must be said, if only as absent. */
  public OwnEmissions {
    requireNonNull(id, "id");
    requireNonNull(product, "product");
    requireNonNull(period, "period");
    requireNonNull(plant, "plant");
    requireNonNull(profile, "profile");
    requireNonNull(values, "values");
    requireNonNull(method, "method");
    requireNonNull(quality, "quality");
    requireNonNull(postedAt, "postedAt");
  }
}
