package org.cfptrace.aggregator.disclose;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.PrimaryDataShare;

/**
 * What one source brings to one unit of a product, wherever in it the source stands.
 *
 * @param level 1 for the product's own lines and its own emissions
 * @param kind OWN, TRANSPORT, SUPPLIER, ESTIMATE or ASSEMBLY
 * @param path the names from the product down, the source's own name last
 * @param lines the ids of the lines on that way, the own line last; empty for own emissions
 * @param partId the supplier's trace id, or the own product's
 * @param supplier did; the owner's eyes only
 * @param amount how many units of it are in one unit of the product; empty for own emissions
 * @param unit of the amount
 * @param state OK or why it does not count, such as {@code RECALLED} or {@code UNUSABLE(GWP_MIX)}
 * @param origin PRIMARY, SECONDARY, PROXY, DEFAULT or NONE
 * @param emissions for one unit of the product
 * @param factor the emission factor of an estimate: set, version, code
 * @param declarationId the declaration it rests on
 */
public record SourceFacts(
    int level,
    String kind,
    List<String> path,
    List<String> lines,
    String partId,
    String partName,
    Optional<String> supplier,
    Optional<String> plant,
    Optional<BigDecimal> amount,
    Optional<String> unit,
    Optional<BigDecimal> massKilograms,
    String state,
    String origin,
    boolean complete,
    Emissions emissions,
    Optional<PrimaryDataShare> primaryDataShare,
    Optional<DataQuality> quality,
    Optional<Period> period,
    Optional<String> factor,
    Optional<String> declarationId) {
  public SourceFacts {
    requireNonNull(kind, "kind");
    path = List.copyOf(path);
    lines = List.copyOf(lines);
    requireNonNull(partId, "partId");
    requireNonNull(partName, "partName");
    requireNonNull(supplier, "supplier");
    requireNonNull(plant, "plant");
    requireNonNull(amount, "amount");
    requireNonNull(unit, "unit");
    requireNonNull(massKilograms, "massKilograms");
    requireNonNull(state, "state");
    requireNonNull(origin, "origin");
    requireNonNull(emissions, "emissions");
    requireNonNull(primaryDataShare, "primaryDataShare");
    requireNonNull(quality, "quality");
    requireNonNull(period, "period");
    requireNonNull(factor, "factor");
    requireNonNull(declarationId, "declarationId");
  }

  /** Whether it brings nothing to the total because it does not count. */
  public boolean isMissing() {
    return !state.equals("OK");
  }
}
