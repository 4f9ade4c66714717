package org.cfptrace.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cfptrace.footprint.DeclaredUnit.KILOGRAM;
import static org.cfptrace.footprint.DeclaredUnit.PIECE;
import static org.cfptrace.footprint.EmissionAccount.BIOGENIC_UPTAKE;
import static org.cfptrace.footprint.EmissionAccount.END_OF_LIFE_CREDIT;
import static org.cfptrace.footprint.EmissionAccount.FOSSIL;
import static org.cfptrace.footprint.EmissionAccount.UNSPLIT_EMISSIONS;
import static org.cfptrace.footprint.Stage.DISTRIBUTION;
import static org.cfptrace.footprint.Stage.END_OF_LIFE;
import static org.cfptrace.footprint.Stage.MAIN_PRODUCTION;
import static org.cfptrace.footprint.Stage.PACKAGING;
import static org.cfptrace.footprint.Stage.PRODUCTION;
import static org.cfptrace.footprint.Stage.RAW_MATERIAL;
import static org.cfptrace.footprint.Stage.TRANSPORT;
import static org.cfptrace.footprint.Stage.UNSPLIT;
import static org.cfptrace.rollup.Trade.MILL;
import static org.cfptrace.rollup.Trade.OTHER_MILL;
import static org.cfptrace.rollup.Trade.boughtFrom;
import static org.cfptrace.rollup.Trade.figure;
import static org.cfptrace.rollup.Trade.line;
import static org.cfptrace.rollup.Trade.main;
import static org.cfptrace.rollup.Trade.pre;
import static org.cfptrace.rollup.Trade.product;
import static org.cfptrace.rollup.Trade.received;
import static org.cfptrace.rollup.Trade.rollUp;
import static org.cfptrace.rollup.Trade.supplier;

import java.util.List;
import java.util.Map;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.GwpSet;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.SystemBoundary;
import org.junit.jupiter.api.Test;

/** What parts bring, in the stages of a battery and of Catena-X. */
class StageProfilesTest {
  private static final CalculationBasis TO_THE_GRAVE =
      new CalculationBasis(GwpSet.AR6, SystemBoundary.CRADLE_TO_GRAVE);

  private static OwnProduct under(
      StageProfile profile, CalculationBasis basis, Emissions own, BillOfMaterialsLine... lines) {
    return new OwnProduct(
        product("battery"),
        PIECE,
        null,
        basis,
        profile,
        OwnEmissions.primary(own),
        null,
        List.of(lines));
  }

  private static OwnProduct battery(BillOfMaterialsLine... lines) {
    Emissions own =
        Emissions.of(MAIN_PRODUCTION, FOSSIL, KgCo2e.of("100"))
            .and(DISTRIBUTION, FOSSIL, KgCo2e.of("30"))
            .and(END_OF_LIFE, FOSSIL, KgCo2e.of("20"))
            .and(END_OF_LIFE, END_OF_LIFE_CREDIT, KgCo2e.of("-50"));
    return under(StageProfile.EU_BATTERY, TO_THE_GRAVE, own, lines);
  }

  private static Emissions cell() {
    return Emissions.of(RAW_MATERIAL, FOSSIL, KgCo2e.of("3"))
        .and(MAIN_PRODUCTION, FOSSIL, KgCo2e.of("2"))
        .and(DISTRIBUTION, FOSSIL, KgCo2e.of("0.5"));
  }

