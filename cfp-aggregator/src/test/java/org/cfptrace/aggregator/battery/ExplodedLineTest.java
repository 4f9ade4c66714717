package org.cfptrace.aggregator.battery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.aggregator.structure.ComponentRole;
import org.cfptrace.aggregator.structure.StructureLine;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.GwpSet;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.SystemBoundary;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.Estimate;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineOrigin;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.RollUp;
import org.cfptrace.rollup.RollUpInput;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;
import org.junit.jupiter.api.Test;

/** From the sum itself to a battery's file: nothing is entered by hand. */
class ExplodedLineTest {
  private static final Period YEAR = Period.ofYear(2025);
  private static final TraceId CELL = TraceId.random();
  private static final SupplierProduct BOUGHT =
      new SupplierProduct(Batteries.MAKER.participant(), CELL);

  /**
   * 100 cells of 30 and 20 kg by stage, 8 kg of casing estimated at 2.5, own 1000 kg of assembly,
   * 150 of distribution, and 60 less 210 at the end of life: raw material 3020, main production
   * 3000.
   */
  @Test
  void theRollUpOfABatteryIsItsFootprintByStage() {
    Footprint footprint =
        RollUp.of(RollUpInput.of(battery(cells(), casing()), YEAR, Map.of(BOUGHT, cell("0.25"))));
    List<ExplodedLine> lines =
        List.of(
            ExplodedLine.of("", line(cells()), footprint.lines().get(0).parts().get(0)),
            ExplodedLine.of("pack", line(casing()), footprint.lines().get(1).parts().get(0)));
    BatteryFootprint battery =
        new BatteryFootprint(
            footprint.total(),
            FunctionalUnit.of(Batteries.model(Warranty.of("8", "160000")), Batteries.DRAFT)
                .orElseThrow());

    assertThat(battery.stages())
        .extracting(value -> value.stage().jsonName() + " " + value.declared())
        .containsExactly(
            "rawMaterial 3020", "mainProduction 3000", "distribution 150", "endOfLife -150");
    assertThat(battery.declared().rounded(9)).isEqualByComparingTo("0.167222222");
    assertThat(lines)
        .containsExactly(
            new ExplodedLine(
                "cells",
                "cells",
                Optional.of(CELL),
                Quantity.of("100", DeclaredUnit.PIECE),
                cells().yield(),
                LineOrigin.PRIMARY,
                LineState.OK,
                Share.of("0.25"),
                Optional.of(ComponentRole.CASING)),
            new ExplodedLine(
                "pack/casing",
                "casing",
                Optional.empty(),
                Quantity.of("8", DeclaredUnit.KILOGRAM),
                casing().yield(),
                LineOrigin.DEFAULT,
                LineState.OK,
                Share.ALL,
                Optional.of(ComponentRole.CASING)));
  }

  private static OwnProduct battery(BillOfMaterialsLine... lines) {
    Emissions own =
        Emissions.of(Stage.MAIN_PRODUCTION, EmissionAccount.FOSSIL, KgCo2e.of("1000"))
            .and(Stage.DISTRIBUTION, EmissionAccount.FOSSIL, KgCo2e.of("150"))
            .and(Stage.END_OF_LIFE, EmissionAccount.FOSSIL, KgCo2e.of("60"))
            .and(Stage.END_OF_LIFE, EmissionAccount.END_OF_LIFE_CREDIT, KgCo2e.of("-210"));
    return new OwnProduct(
        Batteries.BATTERY,
        DeclaredUnit.PIECE,
        null,
        new CalculationBasis(GwpSet.AR6, SystemBoundary.CRADLE_TO_GRAVE),
        StageProfile.EU_BATTERY,
        OwnEmissions.primary(own),
        null,
        List.of(lines));
  }

  private static BillOfMaterialsLine cells() {
    return BillOfMaterialsLine.of(
        new LineId("cells"),
        "cells",
        Quantity.of("100", DeclaredUnit.PIECE),
        LineSupply.procured(LineSource.only(BOUGHT.partner(), CELL)));
  }

  private static BillOfMaterialsLine casing() {
    return BillOfMaterialsLine.of(
        new LineId("casing"),
        "casing",
        Quantity.of("8", DeclaredUnit.KILOGRAM),
        new LineSupply.Terminal(
            new Estimate(
                LineOrigin.DEFAULT,
                DeclaredUnit.KILOGRAM,
                Emissions.of(Stage.PRE, EmissionAccount.FOSSIL, KgCo2e.of("2.5")),
                null,
                "a published default")));
  }

  private static StructureLine line(BillOfMaterialsLine line) {
    return new StructureLine(
        line, Optional.empty(), Optional.empty(), Optional.of(ComponentRole.CASING));
  }

  private static SourceFigure cell(String estimated) {
    return new SourceFigure.Given(
        DeclaredUnit.PIECE,
        null,
        Emissions.of(Stage.RAW_MATERIAL, EmissionAccount.FOSSIL, KgCo2e.of("30"))
            .and(Stage.MAIN_PRODUCTION, EmissionAccount.FOSSIL, KgCo2e.of("20")),
        true,
        Share.of(estimated),
        null,
        null,
        CalculationBasis.AR6_CRADLE_TO_GATE,
        YEAR,
        LocalDate.parse("2027-12-31"),
        null);
  }
}
