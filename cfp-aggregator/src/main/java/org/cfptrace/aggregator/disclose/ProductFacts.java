package org.cfptrace.aggregator.disclose;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.TraceId;

/**
 * A product and its footprint, per one unit, as it was known at the as-of instant.
 *
 * @param own what its maker itself emits, inbound transport included
 * @param total rounded once, as a declaration states it
 * @param complete nothing is missing
 * @param sources everything that brings something to the total, or should; the owner's own eyes
 *     only, unless a target says otherwise
 */
public record ProductFacts(
    CompanyFacts company,
    TraceId traceId,
    String name,
    String category,
    DeclaredUnit unit,
    Optional<MassPerUnit> massPerUnit,
    Optional<String> plant,
    Period period,
    StageProfile profile,
    CalculationBasis basis,
    Emissions own,
    Emissions total,
    boolean complete,
    Share estimatedShare,
    Optional<PrimaryDataShare> primaryDataShare,
    Optional<DataQuality> quality,
    List<SourceFacts> sources) {
  public ProductFacts {
    requireNonNull(company, "company");
    requireNonNull(traceId, "traceId");
    requireNonNull(name, "name");
    requireNonNull(category, "category");
    requireNonNull(unit, "unit");
    requireNonNull(massPerUnit, "massPerUnit");
    requireNonNull(plant, "plant");
    requireNonNull(period, "period");
    requireNonNull(profile, "profile");
    requireNonNull(basis, "basis");
    requireNonNull(own, "own");
    requireNonNull(total, "total");
    requireNonNull(estimatedShare, "estimatedShare");
    requireNonNull(primaryDataShare, "primaryDataShare");
    requireNonNull(quality, "quality");
    sources = List.copyOf(sources);
  }

  /** Without biogenic uptake. */
  public KgCo2e exclBiogenicUptake() {
    return total.exclBiogenicUptake();
  }

  /** With biogenic uptake. */
  public KgCo2e inclBiogenicUptake() {
    return total.inclBiogenicUptake();
  }
}