  /**
   * 10 kg of casing at 1 + 4 (pre, main) and 100 cells at 3, 2 and 0.5: raw material 10 × 5 + 100 ×
   * 3.5 = 400, main production 100 × 2 + own 100 = 300; distribution and end of life own alone.
   */
  @Test
  void aBatteryTakesPartsAsRawMaterialAndCellsByTheirStages() {
    OwnProduct battery =
        battery(
            line("casing", "10", KILOGRAM, boughtFrom(MILL, "casing")),
            line("cell", "100", PIECE, boughtFrom(OTHER_MILL, "cell")));

    Footprint footprint =
        rollUp(
            battery,
            received(
                supplier(MILL, "casing"), figure(KILOGRAM, pre("1").plus(main("4"))),
                supplier(OTHER_MILL, "cell"), figure(PIECE, cell())));

    assertThat(footprint.total())
        .isEqualTo(
            Emissions.of(RAW_MATERIAL, FOSSIL, KgCo2e.of("400"))
                .and(MAIN_PRODUCTION, FOSSIL, KgCo2e.of("300"))
                .and(DISTRIBUTION, FOSSIL, KgCo2e.of("30"))
                .and(END_OF_LIFE, FOSSIL, KgCo2e.of("20"))
                .and(END_OF_LIFE, END_OF_LIFE_CREDIT, KgCo2e.of("-50")));
    assertThat(footprint.isComplete()).isTrue();
    assertThat(footprint.toDeclare().totals())
        .isEqualTo(new CommittedTotals(750_000_000_000L, 50_000_000_000L, 0));
  }

  @Test
  void whatCameWithoutItsSplitStaysUnsplit() {
    Emissions casing = main("5").and(Stage.MAIN, BIOGENIC_UPTAKE, KgCo2e.of("-1"));

    Footprint footprint =
        rollUp(
            battery(line("casing", "10", KILOGRAM, boughtFrom(MILL, "casing"))),
            received(
                supplier(MILL, "casing"),
                figure(KILOGRAM, Emissions.ofTotals(CommittedTotals.of(casing)))));

    assertThat(footprint.total().at(RAW_MATERIAL, FOSSIL)).isEqualTo(KgCo2e.ZERO);
    assertThat(footprint.total().at(UNSPLIT, UNSPLIT_EMISSIONS)).isEqualTo(KgCo2e.of("50"));
    assertThat(footprint.total().at(UNSPLIT, BIOGENIC_UPTAKE)).isEqualTo(KgCo2e.of("-10"));
    assertThat(footprint.total().hasUnsplit()).isTrue();
  }

  @Test
  void theEndOfLifeOfAPartIsNeverInherited() {
    Emissions module = cell().and(END_OF_LIFE, END_OF_LIFE_CREDIT, KgCo2e.of("-1"));
    OwnProduct battery = battery(line("module", "2", PIECE, boughtFrom(MILL, "module")));

    Footprint footprint =
        rollUp(battery, received(supplier(MILL, "module"), figure(PIECE, module)));

    LineResult result = footprint.lines().get(0);
    assertThat(result.state()).isEqualTo(LineState.unusable(UnusableReason.BOUNDARY_MIX));
    assertThat(result.contribution()).isEqualTo(Emissions.NONE);
    assertThat(footprint.isComplete()).isFalse();
    assertThat(footprint.gaps()).hasSize(1);
    assertThat(String.valueOf(result.parts().get(0).detail()))
        .contains("holds its end of life")
        .contains("廃棄");
  }

  @Test
  void aBatteryStatedToItsGraveIsMadeOfPartsThatEndAtTheGate() {
    OwnProduct battery = battery(line("module", "2", PIECE, boughtFrom(MILL, "module")));
    OwnProduct ofOuranos =
        under(
            StageProfile.OURANOS,
            TO_THE_GRAVE,
            main("1"),
            line("module", "2", PIECE, boughtFrom(MILL, "module")));

    Map<SupplierProduct, SourceFigure> toTheGate =
        received(supplier(MILL, "module"), figure(PIECE, main("3")));
    Map<SupplierProduct, SourceFigure> toTheGrave =
        received(supplier(MILL, "module"), figure(PIECE, main("3")).on(TO_THE_GRAVE));

    assertThat(rollUp(battery, toTheGate).isComplete()).isTrue();
    assertThat(rollUp(battery, toTheGrave).lines().get(0).state())
        .isEqualTo(LineState.unusable(UnusableReason.BOUNDARY_MIX));
    assertThat(rollUp(ofOuranos, toTheGate).lines().get(0).state())
        .isEqualTo(LineState.unusable(UnusableReason.BOUNDARY_MIX));
  }

