package org.cfptrace.rollup;

import static java.util.Objects.requireNonNull;

import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.PrimaryDataShare;
import org.jspecify.annotations.Nullable;

/** 自社由来排出量: what the company itself emits per one unit of the product, and how well it knows it. */
public record OwnEmissions(
    Emissions emissions,
    @Nullable DataQuality quality,
    boolean primaryActivityData,
    boolean primaryEmissionFactor) {

  public OwnEmissions {
    requireNonNull(emissions, "emissions");
  }

  /** Measured activity, measured factor, no rating. */
  public static OwnEmissions primary(Emissions emissions) {
    return new OwnEmissions(emissions, null, true, true);
  }

  PrimaryDataShare primaryDataShare() {
    return PrimaryDataShare.ofOwn(primaryActivityData, primaryEmissionFactor);
  }
}
