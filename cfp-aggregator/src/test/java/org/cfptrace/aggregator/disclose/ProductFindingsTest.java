package org.cfptrace.aggregator.disclose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.aggregator.query.Trees.fossil;
import static org.cfptrace.aggregator.query.Trees.line;
import static org.cfptrace.aggregator.query.Trees.measured;
import static org.cfptrace.aggregator.query.Trees.product;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.query.Contribution;
import org.cfptrace.aggregator.query.Explosion;
import org.cfptrace.aggregator.query.Tree;
import org.cfptrace.aggregator.query.Trees;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.UnusableReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in the way of telling a product's footprint, whatever the target. */
class ProductFindingsTest {
  private static final Tree COMPLETE =
      new Trees()
          .declared("bbbb", "Part", fossil(Stage.MAIN, "8"))
          .made(
              "Car",
              Optional.of(measured(fossil(Stage.MAIN, "10"))),
              Optional.empty(),
              line("part", "Part", "1", from("bbbb", "Part")))
          .tree("Car", Set.of());
  private static final Tree WITH_A_GAP =
      new Trees()
          .made(
              "Car",
              Optional.of(measured(fossil(Stage.MAIN, "10"))),
              Optional.empty(),
              line("glass", "Glass", "1", from("cccc", "Glass")))
          .tree("Car", Set.of());

  private static LineSupply from(String supplier, String part) {
    return LineSupply.procured(LineSource.only(Trees.company(supplier), product(part)));
  }

  private static Evidence.Input input(String id, String state, Optional<Long> logIndex) {
    return new Evidence.Input(
        id,
        "00",
        Trees.company("bbbb").did(),
        "ES256",
        state,
        logIndex.isPresent() ? Evidence.Input.LOGGED : Evidence.Input.VERIFIED,
        logIndex,
        Trees.YEAR.from(),
        Trees.YEAR.to(),
        LocalDate.parse("2027-12-31"));
  }

  private static List<Finding> found(
      Tree tree, Optional<String> plant, boolean isThereALog, Evidence.Input... inputs) {
    return new ProductFindings(
            new Subject<>(
                product("Car").toString(), plant, tree.footprint().period(), Trees.AS_OF, ""),
            tree,
            Explosion.of(tree).contributions(),
            new Evidence(List.of(inputs), List.of(), List.of(), List.of()),
            isThereALog,
            Share.NONE)
        .all();
  }

  @Test
  void anInputWithoutAProofBlocksAndIsNamed() {
    List<Finding> found =
        found(
            COMPLETE,
            Optional.empty(),
            true,
            input("proved", "ACTIVE", Optional.of(3L)),
            input("unproved", "ACTIVE", Optional.empty()));

    assertThat(found)
        .containsExactly(
            Finding.of(
                Finding.Code.NOT_ANCHORED, "declaration unproved has no proof of the public log"));
    assertThat(found.get(0).code().weight()).isEqualTo(Finding.Weight.BLOCKS);
  }

  @Test
  void whereThereIsNoLogThatWarnsOnce() {
    List<Finding> found =
        found(
            COMPLETE,
            Optional.empty(),
            false,
            input("one", "ACTIVE", Optional.empty()),
            input("other", "ACTIVE", Optional.empty()));

    assertThat(found).extracting(Finding::code).containsExactly(Finding.Code.NO_PUBLIC_LOG);
    assertThat(found.get(0).code().weight()).isEqualTo(Finding.Weight.WARNS);
    assertThat(found.get(0).detail()).startsWith("2 declarations");
  }

  @Test
  void whereNothingWasDeclaredNothingIsToBeProved() {
    assertThat(found(COMPLETE, Optional.empty(), false)).isEmpty();
    assertThat(found(COMPLETE, Optional.empty(), true)).isEmpty();
  }

  @Test
  void whatHasFallenIsTold() {
    Optional<Long> place = Optional.of(1L);

    assertThat(
            found(
                COMPLETE,
                Optional.empty(),
                true,
                input("a", "RECALLED", place),
                input("b", "EXPIRED", place),
                input("c", "SUPERSEDED", place),
                input("d", "ACTIVE", place)))
        .extracting(Finding::code)
        .containsExactly(
            Finding.Code.RECALLED_INPUT, Finding.Code.EXPIRED_INPUT, Finding.Code.SUPERSEDED_INPUT);
  }

  @Test
  void aPartThatIsMissingIsNamedByItsLine() {
    List<Finding> found = found(WITH_A_GAP, Optional.empty(), true);

    assertThat(found).extracting(Finding::code).containsExactly(Finding.Code.MISSING_UPSTREAM);
    assertThat(found.get(0).path()).isEqualTo("glass");
  }

