package org.cfptrace.aggregator.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.query.Trees;
import org.cfptrace.aggregator.structure.StructureLine;
import org.cfptrace.aggregator.vehicle.VehicleFootprint.Share;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.Yield;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.Estimate;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineOrigin;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.junit.jupiter.api.Test;

/** A vehicle's total is divided into shares that add up to it. */
class VehicleFootprintTest {
  @Test
  void freightByTonKilometresIsInboundLogisticsAndOtherEstimatesAreNot() {
    VehicleFootprint vehicle =
        vehicle(
            new Trees()
                .made(
                    "car",
                    Optional.of(Trees.measured(Trees.fossil(Stage.MAIN, "10"))),
                    Optional.of(Trees.measured(Trees.fossil(Stage.MAIN, "3"))),
                    estimated("f", "50", DeclaredUnit.TON_KILOMETER, "0.2"),
                    estimated("e", "2", DeclaredUnit.KILOWATT_HOUR, "0.5")));

    assertThat(vehicle.shares())
        .containsEntry(Share.INBOUND_LOGISTICS, KgCo2e.of("13"))
        .containsEntry(Share.WITHOUT_SUPPLIER_DATA, KgCo2e.of("1"))
        .containsEntry(Share.OWN_PLANTS, KgCo2e.of("10"))
        .containsEntry(Share.PARTS, KgCo2e.ZERO);
  }

  @Test
  void sharesAndRoundingAreOfTheTotalWithoutUptakeAlsoWhereUptakeRoundsOtherwise() {
    Trees trees =
        new Trees()
            .made(
                "car",
                Optional.empty(),
                Optional.empty(),
                Trees.line("b", "body", "0.333333333", new LineSupply.Own(Trees.product("body"))))
            .made(
                "body",
                Optional.of(Trees.measured(Trees.fossil(Stage.MAIN, "0.777777777"))),
                Optional.empty(),
                Trees.line(
                    "c",
                    "coil",
                    "0.333333333",
                    new LineSupply.Procured(
                        List.of(LineSource.only(Trees.company("mill"), Trees.product("coil"))))))
            .declared(
                "mill",
                "coil",
                Trees.fossil(Stage.MAIN, "0.111111111")
                    .and(Stage.MAIN, EmissionAccount.BIOGENIC_UPTAKE, KgCo2e.of("-0.555555555")));
    VehicleFootprint vehicle = vehicle(trees);

    KgCo2e sum = vehicle.rounding();
    for (KgCo2e share : vehicle.shares().values()) {
      sum = sum.plus(share);
    }

    assertThat(sum).isEqualTo(vehicle.perVehicle());
  }

  private static VehicleFootprint vehicle(Trees trees) {
    return new VehicleFootprint(
        new VehicleModel(
            Trees.product("car"),
            BigDecimal.TEN,
            BigDecimal.TEN,
            Set.of(),
            new VehicleModel.Later(Optional.empty(), Optional.empty(), Optional.empty())),
        trees.tree("car", Set.of()));
  }

  private static StructureLine estimated(
      String id, String amount, DeclaredUnit unit, String perUnit) {
    return new StructureLine(
        new BillOfMaterialsLine(
            new LineId(id),
            "an estimate",
            Quantity.of(amount, unit),
            Yield.FULL,
            null,
            new LineSupply.Terminal(
                new Estimate(
                    LineOrigin.SECONDARY,
                    unit,
                    Trees.fossil(Stage.PRE, perUnit),
                    null,
                    "a factor")),
            null),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