  @Test
  void catenaXKeepsPackagingAndTransportOfTheProductItselfApart() {
    Emissions own =
        Emissions.of(PRODUCTION, FOSSIL, KgCo2e.of("2"))
            .and(PACKAGING, FOSSIL, KgCo2e.of("0.25"))
            .and(TRANSPORT, FOSSIL, KgCo2e.of("0.125"));
    OwnProduct product =
        under(
            StageProfile.CATENA_X,
            CalculationBasis.AR6_CRADLE_TO_GATE,
            own,
            line("part", "2", PIECE, boughtFrom(MILL, "part")));

    Footprint footprint = rollUp(product, received(supplier(MILL, "part"), figure(PIECE, own)));

    assertThat(footprint.total())
        .isEqualTo(
            Emissions.of(PRODUCTION, FOSSIL, KgCo2e.of("6.75"))
                .and(PACKAGING, FOSSIL, KgCo2e.of("0.25"))
                .and(TRANSPORT, FOSSIL, KgCo2e.of("0.125")));
  }

  @Test
  void ownEmissionsAreBookedInTheProfilesStagesWithinTheBoundary() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> under(StageProfile.EU_BATTERY, TO_THE_GRAVE, main("1")))
        .withMessage("own emissions may not be booked in main/fossil under profile EU_BATTERY");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                under(
                    StageProfile.EU_BATTERY,
                    CalculationBasis.AR6_CRADLE_TO_GATE,
                    Emissions.of(END_OF_LIFE, FOSSIL, KgCo2e.of("1"))))
        .withMessage("own emissions may not be booked in endOfLife/fossil within CRADLE_TO_GATE");
  }

  /** Pre 1 kg rated 1 and main 3 kg rated 2 arrive as raw material: (1 × 1 + 3 × 2) ÷ 4 = 1.75. */
  @Test
  void ratingsArriveWhereTheirStagesDo() {
    DataQuality theirs =
        new DataQuality(
            QualityScale.ONE_TO_FIVE,
            Map.of(
                Stage.PRE, Representativeness.of("1", "1", "1"),
                Stage.MAIN, Representativeness.of("2", "2", "2")));
    OwnProduct battery =
        under(
            StageProfile.EU_BATTERY,
            CalculationBasis.AR6_CRADLE_TO_GATE,
            Emissions.NONE,
            line("casing", "10", KILOGRAM, boughtFrom(MILL, "casing")));

    WeighedQuality quality =
        rollUp(
                battery,
                received(
                    supplier(MILL, "casing"),
                    figure(KILOGRAM, pre("1").plus(main("3"))).rated(theirs)))
            .quality();

    assertThat(quality.rating())
        .isEqualTo(
            new DataQuality(
                QualityScale.ONE_TO_FIVE,
                Map.of(RAW_MATERIAL, Representativeness.of("1.75", "1.75", "1.75"))));
    assertThat(quality.overall()).isEqualByComparingTo("1.75");
  }

  /** Rated for main alone: pre counts as the worst, (1 × 5 + 3 × 2) ÷ 4 = 2.75. */
  @Test
  void aStageWithoutARatingArrivesAsTheWorst() {
    DataQuality theirs =
        new DataQuality(
            QualityScale.ONE_TO_FIVE, Map.of(Stage.MAIN, Representativeness.of("2", "2", "2")));

    assertThat(
            StatedQuality.under(StageProfile.EU_BATTERY, theirs, pre("1").plus(main("3")))
                .of(RAW_MATERIAL))
        .contains(Representativeness.of("2.75", "2.75", "2.75"));
    assertThat(StatedQuality.under(StageProfile.OURANOS, theirs, pre("1").plus(main("3"))))
        .isSameAs(theirs);
  }
}
