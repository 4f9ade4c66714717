package org.cfptrace.connector.product;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.TraceId;

/**
 * A product or part this company makes (部品). Every figure about it is per one of its unit.
 *
 * @param name part number or name, 1 to 50 characters
 * @param supportName a second name, if one is needed to tell parts apart
 * @param category what kind of thing it is, in the words of a product category rule
 * @param massPerUnit the mass of one unit: the bridge between pieces and kilograms
 * @param plant where it is made
 */
public record Product(
    TraceId traceId,
    String name,
    Optional<String> supportName,
    Labels labels,
    Optional<String> category,
    DeclaredUnit unit,
    Optional<MassPerUnit> massPerUnit,
    Optional<PlantId> plant) {
  /** Every part must be said, if only as absent. */
  public Product {
    requireNonNull(traceId, "traceId");
    requireNonNull(name, "name");
    requireNonNull(supportName, "supportName");
    requireNonNull(labels, "labels");
    requireNonNull(category, "category");
    requireNonNull(unit, "unit");
    requireNonNull(massPerUnit, "massPerUnit");
    requireNonNull(plant, "plant");
  }
}