  /** A car that emits so much itself, and glass of which nobody says anything. */
  private static Tree withGlass(String own) {
    return new Trees()
        .made(
            "Car",
            Optional.of(measured(fossil(Stage.MAIN, own))),
            Optional.empty(),
            line("glass", "Glass", "1", from("cccc", "Glass")))
        .tree("Car", Set.of());
  }

  /** What is found of the glass, where it does not count and was so much when it last did. */
  private static Finding ofGlass(String own, LineState state, Emissions lastKnown) {
    Tree tree = withGlass(own);
    List<Contribution> contributions =
        Explosion.of(tree).contributions().stream()
            .map(each -> each.complete() ? each : glass(each, state, lastKnown))
            .toList();
    List<Finding> found =
        new ProductFindings(
                new Subject<>(
                    product("Car").toString(),
                    Optional.empty(),
                    tree.footprint().period(),
                    Trees.AS_OF,
                    ""),
                tree,
                contributions,
                Evidence.NONE,
                true,
                Share.of("0.01"))
            .all();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).path()).isEqualTo("glass");
    assertThat(found.get(0).detail()).startsWith("Glass: ");
    return found.get(0);
  }

  private static Contribution glass(Contribution of, LineState state, Emissions lastKnown) {
    return new Contribution(
        of.kind(),
        of.path(),
        of.lines(),
        of.assembly(),
        of.structureVersion(),
        of.plant(),
        of.line(),
        of.supplier(),
        state,
        of.origin(),
        false,
        of.amount(),
        Emissions.NONE,
        of.share(),
        Optional.empty(),
        lastKnown);
  }

  @Test
  void whatIsStaleIsWithinACutOffOfOnePercentUpToJustThatMuchByItsLastKnownFigure() {
    // 100 of 10,000, and 100.1 of 10,000.
    assertThat(ofGlass("9900", LineState.STALE, fossil(Stage.PRE, "100")).code())
        .isEqualTo(Finding.Code.WITHIN_CUT_OFF);
    assertThat(ofGlass("9899.9", LineState.STALE, fossil(Stage.PRE, "100.1")).code())
        .isEqualTo(Finding.Code.MISSING_UPSTREAM);
  }

  @Test
  void ofWhatWasNeverKnownNobodyCanSayThatItIsLittle() {
    assertThat(ofGlass("9900", LineState.STALE, Emissions.NONE).code())
        .isEqualTo(Finding.Code.MISSING_UPSTREAM);
  }

  @ParameterizedTest
  @EnumSource(UnusableReason.class)
  void whatCannotBeUsedSaysWhyHoweverLittleItIs(UnusableReason reason) {
    Finding.Code expected =
        switch (reason) {
          case GWP_MIX -> Finding.Code.GWP_MIX;
          case BOUNDARY_MIX -> Finding.Code.BOUNDARY_MIX;
          case UNIT_MISMATCH -> Finding.Code.UNIT_MISMATCH;
          case NO_SOURCE, SHARE_MISSING, PERIOD_GAP, AMOUNT_TOO_LARGE, CYCLE, NO_VERSION ->
              Finding.Code.WITHIN_CUT_OFF;
        };

    Finding found = ofGlass("9900", LineState.unusable(reason), fossil(Stage.PRE, "1"));

    assertThat(found.code()).isEqualTo(expected);
    assertThat(found.detail()).contains(reason.name());
  }

  @Test
  void whatIsRecalledOrExpiredIsNeverWithinTheCutOff() {
    assertThat(ofGlass("9900", LineState.RECALLED, fossil(Stage.PRE, "1")).code())
        .isEqualTo(Finding.Code.RECALLED_INPUT);
    assertThat(ofGlass("9900", LineState.EXPIRED, fossil(Stage.PRE, "1")).code())
        .isEqualTo(Finding.Code.EXPIRED_INPUT);
  }

  @Test
  void aFigureOfAnotherPeriodThanAskedForIsTold() {
    List<Finding> found =
        new ProductFindings(
                new Subject<>(
                    product("Car").toString(),
                    Optional.empty(),
                    Period.ofYear(2024),
                    Trees.AS_OF,
                    ""),
                COMPLETE,
                Explosion.of(COMPLETE).contributions(),
                Evidence.NONE,
                true,
                Share.NONE)
            .all();

    assertThat(found)
        .containsExactly(
            Finding.of(
                Finding.Code.OTHER_PERIOD,
                "asked for 2024-01-01 to 2024-12-31, added up for 2025-01-01 to 2025-12-31"));
  }

  @Test
  void anotherPlantIsFound() {
    assertThat(found(COMPLETE, Optional.of("nowhere"), true))
        .extracting(Finding::code)
        .containsExactly(Finding.Code.NOT_AVAILABLE);
  }
}
