package org.cfptrace.connector.product;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.Emissions;

/**
 * What the owner of a bill of materials puts in for a part it asks nobody about (終端), per one unit
 * of the line.
 *
 * @param origin where the figure comes from
 * @param reference which database or guideline, for people
 */
public record Estimate(
    Emissions perUnit, Origin origin, Optional<String> reference, Optional<DataQuality> quality) {
  /** Every part must be said, if only as absent. */
  public Estimate {
    requireNonNull(perUnit, "perUnit");
    requireNonNull(origin, "origin");
    requireNonNull(reference, "reference");
    requireNonNull(quality, "quality");
  }

  /** Where an estimate comes from. */
  public enum Origin {
    /** A figure from a database for this kind of part. */
    SECONDARY,
    /** A default value laid down by a guideline. */
    DEFAULT
  }
}
