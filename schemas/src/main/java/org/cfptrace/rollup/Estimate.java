package org.cfptrace.rollup;

import static java.util.Objects.requireNonNull;

import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Emissions;
import org.jspecify.annotations.Nullable;

/**
 * The owner's own estimate of a part, per one unit: from a database (SECONDARY) or a published
 * default (DEFAULT). The note says where it was taken from.
 */
public record Estimate(
    LineOrigin origin,
    DeclaredUnit unit,
    Emissions emissions,
    @Nullable DataQuality quality,
    String note) {

  public Estimate {
    requireNonNull(origin, "origin");
    requireNonNull(unit, "unit");
    requireNonNull(emissions, "emissions");
    requireNonNull(note, "note");
    if (origin != LineOrigin.SECONDARY && origin != LineOrigin.DEFAULT) {
      throw new IllegalArgumentException("an estimate is SECONDARY or DEFAULT, not " + origin);
    }
  }
}
