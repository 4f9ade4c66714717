package org.cfptrace.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cfptrace.footprint.DeclaredUnit.KILOGRAM;
import static org.cfptrace.footprint.DeclaredUnit.PIECE;
import static org.cfptrace.rollup.Trade.MILL;
import static org.cfptrace.rollup.Trade.OTHER_MILL;
import static org.cfptrace.rollup.Trade.YEAR;
import static org.cfptrace.rollup.Trade.aProduct;
import static org.cfptrace.rollup.Trade.boughtFrom;
import static org.cfptrace.rollup.Trade.figure;
import static org.cfptrace.rollup.Trade.line;
import static org.cfptrace.rollup.Trade.main;
import static org.cfptrace.rollup.Trade.own;
import static org.cfptrace.rollup.Trade.pre;
import static org.cfptrace.rollup.Trade.product;
import static org.cfptrace.rollup.Trade.received;
import static org.cfptrace.rollup.Trade.rollUp;
import static org.cfptrace.rollup.Trade.share;
import static org.cfptrace.rollup.Trade.supplier;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.Yield;
import org.junit.jupiter.api.Test;

class RollUpTest {

  private static KgCo2e kg(String value) {
    return new KgCo2e(new BigDecimal(value));
  }

  @Test
  void carriesThreeThroughEightToEighteen() {
    Footprint a = rollUp(aProduct("steel", PIECE, "3"), Map.of());
    OwnProduct partsMaker =
        aProduct("part", PIECE, "5").withLines(line("1", "1", PIECE, boughtFrom(MILL, "steel")));
    Footprint b = rollUp(partsMaker, received(supplier(MILL, "steel"), a.asFigure()));
    OwnProduct carMaker =
        aProduct("car", PIECE, "10")
            .withLines(line("1", "1", PIECE, boughtFrom(OTHER_MILL, "part")));
    Footprint c = rollUp(carMaker, received(supplier(OTHER_MILL, "part"), b.asFigure()));

    assertThat(a.total()).isEqualTo(main("3"));
    assertThat(b.total()).isEqualTo(main("8"));
    assertThat(c.total()).isEqualTo(main("18"));
    assertThat(c.own()).isEqualTo(main("10"));
    assertThat(c.upstream()).isEqualTo(main("8"));
    assertThat(c.isComplete()).isTrue();
    assertThat(c.gaps()).isEmpty();
  }

  /** B = 5 + 2.5 × 3 = 12.5 per piece; C = 10 + 4 × 12.5 = 60 per piece. */
  @Test
  void multipliesWithTheAmountOfEachPart() {
    Footprint a = rollUp(aProduct("steel", KILOGRAM, "3"), Map.of());
    Footprint b =
        rollUp(
            aProduct("part", PIECE, "5")
                .withLines(line("1", "2.5", KILOGRAM, boughtFrom(MILL, "steel"))),
            received(supplier(MILL, "steel"), a.asFigure()));
    Footprint c =
        rollUp(
            aProduct("car", PIECE, "10")
                .withLines(line("1", "4", PIECE, boughtFrom(OTHER_MILL, "part"))),
            received(supplier(OTHER_MILL, "part"), b.asFigure()));

    assertThat(b.total()).isEqualTo(main("12.5"));
    assertThat(c.total()).isEqualTo(main("60"));
  }

  /** 2 kg end up in the product, 2 ÷ 0.8 = 2.5 kg go in: 2.5 × 3 = 7.5, with own 5: 12.5. */
  @Test
  void chargesWhatIsLostOnTheWay() {
    OwnProduct product =
        aProduct("part", PIECE, "5")
            .withLines(line("1", "2", KILOGRAM, boughtFrom(MILL, "steel")).with(Yield.of("0.8")));

    Footprint footprint = rollUp(product, received(supplier(MILL, "steel"), figure(KILOGRAM, "3")));

    assertThat(footprint.upstream()).isEqualTo(main("7.5"));
    assertThat(footprint.total()).isEqualTo(main("12.5"));
  }

  /** 2 kg of 30 % at 3 and 70 % at 4: 2 × (0.3 × 3 + 0.7 × 4) = 7.4. */
  @Test
  void mixesSourcesByTheirShares() {
    LineSupply two =
        LineSupply.procured(share(MILL, "steel", "0.3"), share(OTHER_MILL, "iron", "0.7"));
    OwnProduct product = aProduct("part", PIECE, "5").withLines(line("1", "2", KILOGRAM, two));

    Footprint footprint =
        rollUp(
            product,
            received(
                supplier(MILL, "steel"), figure(KILOGRAM, "3"),
                supplier(OTHER_MILL, "iron"), figure(KILOGRAM, "4")));

    assertThat(footprint.upstream()).isEqualTo(main("7.4"));
    assertThat(footprint.isComplete()).isTrue();
    assertThat(footprint.lines().get(0).origin()).isEqualTo(LineOrigin.PRIMARY);
  }

