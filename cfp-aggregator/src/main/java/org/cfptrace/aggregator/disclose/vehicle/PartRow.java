package org.cfptrace.aggregator.disclose.vehicle;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.vehicle.VehicleFootprint;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.VerificationShares;

/**
 * One node of the exploded bill of materials. What an assembly brings is what its maker emits while
 * making it; what it is made of has rows of its own, so all rows add up to the vehicle.
 *
 * @param level 1 for what goes into the vehicle itself
 * @param path names from the vehicle down, the own one last; one way of several
 * @param share into which of the vehicle's four shares it falls
 * @param quantity how much of it is consumed for one vehicle, losses included
 * @param massKilograms of that quantity
 * @param perUnit without biogenic uptake; of an assembly with all that is in it, where complete
 * @param inclBiogenicUptake what it brings to one vehicle; empty where there is no figure
 * @param stage where it is booked
 * @param verification what its figure rests on, where that is a declaration
 * @param state OK, or why it does not count
 */
public record PartRow(
    int level,
    List<String> path,
    String partId,
    String name,
    Optional<String> supplier,
    VehicleFootprint.Share share,
    Optional<BigDecimal> quantity,
    Optional<String> unit,
    Optional<BigDecimal> massKilograms,
    Optional<KgCo2e> perUnit,
    Optional<KgCo2e> inclBiogenicUptake,
    Optional<KgCo2e> exclBiogenicUptake,
    String stage,
    DataType dataType,
    String state,
    Optional<PrimaryDataShare> primaryDataShare,
    Optional<Representativeness> rating,
    Optional<QualityScale> scale,
    Optional<VerificationShares> verification,
    Optional<String> declarationId,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo,
    Optional<CalculationBasis> basis,
    Optional<String> factor) {
  public PartRow {
    path = List.copyOf(path);
    requireNonNull(partId, "partId");
    requireNonNull(name, "name");
    requireNonNull(share, "share");
    requireNonNull(stage, "stage");
    requireNonNull(dataType, "dataType");
    requireNonNull(state, "state");
    if ((dataType == DataType.MISSING) != exclBiogenicUptake.isEmpty()
        || inclBiogenicUptake.isPresent() != exclBiogenicUptake.isPresent()) {
      throw new IllegalArgumentException("what is missing has no figure, the rest has both");
    }
  }

  /** What it brings without biogenic uptake; nothing where there is no figure. */
  KgCo2e exclOrNothing() {
    return exclBiogenicUptake.orElse(KgCo2e.ZERO);
  }

  /** What it brings with biogenic uptake; nothing where there is no figure. */
  KgCo2e inclOrNothing() {
    return inclBiogenicUptake.orElse(KgCo2e.ZERO);
  }
}
