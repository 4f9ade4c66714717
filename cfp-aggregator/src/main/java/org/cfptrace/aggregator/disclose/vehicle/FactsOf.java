package org.cfptrace.aggregator.disclose.vehicle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.ProductFacts;
import org.cfptrace.aggregator.vehicle.VehicleFootprint;
import org.cfptrace.footprint.DeclaredEmissions;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.SystemBoundary;
import org.cfptrace.rollup.Footprint;

/** Makes the facts of a vehicle's files. */
final class FactsOf {
  /** A workbook is made in memory: of more rows it would not fit into a small one. */
  private static final int MOST_ROWS = 20_000;

  private FactsOf() {}

  /**
   * Facts of a vehicle as it is built.
   *
   * @throws IllegalStateException where what was read of the product is another variant
   */
  static VehicleFacts vehicle(
      VehicleFootprint vehicle, ProductFacts product, VehicleOptions options) {
    Footprint footprint = vehicle.footprint();
    Emissions total = DeclaredEmissions.of(footprint.total()).cells();
    if (!total.equals(product.total())) {
      throw new IllegalStateException(
          "read twice, " + product.traceId() + " has two totals: was it built with other options?");
    }
    List<PartRow> rows = PartRows.of(vehicle);
    return new VehicleFacts(
        options.audience(),
        product.company().name(),
        product.traceId(),
        product.name(),
        options.description(),
        options.options(),
        product.plant(),
        product.period(),
        vehicle.model().massKilograms(),
        vehicle.model().lifetimeKilometres(),
        product.basis(),
        rows.stream().anyMatch(it -> it.exclBiogenicUptake().isPresent()),
        footprint.isComplete(),
        total.exclBiogenicUptake(),
        total.inclBiogenicUptake(),
        total.stages().stream()
            .map(it -> new VehicleFacts.StageSum(it, total.inStage(it).exclBiogenicUptake()))
            .toList(),
        footprint.estimatedShare(),
        Optional.ofNullable(footprint.quality().primaryDataShare()),
        Optional.ofNullable(footprint.quality().rating()),
        Optional.ofNullable(footprint.quality().overall()),
        vehicle.model().later(),
        options.audience().seesParts()
            ? Optional.of(inside(vehicle, rows, total))
            : Optional.empty());
  }

  private static VehicleFacts.Inside inside(
      VehicleFootprint vehicle, List<PartRow> rows, Emissions total) {
    KgCo2e excl = KgCo2e.ZERO;
    KgCo2e incl = KgCo2e.ZERO;
    for (PartRow row : rows) {
      excl = excl.plus(row.exclOrNothing());
      incl = incl.plus(row.inclOrNothing());
    }
    return new VehicleFacts.Inside(
        rows,
        shares(rows),
        vehicle.battery(),
        vehicle.isBatteryComplete(),
        total.exclBiogenicUptake().minus(excl),
        total.inclBiogenicUptake().minus(incl));
  }

  /** A share without any row is nothing, and known to be; one with missing rows alone is not. */
  private static List<VehicleFacts.ShareSum> shares(List<PartRow> rows) {
    Map<VehicleFootprint.Share, Optional<KgCo2e>> sums =
        new EnumMap<>(VehicleFootprint.Share.class);
    for (PartRow row : rows) {
      sums.merge(
          row.share(),
          row.exclBiogenicUptake(),
          (sum, next) ->
              sum.isEmpty() ? next : Optional.of(sum.get().plus(next.orElse(KgCo2e.ZERO))));
    }
    List<VehicleFacts.ShareSum> shares = new ArrayList<>();
    for (VehicleFootprint.Share share : VehicleFootprint.Share.values()) {
      shares.add(
          new VehicleFacts.ShareSum(share, sums.getOrDefault(share, Optional.of(KgCo2e.ZERO))));
    }
    return shares;
  }

  /** What stands in the way of a vehicle's files beside what does of any product's. */
  static List<Finding> findings(VehicleFootprint vehicle, VehicleFacts facts) {
    List<Finding> findings = new ArrayList<>();
    DeclaredUnit unit = vehicle.tree().root().unit();
    if (unit != DeclaredUnit.PIECE) {
      findings.add(
          Finding.of(
              Finding.Code.UNIT_MISMATCH,
              "a vehicle's structure is per piece, this is per " + unit));
    }
    if (facts.basis().boundary() != SystemBoundary.CRADLE_TO_GATE) {
      findings.add(
          Finding.of(
              Finding.Code.BOUNDARY_MIX,
              "a vehicle is shown from cradle to gate, this reaches " + facts.basis().boundary()));
    }
    if (!vehicle.model().batteryLines().isEmpty() && vehicle.battery().isEmpty()) {
      findings.add(
          Finding.of(
              Finding.Code.NOT_STATED,
              "the vehicle as it is built has none of the lines named as its battery's"));
    }
    if (facts.quality().isEmpty()) {
      findings.add(Finding.of(Finding.Code.NOT_STATED, "there is no data quality rating"));
    }
    int rows = facts.inside().map(inside -> inside.rows().size()).orElse(0);
    if (rows > MOST_ROWS) {
      findings.add(
          Finding.of(
              Finding.Code.VALUE_NOT_TAKEN,
              "a part list has at most " + MOST_ROWS + " rows, this vehicle has " + rows));
    }
    return findings;
  }
}
