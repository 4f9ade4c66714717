package org.cfptrace.aggregator.battery;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.Share;

/**
 * What the roll-up knows of a product under the stage profile EU_BATTERY, per one unit.
 *
 * @param emissions by stage and account
 * @param lines all sources of all lines, direct and indirect
 */
public record ProductFigure(
    DeclaredUnit unit,
    Emissions emissions,
    boolean complete,
    Share estimatedShare,
    Optional<PrimaryDataShare> primaryDataShare,
    Optional<DataQuality> rating,
    Period period,
    List<ExplodedLine> lines) {
  public ProductFigure {
    requireNonNull(unit, "unit");
    requireNonNull(emissions, "emissions");
    requireNonNull(estimatedShare, "estimatedShare");
    requireNonNull(primaryDataShare, "primaryDataShare");
    requireNonNull(rating, "rating");
    requireNonNull(period, "period");
    lines = List.copyOf(lines);
  }
}
