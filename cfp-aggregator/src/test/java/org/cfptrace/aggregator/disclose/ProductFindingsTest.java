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
import org.cfptrace.aggregator.query.Explosion;
import org.cfptrace.aggregator.query.Tree;
import org.cfptrace.aggregator.query.Trees;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.junit.jupiter.api.Test;

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

  @Test
  void anotherPlantIsFound() {
    assertThat(found(COMPLETE, Optional.of("nowhere"), true))
        .extracting(Finding::code)
        .containsExactly(Finding.Code.NOT_AVAILABLE);
  }
}
