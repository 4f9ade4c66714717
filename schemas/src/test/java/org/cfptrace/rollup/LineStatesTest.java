package org.cfptrace.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cfptrace.footprint.DeclaredUnit.KILOGRAM;
import static org.cfptrace.footprint.DeclaredUnit.LITER;
import static org.cfptrace.footprint.DeclaredUnit.PIECE;
import static org.cfptrace.rollup.Trade.MILL;
import static org.cfptrace.rollup.Trade.OTHER_MILL;
import static org.cfptrace.rollup.Trade.aProduct;
import static org.cfptrace.rollup.Trade.boughtFrom;
import static org.cfptrace.rollup.Trade.figure;
import static org.cfptrace.rollup.Trade.line;
import static org.cfptrace.rollup.Trade.main;
import static org.cfptrace.rollup.Trade.product;
import static org.cfptrace.rollup.Trade.received;
import static org.cfptrace.rollup.Trade.rollUp;
import static org.cfptrace.rollup.Trade.share;
import static org.cfptrace.rollup.Trade.supplier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.GwpSet;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.SystemBoundary;
import org.cfptrace.footprint.Yield;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineStatesTest {

  private static final SupplierProduct STEEL = supplier(MILL, "steel");

  private static OwnProduct partOfSteel(DeclaredUnit unit) {
    return aProduct("part", PIECE, "5").withLines(line("7", "2", unit, boughtFrom(MILL, "steel")));
  }

  private static LineResult firstLine(Footprint footprint) {
    return footprint.lines().get(0);
  }

  static Stream<LineState> statesOfMissingFigures() {
    return Stream.of(
        LineState.ASKED,
        LineState.REJECTED,
        LineState.WITHHELD,
        LineState.STALE,
        LineState.PERIOD_GAP,
        LineState.EXPIRED,
        LineState.RECALLED,
        LineState.SENDER_SUSPENDED);
  }

  @ParameterizedTest
  @MethodSource("statesOfMissingFigures")
  void anyStateButOkMakesTheTotalIncompleteAndNamesTheLine(LineState state) {
    Footprint footprint = rollUp(partOfSteel(PIECE), received(STEEL, SourceFigure.missing(state)));

    assertThat(firstLine(footprint).state()).isEqualTo(state);
    assertThat(firstLine(footprint).origin()).isEqualTo(LineOrigin.NONE);
    assertThat(footprint.isComplete()).isFalse();
    assertThat(footprint.gaps()).extracting(Gap::lineId).containsExactly(new LineId("7"));
    assertThat(footprint.gaps().get(0).text().en())
        .startsWith("incomplete: line 7 \"part 7\": " + state);
  }

  @Test
  void aSupplierThatHasNotAnsweredIsAsked() {
    assertThat(firstLine(rollUp(partOfSteel(PIECE), Map.of())).state()).isEqualTo(LineState.ASKED);
  }

  @Test
  void aLineNobodyLinkedHasNoSource() {
    OwnProduct product =
        aProduct("part", PIECE, "5").withLines(line("1", "2", PIECE, LineSupply.procured()));

    assertThat(firstLine(rollUp(product, Map.of())).state())
        .isEqualTo(LineState.unusable(UnusableReason.NO_SOURCE));
  }

  @Test
  void theLastKnownValueIsShownButNotCounted() {
    SourceFigure recalled =
        new SourceFigure.Missing(LineState.RECALLED, figure(PIECE, "3").given());

    Footprint footprint = rollUp(partOfSteel(PIECE), received(STEEL, recalled));

    assertThat(footprint.total()).isEqualTo(main("5"));
    assertThat(firstLine(footprint).parts().get(0).lastKnown())
        .isEqualTo(figure(PIECE, "3").given());
  }

  @Test
  void theLastKnownValueIsCountedWhereTheOwnerSetAProxyAndTheTotalStaysIncomplete() {
    SourceFigure recalled =
        new SourceFigure.Missing(LineState.RECALLED, figure(PIECE, "3").given());
    OwnProduct product =
        aProduct("part", PIECE, "5")
            .withLines(line("7", "2", PIECE, boughtFrom(MILL, "steel")).with(Proxy.lastKnown()));

    Footprint footprint = rollUp(product, received(STEEL, recalled));

    assertThat(footprint.total()).isEqualTo(main("11"));
    assertThat(firstLine(footprint).origin()).isEqualTo(LineOrigin.PROXY);
    assertThat(firstLine(footprint).state()).isEqualTo(LineState.RECALLED);
    assertThat(footprint.isComplete()).isFalse();
    // 6 of 11 rest on the proxy.
    assertThat(footprint.estimatedShare()).isEqualTo(Share.of("0.545454546"));
  }

  @Test
  void aProxyMayBeAnEstimateWhereNothingWasEverKnown() {
    Estimate estimate = new Estimate(LineOrigin.DEFAULT, PIECE, main("4"), null, "published");
    OwnProduct product =
        aProduct("part", PIECE, "5")
            .withLines(line("7", "2", PIECE, boughtFrom(MILL, "steel")).with(new Proxy(estimate)));

    Footprint footprint = rollUp(product, Map.of());

    assertThat(footprint.total()).isEqualTo(main("13"));
    assertThat(firstLine(footprint).state()).isEqualTo(LineState.ASKED);
    assertThat(firstLine(footprint).origin()).isEqualTo(LineOrigin.PROXY);
  }

  @Test
  void aProxyIsNotNeededWhereTheFigureCounts() {
    OwnProduct product =
        aProduct("part", PIECE, "5")
            .withLines(line("7", "2", PIECE, boughtFrom(MILL, "steel")).with(Proxy.lastKnown()));

    Footprint footprint = rollUp(product, received(STEEL, figure(PIECE, "3")));

    assertThat(firstLine(footprint).origin()).isEqualTo(LineOrigin.PRIMARY);
    assertThat(footprint.isComplete()).isTrue();
  }

  @Test
  void anInputThatSaysItIsIncompleteMakesTheProductIncomplete() {
    Footprint footprint =
        rollUp(partOfSteel(PIECE), received(STEEL, figure(PIECE, "3").incomplete()));

    assertThat(firstLine(footprint).state()).isEqualTo(LineState.OK);
    assertThat(footprint.total()).isEqualTo(main("11"));
    assertThat(footprint.isComplete()).isFalse();
    assertThat(footprint.gaps().get(0).text().en())
        .isEqualTo(
            "incomplete: line 7 \"part 7\": the source says that its own figure is incomplete");
  }

  @Test
  void otherWarmingPotentialsAreNotMixed() {
    CalculationBasis ar5 = new CalculationBasis(GwpSet.AR5, SystemBoundary.CRADLE_TO_GATE);

    Footprint footprint = rollUp(partOfSteel(PIECE), received(STEEL, figure(PIECE, "3").on(ar5)));

    assertThat(firstLine(footprint).state()).isEqualTo(LineState.unusable(UnusableReason.GWP_MIX));
    assertThat(footprint.total()).isEqualTo(main("5"));
  }

  @Test
  void otherBoundariesAreNotMixed() {
    CalculationBasis grave = new CalculationBasis(GwpSet.AR6, SystemBoundary.CRADLE_TO_GRAVE);

    Footprint footprint = rollUp(partOfSteel(PIECE), received(STEEL, figure(PIECE, "3").on(grave)));

    assertThat(firstLine(footprint).state())
        .isEqualTo(LineState.unusable(UnusableReason.BOUNDARY_MIX));
  }

  @Test
  void unitsOfDifferentKindsAreAMismatchThatNamesBoth() {
    Footprint footprint = rollUp(partOfSteel(LITER), received(STEEL, figure(KILOGRAM, "3")));

    assertThat(firstLine(footprint).state())
        .isEqualTo(LineState.unusable(UnusableReason.UNIT_MISMATCH));
    assertThat(firstLine(footprint).parts().get(0).detail())
        .isEqualTo(
            new Bilingual(
                "the line is in liter, the source in kilogram", "部品構成の単位はliter、取引先の単位はkilogram"));
  }

  @Test
  void kilogramsOfWhatIsSoldInPiecesNeedTheMassOfAPiece() {
    Footprint footprint = rollUp(partOfSteel(KILOGRAM), received(STEEL, figure(PIECE, "3")));

    assertThat(firstLine(footprint).state())
        .isEqualTo(LineState.unusable(UnusableReason.UNIT_MISMATCH));
    assertThat(firstLine(footprint).parts().get(0).detail())
        .extracting(Bilingual::en)
        .isEqualTo(
            "the line is in kilogram, the source in piece, and the mass of a piece is not known");
  }

  /** 2 kg ÷ 0.5 kg a piece = 4 pieces at 3: 12. */
  @Test
  void theSuppliersMassTurnsKilogramsIntoPieces() {
    Footprint footprint =
        rollUp(partOfSteel(KILOGRAM), received(STEEL, figure(PIECE, "3").pieceOf("0.5")));

    assertThat(footprint.upstream()).isEqualTo(main("12"));
  }

  /** 2 pieces × 0.4 kg a piece = 0.8 kg at 3: 2.4. */
  @Test
  void theMassOfTheOwnPartTurnsPiecesIntoKilograms() {
    OwnProduct product =
        aProduct("part", PIECE, "5")
            .withLines(
                line("7", "2", PIECE, boughtFrom(MILL, "steel")).with(MassPerUnit.of("0.4")));

    Footprint footprint = rollUp(product, received(STEEL, figure(KILOGRAM, "3")));

    assertThat(footprint.upstream()).isEqualTo(main("2.4"));
  }

  /** 2 l = 0.002 m³ at 3: 0.006. */
  @Test
  void unitsOfOneKindConvertExactly() {
    Footprint footprint =
        rollUp(partOfSteel(LITER), received(STEEL, figure(DeclaredUnit.CUBIC_METER, "3")));

    assertThat(footprint.upstream()).isEqualTo(main("0.006"));
  }

  @Test
  void anAmountBeyondAllDeclarationsIsNamedAndDoesNotHideTheOtherLines() {
    OwnProduct product =
        aProduct("part", PIECE, "5")
            .withLines(
                line("huge", "9999999999", PIECE, boughtFrom(MILL, "steel"))
                    .with(Yield.of("0.000000001")),
                line("7", "2", PIECE, boughtFrom(OTHER_MILL, "iron")));

    Footprint footprint =
        rollUp(
            product,
            received(
                STEEL,
                figure(PIECE, "9223372036"),
                supplier(OTHER_MILL, "iron"),
                figure(PIECE, "4")));

    assertThat(firstLine(footprint).state())
        .isEqualTo(LineState.unusable(UnusableReason.AMOUNT_TOO_LARGE));
    assertThat(footprint.total()).isEqualTo(main("13"));
    assertThat(footprint.isComplete()).isFalse();
  }

  /** 2 × 0.6 × 3 = 3.6 is known, 40 % are nobody's: missing, not zero. */
  @Test
  void sharesThatDoNotReachTheWholeLeaveTheRestMissing() {
    OwnProduct product =
        aProduct("part", PIECE, "5")
            .withLines(line("7", "2", PIECE, LineSupply.procured(share(MILL, "steel", "0.6"))));

    Footprint footprint = rollUp(product, received(STEEL, figure(PIECE, "3")));

    assertThat(footprint.upstream()).isEqualTo(main("3.6"));
    assertThat(footprint.isComplete()).isFalse();
    assertThat(firstLine(footprint).state())
        .isEqualTo(LineState.unusable(UnusableReason.SHARE_MISSING));
    assertThat(firstLine(footprint).parts())
        .extracting(LinePart::share)
        .containsExactly(Share.of("0.6"), Share.of("0.4"));
  }

  @Test
  void oneOfTwoSourcesWithoutAnAnswerMakesTheLineIncomplete() {
    LineSupply two =
        LineSupply.procured(share(MILL, "steel", "0.3"), share(OTHER_MILL, "iron", "0.7"));
    OwnProduct product = aProduct("part", PIECE, "5").withLines(line("7", "2", PIECE, two));

    Footprint footprint = rollUp(product, received(STEEL, figure(PIECE, "3")));

    assertThat(firstLine(footprint).state()).isEqualTo(LineState.ASKED);
    assertThat(footprint.upstream()).isEqualTo(main("1.8"));
  }

  @Test
  void sourcesInForceOnTheLastDayOfThePeriodCount() {
    LineSource untilJune =
        new LineSource(MILL, product("steel"), Share.ALL, null, LocalDate.parse("2025-06-30"));
    LineSource fromJuly =
        new LineSource(OTHER_MILL, product("iron"), Share.ALL, LocalDate.parse("2025-07-01"), null);
    OwnProduct product =
        aProduct("part", PIECE, "5")
            .withLines(line("7", "2", PIECE, LineSupply.procured(untilJune, fromJuly)));

    Footprint footprint =
        rollUp(
            product,
            received(STEEL, figure(PIECE, "3"), supplier(OTHER_MILL, "iron"), figure(PIECE, "4")));

    assertThat(footprint.upstream()).isEqualTo(main("8"));
    assertThat(footprint.isComplete()).isTrue();
  }

  @Test
  void sharesAboveTheWholeAreRefusedWithTheDay() {
    LineSource first = new LineSource(MILL, product("steel"), Share.of("0.6"), null, null);
    LineSource second =
        new LineSource(
            OTHER_MILL, product("iron"), Share.of("0.5"), LocalDate.parse("2025-07-01"), null);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> LineSupply.procured(first, second))
        .withMessage("shares of the sources add up to 1.1 on 2025-07-01, at most 1 is possible");
  }

  @Test
  void aTerminalLineIsNeitherPrimaryNorAProxy() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Estimate(LineOrigin.PRIMARY, PIECE, Emissions.NONE, null, ""))
        .withMessage("an estimate is SECONDARY or DEFAULT, not PRIMARY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OK", "ASKED", "STALE", "STALE(PERIOD_GAP)", "UNUSABLE(GWP_MIX)"})
  void statesAreReadAsTheyAreWritten(String text) {
    assertThat(LineState.of(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ok", "UNUSABLE", "OK(GWP_MIX)", "UNUSABLE()", "LOST"})
  void otherWordsAreNoStates(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> LineState.of(text));
  }

  @Test
  void whatIsMissingCannotBeOk() {
    assertThatIllegalArgumentException().isThrownBy(() -> SourceFigure.missing(LineState.OK));
    assertThat(List.of(LineOrigin.values()).stream().filter(LineOrigin::isEstimate))
        .containsExactly(LineOrigin.SECONDARY, LineOrigin.PROXY, LineOrigin.DEFAULT);
  }
}