  /** 0.5 kg of paint at an estimated 2.4: 1.2. */
  @Test
  void countsTheOwnersEstimateOfATerminalLine() {
    LineSupply paint =
        new LineSupply.Terminal(
            new Estimate(LineOrigin.SECONDARY, KILOGRAM, main("2.4"), null, "database, 2024"));
    OwnProduct product = aProduct("part", PIECE, "5").withLines(line("1", "0.5", KILOGRAM, paint));

    Footprint footprint = rollUp(product, Map.of());

    LineResult result = footprint.lines().get(0);
    assertThat(result.contribution()).isEqualTo(main("1.2"));
    assertThat(result.origin()).isEqualTo(LineOrigin.SECONDARY);
    assertThat(result.state()).isEqualTo(LineState.OK);
    assertThat(footprint.isComplete()).isTrue();
    // 1.2 of 6.2 is estimated; rounded up at nine decimals.
    assertThat(footprint.estimatedShare()).isEqualTo(Share.of("0.193548388"));
  }

  @Test
  void keepsStagesAndAccountsApart() {
    Emissions steel =
        pre("1.5")
            .plus(main("10"))
            .and(Stage.PRE, EmissionAccount.BIOGENIC_UPTAKE, kg("-0.25"))
            .and(Stage.MAIN, EmissionAccount.LAND_MANAGEMENT_REMOVALS, kg("-0.125"));
    OwnProduct product =
        OwnProduct.of(product("part"), PIECE)
            .withOwn(OwnEmissions.primary(pre("3").plus(main("20"))))
            .withLines(line("1", "2", PIECE, boughtFrom(MILL, "steel")));

    Footprint footprint = rollUp(product, received(supplier(MILL, "steel"), figure(PIECE, steel)));

    // Ouranos' tutorial: own 3 and 20, child 1.5 and 10, amount 2: pre 6, main 40.
    assertThat(footprint.total().at(Stage.PRE, EmissionAccount.FOSSIL)).isEqualTo(kg("6"));
    assertThat(footprint.total().at(Stage.MAIN, EmissionAccount.FOSSIL)).isEqualTo(kg("40"));
    assertThat(footprint.total().uptake()).isEqualTo(kg("0.5"));
    assertThat(footprint.total().removals()).isEqualTo(kg("0.25"));
    assertThat(footprint.total().exclBiogenicUptake()).isEqualTo(kg("45.75"));
    assertThat(footprint.total().inclBiogenicUptake()).isEqualTo(kg("45.25"));
  }

  @Test
  void putsWhatCameWithoutItsSplitIntoUnsplit() {
    Emissions totalsOnly = Emissions.ofTotals(new CommittedTotals(3_000_000_000L, 0, 0));
    OwnProduct product =
        aProduct("part", PIECE, "5").withLines(line("1", "1", PIECE, boughtFrom(MILL, "steel")));

    Footprint footprint =
        rollUp(product, received(supplier(MILL, "steel"), figure(PIECE, totalsOnly)));

    assertThat(footprint.total().at(Stage.UNSPLIT, EmissionAccount.UNSPLIT_EMISSIONS))
        .isEqualTo(kg("3"));
    assertThat(footprint.total().exclBiogenicUptake()).isEqualTo(kg("8"));
    assertThat(footprint.total().hasUnsplit()).isTrue();
  }

  @Test
  void addsTransportTheCompanyPaysFor() {
    OwnProduct product = aProduct("part", PIECE, "5").withTransport(own("0.5"));

    assertThat(rollUp(product, Map.of()).total()).isEqualTo(main("5.5"));
  }

  /** 1 ÷ 3 kg a piece × 1 = 0.333…, kept at 18 decimals; half of the last digit goes to even. */
  @Test
  void roundsEachLineOnceAtEighteenDecimalsHalfToEven() {
    OwnProduct product =
        aProduct("part", PIECE, "0").withLines(line("1", "1", KILOGRAM, boughtFrom(MILL, "bolt")));

    Footprint third =
        rollUp(product, received(supplier(MILL, "bolt"), figure(PIECE, "1").pieceOf("3")));

    assertThat(third.total().inclBiogenicUptake()).isEqualTo(kg("0.333333333333333333"));
    assertThat(contributionOf("0.0000000000000000025")).isEqualTo(kg("0.000000000000000002"));
    assertThat(contributionOf("0.0000000000000000035")).isEqualTo(kg("0.000000000000000004"));
  }

