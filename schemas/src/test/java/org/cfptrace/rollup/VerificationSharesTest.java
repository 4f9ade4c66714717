package org.cfptrace.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cfptrace.footprint.DeclaredUnit.PIECE;
import static org.cfptrace.rollup.Trade.MILL;
import static org.cfptrace.rollup.Trade.aProduct;
import static org.cfptrace.rollup.Trade.boughtFrom;
import static org.cfptrace.rollup.Trade.figure;
import static org.cfptrace.rollup.Trade.line;
import static org.cfptrace.rollup.Trade.made;
import static org.cfptrace.rollup.Trade.main;
import static org.cfptrace.rollup.Trade.product;
import static org.cfptrace.rollup.Trade.received;
import static org.cfptrace.rollup.Trade.rollUp;
import static org.cfptrace.rollup.Trade.supplier;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.VerificationShares;
import org.junit.jupiter.api.Test;

/** What a total rests on: an auditor's word, a signature alone, or nobody's declaration. */
class VerificationSharesTest {
  /**
   * Own 15, a 10 of which an auditor has verified 80 %, b 25 signed, an estimate of 50: declared
   * (10 + 25) ÷ 100 = 35 %, audited 10 × 0.8 ÷ 100 = 8 %.
   */
  @Test
  void weighsDeclarationsByTheirSizeAndOwnFiguresAndEstimatesAsNone() {
    Footprint car =
        rollUp(
            aProduct("car", PIECE, "15")
                .withLines(
                    line("1", "1", PIECE, boughtFrom(MILL, "a")),
                    line("2", "1", PIECE, boughtFrom(MILL, "b")),
                    line("3", "1", PIECE, estimated("50"))),
            received(
                supplier(MILL, "a"), audited("10", "80"),
                supplier(MILL, "b"), signed("25")));

    assertThat(car.total()).isEqualTo(main("100"));
    assertThat(car.verification()).isEqualTo(shares("35", "8"));
  }

  /**
   * Door: own 5 and 2 × 10 audited to 75 %: declared 20 ÷ 25 = 80 %, audited 15 ÷ 25 = 60 %. Car:
   * own 15 and the door: 25 × 0.8 ÷ 40 = 50 %, 25 × 0.6 ÷ 40 = 37.5 %.
   */
  @Test
  void passesThroughOwnProducts() {
    OwnProduct door =
        aProduct("door", PIECE, "5").withLines(line("1", "2", PIECE, boughtFrom(MILL, "a")));
    OwnProduct car = aProduct("car", PIECE, "15").withLines(line("1", "1", PIECE, made("door")));

    Map<?, Footprint> sums =
        ProductGraph.of(List.of(door, car))
            .footprints(Trade.YEAR, received(supplier(MILL, "a"), audited("10", "75")));

    assertThat(sums.get(product("door")).verification()).isEqualTo(shares("80", "60"));
    assertThat(sums.get(product("car")).verification()).isEqualTo(shares("50", "37.5"));
  }

  /** Own 1, audited +2, signed uptake −1: sizes 4; declared 3 ÷ 4 = 75 %, audited 2 ÷ 4 = 50 %. */
  @Test
  void weighsUptakeByItsSize() {
    Emissions uptake = Emissions.of(Stage.MAIN, EmissionAccount.BIOGENIC_UPTAKE, KgCo2e.of("-1"));
    Footprint wood =
        rollUp(
            aProduct("wood", PIECE, "1")
                .withLines(
                    line("1", "1", PIECE, boughtFrom(MILL, "a")),
                    line("2", "1", PIECE, boughtFrom(MILL, "b"))),
            received(
                supplier(MILL, "a"),
                audited("2", "100"),
                supplier(MILL, "b"),
                figure(PIECE, uptake).given().restingOn(VerificationShares.SIGNED)));

    assertThat(wood.verification()).isEqualTo(shares("75", "50"));
  }

