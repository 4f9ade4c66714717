package org.cfptrace.aggregator.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.query.Comparison.Difference;
import org.cfptrace.aggregator.structure.StructureLine;
import org.cfptrace.footprint.Stage;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.junit.jupiter.api.Test;

/** What has changed comes page by page, the largest effect first. */
class ComparisonTest {
  private static final List<String> PARTS = List.of("a", "b", "c", "d", "e");

  @Test
  void theLargestEffectComesFirstWhateverItsSign() {
    assertThat(effects(comparison("1", "5", "2", "0.5", "2").differences()))
        .containsExactly("5", "2", "2", "1", "0.5");
  }

  @Test
  void pageByPageEveryDifferenceComesOnceAlsoWhereEffectsAreEqual() {
    Comparison comparison = comparison("2", "2", "2", "0.5", "2");

    List<Difference> seen = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Page<Difference> page = comparison.differences(new PageRequest(2, after));
      seen.addAll(page.items());
      after = page.next();
    } while (after.isPresent());

    assertThat(seen).isEqualTo(comparison.differences()).hasSize(5);
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    Comparison comparison = comparison("2", "2", "2", "2", "2");

    for (String cursor : List.of("x", "12", "1e9999999 x", "-1 x")) {
      assertThatThrownBy(() -> comparison.differences(new PageRequest(2, Optional.of(cursor))))
          .as(cursor)
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> assertThat(refused.code()).isEqualTo(ProblemCode.INVALID_PARAMETER));
    }
  }

  private static List<String> effects(List<Difference> differences) {
    return differences.stream().map(each -> each.effect().text()).toList();
  }

  /** A car whose parts have been answered, each with so many kilograms, since. */
  private static Comparison comparison(String... kilograms) {
    Trees after = car();
    for (int i = 0; i < kilograms.length; i++) {
      after.declared("mill", PARTS.get(i), Trees.fossil(Stage.MAIN, kilograms[i]));
    }
    return Comparison.of(car().tree("car", Set.of()), after.tree("car", Set.of()));
  }

  private static Trees car() {
    return new Trees()
        .made(
            "car",
            Optional.of(Trees.measured(Trees.fossil(Stage.MAIN, "10"))),
            Optional.empty(),
            PARTS.stream().map(ComparisonTest::bought).toArray(StructureLine[]::new));
  }

  private static StructureLine bought(String name) {
    return Trees.line(
        name,
        name,
        "1",
        new LineSupply.Procured(
            List.of(LineSource.only(Trees.company("mill"), Trees.product(name)))));
  }
}
