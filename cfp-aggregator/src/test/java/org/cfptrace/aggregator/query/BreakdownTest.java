package org.cfptrace.aggregator.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.query.Breakdown.By;
import org.cfptrace.aggregator.query.Breakdown.Share;
import org.cfptrace.aggregator.structure.StructureLine;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Stage;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnEmissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A car of 42 kg with biogenic uptake and 47 kg without: 10 of its own, 2 bodies of 5, 8 screws of
 * 1 (4 in the car, 2 in each body), 5 coils of 3 with an uptake of 1 (3 in the car, 1 in each body)
 * and a pane of 4.
 */
class BreakdownTest {
  private static final String HEAD_OFFICE = "BPNA000000000001";
  private static final String BRANCH = "BPNA000000000002";

  private final Tree car =
      new Trees()
          .madeAt(
              HEAD_OFFICE,
              "car",
              own("10"),
              Optional.empty(),
              made("b", "body", "2"),
              made("s", "screw", "4"),
              bought("c", "mill", "coil", "3"),
              bought("g", "glassworks", "pane", "1"))
          .madeAt(
              BRANCH,
              "body",
              own("5"),
              Optional.empty(),
              made("s", "screw", "2"),
              bought("c", "mill", "coil", "1"))
          .madeAt(BRANCH, "screw", own("1"), Optional.empty())
          .declared("mill", "coil", coil())
          .declared("glassworks", "pane", Trees.fossil(Stage.PRE, "4"))
          .tree("car", Set.of());

  @Test
  void byLevelAreItsOwnMakingAndEachOfItsLines() {
    assertThat(shares(By.LEVEL))
        .containsExactly(
            "body (b) 20 18",
            "own emissions 10 10",
            "coil (c) 9 6",
            "pane (g) 4 4",
            "screw (s) 4 4");
  }

  @Test
  void byStageIsWhereItIsEmitted() {
    assertThat(shares(By.STAGE)).containsExactly("main 43 38", "pre 4 4");
  }

  @Test
  void byAccountIsUptakeApart() {
    assertThat(shares(By.ACCOUNT)).containsExactly("fossil 47 47", "biogenicUptake 0 -5");
  }

  @Test
  void bySupplierIsWhoeverDeliversAnywhereInIt() {
    assertThat(shares(By.SUPPLIER))
        .containsExactly(
            "own emissions 28 28",
            Trees.company("mill").did() + " 15 10",
            Trees.company("glassworks").did() + " 4 4");
  }

  @Test
  void byPlantIsWhereTheCompanyItselfEmits() {
    assertThat(shares(By.PLANT))
        .containsExactly(BRANCH + " 18 18", "not of an own plant 19 14", HEAD_OFFICE + " 10 10");
  }

  @Test
  void byMaterialArePartsByTheirName() {
    assertThat(shares(By.MATERIAL))
        .containsExactly("own emissions 28 28", "coil 15 10", "pane 4 4");
  }

  @Test
  void byDepthIsHowManyAssembliesDeepItStands() {
    assertThat(shares(By.DEPTH)).containsExactly("2 24 22", "1 23 20");
  }

  @ParameterizedTest
  @EnumSource(By.class)
  void allSharesTogetherAreTheTotal(By by) {
    KgCo2e excl = KgCo2e.ZERO;
    KgCo2e incl = KgCo2e.ZERO;
    for (Share share : Breakdown.of(car, by)) {
      excl = excl.plus(share.excl());
      incl = incl.plus(share.incl());
    }

    assertThat(excl).isEqualTo(car.footprint().total().exclBiogenicUptake()).isEqualTo(kg("47"));
    assertThat(incl).isEqualTo(car.footprint().total().inclBiogenicUptake()).isEqualTo(kg("42"));
  }

  @Test
  void whatTheAmountsLeaveOverOfATotalIsRoundingOfEachTotalByItself() {
    Tree third =
        new Trees()
            .made("car", Optional.empty(), Optional.empty(), made("b", "body", "0.333333333"))
            .made("body", own("1"), Optional.empty(), bought("c", "mill", "coil", "0.333333333"))
            .declared("mill", "coil", coil())
            .tree("car", Set.of());
    KgCo2e excl = KgCo2e.ZERO;
    KgCo2e incl = KgCo2e.ZERO;
    for (Share share : Breakdown.of(third, By.SUPPLIER)) {
      excl = excl.plus(share.excl());
      incl = incl.plus(share.incl());
    }

    assertThat(excl).isEqualTo(third.footprint().total().exclBiogenicUptake());
    assertThat(incl).isEqualTo(third.footprint().total().inclBiogenicUptake());
  }

  private List<String> shares(By by) {
    return Breakdown.of(car, by).stream()
        .map(share -> share.name() + " " + share.excl().text() + " " + share.incl().text())
        .toList();
  }

  private static Emissions coil() {
    return Trees.fossil(Stage.MAIN, "3").and(Stage.MAIN, EmissionAccount.BIOGENIC_UPTAKE, kg("-1"));
  }

  private static KgCo2e kg(String kilograms) {
    return KgCo2e.of(kilograms);
  }

  private static Optional<OwnEmissions> own(String kilograms) {
    return Optional.of(Trees.measured(Trees.fossil(Stage.MAIN, kilograms)));
  }

  private static StructureLine made(String id, String name, String pieces) {
    return Trees.line(id, name, pieces, new LineSupply.Own(Trees.product(name)));
  }

  private static StructureLine bought(String id, String supplier, String name, String pieces) {
    return Trees.line(
        id,
        name,
        pieces,
        new LineSupply.Procured(
            List.of(LineSource.only(Trees.company(supplier), Trees.product(name)))));
  }
}