  /** Own 2 and 1 audited: a third, rounded down, so that nothing is claimed that is not there. */
  @Test
  void roundsDownAtNineDecimals() {
    assertThat(bought("2", audited("1", "100")).verification())
        .isEqualTo(shares("33.333333333", "33.333333333"));
  }

  @Test
  void whatNobodyHasJudgedIsNotKnownOfTheWholeEither() {
    assertThat(bought("2", figure(PIECE, "1").given()).verification()).isNull();
  }

  @Test
  void whatNobodyHasJudgedAndWeighsNothingDoesNotMatter() {
    SourceFigure.Given nothing = figure(PIECE, Emissions.NONE).given();

    assertThat(bought("2", nothing).verification()).isEqualTo(VerificationShares.NONE);
  }

  @Test
  void aTotalOfZeroRestsOnNothing() {
    assertThat(bought("0", audited("0", "100")).verification()).isNull();
  }

  /** A recalled figure of 8 stands in by its owner's leave: an estimate now, whoever audited it. */
  @Test
  void aLastKnownFigureThatStandsInRestsOnNoDeclaration() {
    BillOfMaterialsLine line = line("1", "1", PIECE, boughtFrom(MILL, "a"));
    BillOfMaterialsLine standsIn =
        new BillOfMaterialsLine(
            line.lineId(),
            line.partName(),
            line.netAmount(),
            line.yield(),
            line.massPerUnit(),
            line.supply(),
            new Proxy(null));
    Footprint car =
        rollUp(
            aProduct("car", PIECE, "2").withLines(standsIn),
            received(
                supplier(MILL, "a"),
                new SourceFigure.Missing(LineState.RECALLED, audited("8", "100"))));

    assertThat(car.total()).isEqualTo(main("10"));
    assertThat(car.verification()).isEqualTo(VerificationShares.NONE);
  }

  /** Own 15, 10 audited to 80 %, 25 signed: of 50 kg 16 %, 70 − 16 = 54 %, and 30 % the rest. */
  @Test
  void theExplanationSaysWhatItRestsOn() {
    Footprint car =
        rollUp(
            aProduct("car", PIECE, "15")
                .withLines(
                    line("1", "1", PIECE, boughtFrom(MILL, "a")),
                    line("2", "1", PIECE, boughtFrom(MILL, "b"))),
            received(
                supplier(MILL, "a"), audited("10", "80"),
                supplier(MILL, "b"), signed("25")));

    assertThat(car.explanation())
        .contains(
            new Bilingual(
                "rests on: 16 % verified by auditors + 54 % signed declarations alone"
                    + " + 30 % own figures and estimates",
                "根拠: 監査人の検証済み 16 % + 署名付き申告のみ 54 % + 自社値・推計値 30 %"));
  }

  @Test
  void refusesMoreAuditedThanDeclared() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shares("10", "10.5"))
        .withMessage("expected 0 ≤ audited ≤ declared ≤ 100 percent, got 10.5 of 10");
    assertThatIllegalArgumentException().isThrownBy(() -> shares("100.1", "10"));
    assertThatIllegalArgumentException().isThrownBy(() -> shares("10", "-1"));
  }

  private static Footprint bought(String own, SourceFigure.Given figure) {
    return rollUp(
        aProduct("car", PIECE, own).withLines(line("1", "1", PIECE, boughtFrom(MILL, "a"))),
        received(supplier(MILL, "a"), figure));
  }

  private static SourceFigure.Given audited(String kilograms, String percent) {
    return figure(PIECE, kilograms).given().restingOn(VerificationShares.audited(percent));
  }

  private static SourceFigure.Given signed(String kilograms) {
    return figure(PIECE, kilograms).given().restingOn(VerificationShares.SIGNED);
  }

  private static LineSupply estimated(String kilograms) {
    return new LineSupply.Terminal(
        new Estimate(LineOrigin.SECONDARY, PIECE, main(kilograms), null, "a table", null));
  }

  private static VerificationShares shares(String declared, String audited) {
    return new VerificationShares(new BigDecimal(declared), new BigDecimal(audited));
  }
}