  /** Two sources of half a last digit each: rounded apart they would vanish, together they stay. */
  @Test
  void roundsTheSumOfALinesSourcesNotEachSource() {
    LineSupply two =
        LineSupply.procured(share(MILL, "steel", "0.5"), share(OTHER_MILL, "iron", "0.5"));
    OwnProduct product = aProduct("part", PIECE, "0").withLines(line("1", "1", PIECE, two));

    Footprint footprint =
        rollUp(
            product,
            received(
                supplier(MILL, "steel"), figure(PIECE, "0.000000000000000001"),
                supplier(OTHER_MILL, "iron"), figure(PIECE, "0.000000000000000001")));

    assertThat(footprint.upstream().inclBiogenicUptake()).isEqualTo(kg("0.000000000000000001"));
  }

  @Test
  void statesItsTotalInMicrogramsForADeclaration() {
    OwnProduct product =
        aProduct("part", PIECE, "0").withLines(line("1", "1", KILOGRAM, boughtFrom(MILL, "bolt")));

    Footprint third =
        rollUp(product, received(supplier(MILL, "bolt"), figure(PIECE, "1").pieceOf("3")));

    assertThat(third.toDeclare().totals()).isEqualTo(new CommittedTotals(333_333_334, 0, 0));
    assertThat(third.toDeclare().cells()).isEqualTo(main("0.333333334"));
  }

  @Test
  void doesNotTakeUnenteredOwnEmissionsForZero() {
    OwnProduct product = OwnProduct.of(product("part"), PIECE);

    Footprint footprint = rollUp(product, Map.of());

    assertThat(footprint.isComplete()).isFalse();
    assertThat(footprint.gaps()).hasSize(1);
    assertThat(footprint.gaps().get(0).lineId()).isNull();
    assertThat(footprint.gaps().get(0).text().en())
        .isEqualTo("incomplete: own emissions have not been entered");
  }

  @Test
  void takesEnteredZeroForZero() {
    assertThat(rollUp(aProduct("part", PIECE, "0"), Map.of()).isComplete()).isTrue();
  }

  @Test
  void holdsFiveThousandLinesAndNotOneMore() {
    List<BillOfMaterialsLine> lines =
        IntStream.rangeClosed(1, 5_001)
            .mapToObj(i -> line("l" + i, "1", PIECE, boughtFrom(MILL, "steel")))
            .toList();
    OwnProduct product = aProduct("part", PIECE, "1");

    Footprint footprint =
        rollUp(
            product.withLines(lines.subList(0, 5_000)),
            received(supplier(MILL, "steel"), figure(PIECE, "0.001")));

    assertThat(footprint.total()).isEqualTo(main("6"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> product.withLines(lines))
        .withMessage("a bill of materials has at most 5000 lines, got 5001");
  }

  @Test
  void refusesTwoLinesOfTheSameName() {
    BillOfMaterialsLine line = line("1", "1", PIECE, boughtFrom(MILL, "steel"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> aProduct("part", PIECE, "1").withLines(line, line))
        .withMessage("line id used twice: 1");
  }

  @Test
  void letsTwoLinesUseTheSameDeclaration() {
    OwnProduct product =
        aProduct("part", PIECE, "0")
            .withLines(
                line("1", "1", PIECE, boughtFrom(MILL, "steel")),
                line("2", "2", PIECE, boughtFrom(MILL, "steel")));

    assertThat(rollUp(product, received(supplier(MILL, "steel"), figure(PIECE, "3"))).total())
        .isEqualTo(main("9"));
  }

  @Test
  void refusesOwnEmissionsOutsideTheStagesOfItsProfile() {
    Emissions unsplit = Emissions.of(Stage.UNSPLIT, EmissionAccount.FOSSIL, kg("1"));

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> OwnProduct.of(product("part"), PIECE).withOwn(OwnEmissions.primary(unsplit)))
        .withMessage("own emissions may not be booked in unsplit/fossil under profile OURANOS");
  }

  private static KgCo2e contributionOf(String value) {
    DeclaredUnit unit = PIECE;
    OwnProduct product =
        aProduct("part", unit, "0").withLines(line("1", "1", unit, boughtFrom(MILL, "steel")));
    Footprint footprint =
        RollUp.of(
            RollUpInput.of(product, YEAR, received(supplier(MILL, "steel"), figure(unit, value))));
    return footprint.upstream().inclBiogenicUptake();
  }
}
