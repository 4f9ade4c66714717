package org.cfptrace.aggregator.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.collect.Span;
import org.cfptrace.aggregator.query.Missing.GapInTree;
import org.cfptrace.aggregator.structure.StructureLine;
import org.cfptrace.footprint.Stage;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.junit.jupiter.api.Test;

/** What is missing says since when, and comes page by page in an order of its own. */
class MissingTest {
  private static final Instant WITHHELD = Instant.parse("2025-11-20T10:00:00Z");
  private static final LocalDate WITHHELD_ON = LocalDate.parse("2025-11-20");
  private static final LocalDate WRITTEN_ON = LocalDate.parse("2025-02-01");

  @Test
  void aWithheldTotalIsMissingSinceTheMessageThatSaidSo() {
    Trees car = aCar().withheld("coil", Span.since(WITHHELD));

    GapInTree gap = only(Missing.of(car.tree("car", Set.of())));

    assertThat(gap.contribution().state()).isEqualTo(LineState.WITHHELD);
    assertThat(gap.since()).contains(WITHHELD_ON);
  }

  @Test
  void aSuspendedSuppliersPartIsMissingSinceTheDirectoryHasSaidSo() {
    Trees car = aCar().suspended("mill", Span.since(WITHHELD));

    GapInTree gap = only(Missing.of(car.tree("car", Set.of())));

    assertThat(gap.contribution().state()).isEqualTo(LineState.SENDER_SUSPENDED);
    assertThat(gap.since()).contains(WITHHELD_ON);
  }

  @Test
  void whatAnIssuerCallsIncompleteIsSoSinceTheDayItSaid() {
    LocalDate said = LocalDate.parse("2025-12-03");
    Trees car = aCar().incomplete("coil", said);

    GapInTree gap = only(Missing.of(car.tree("car", Set.of())));

    assertThat(gap.contribution().state()).isEqualTo(LineState.OK);
    assertThat(gap.contribution().emissions()).isEqualTo(Trees.fossil(Stage.MAIN, "3"));
    assertThat(gap.since()).contains(said);
  }

  @Test
  void whatIsWithheldSinceNobodyKnowsHasNoMadeUpDay() {
    Trees car = aCar().withheld("coil", Span.ALWAYS);

    assertThat(only(Missing.of(car.tree("car", Set.of()))).since()).isEmpty();
  }

  @Test
  void beforeItWasWithheldNothingWasMissing() {
    Trees car =
        aCar().withheld("coil", Span.since(Trees.AS_OF)).knownAt(Trees.AS_OF.minusMillis(1));

    assertThat(Missing.of(car.tree("car", Set.of()))).isEmpty();
    assertThat(Missing.of(car.knownAt(Trees.AS_OF).tree("car", Set.of()))).hasSize(1);
  }

  @Test
  void whatWasNeverAnsweredIsMissingSinceItsStructureWasWritten() {
    Trees car = new Trees().made("car", own(), Optional.empty(), bought("c", "coil"));

    assertThat(only(Missing.of(car.tree("car", Set.of()))).since()).contains(WRITTEN_ON);
  }

  @Test
  void theProductItselfComesBeforeWhatIsBeneathItAndLinesByTheirId() {
    assertThat(names(Missing.of(nested().tree("car", Set.of()))))
        .containsExactly("car/coil", "car/body/coil", "car/body/glass");
  }

  @Test
  void pageByPageEveryGapComesOnce() {
    Tree tree = nested().tree("car", Set.of());

    List<GapInTree> seen = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Page<GapInTree> page = Missing.of(tree, new PageRequest(1, after));
      assertThat(page.items()).hasSize(1);
      seen.addAll(page.items());
      after = page.next();
    } while (after.isPresent());

    assertThat(seen).isEqualTo(Missing.of(tree));
  }

  @Test
  void aGapThatIsFilledBetweenTwoPagesHidesNoOther() {
    Page<GapInTree> first =
        Missing.of(nested().tree("car", Set.of()), new PageRequest(1, Optional.empty()));
    Trees filled = nested().declared("mill", "coil", Trees.fossil(Stage.MAIN, "3"));

    assertThat(
            names(
                Missing.of(filled.tree("car", Set.of()), new PageRequest(100, first.next()))
                    .items()))
        .containsExactly("car/body/glass");
  }

  private static Trees aCar() {
    return new Trees()
        .made("car", own(), Optional.empty(), bought("c", "coil"))
        .declared("mill", "coil", Trees.fossil(Stage.MAIN, "3"));
  }

  private static Trees nested() {
    return new Trees()
        .made(
            "car",
            own(),
            Optional.empty(),
            Trees.line("b", "body", "1", new LineSupply.Own(Trees.product("body"))),
            bought("c", "coil"))
        .made("body", own(), Optional.empty(), bought("g", "glass"), bought("c", "coil"));
  }

  private static Optional<OwnEmissions> own() {
    return Optional.of(Trees.measured(Trees.fossil(Stage.MAIN, "10")));
  }

  private static StructureLine bought(String id, String name) {
    return Trees.line(
        id,
        name,
        "1",
        new LineSupply.Procured(
            List.of(LineSource.only(Trees.company("mill"), Trees.product(name)))));
  }

  private static List<String> names(List<GapInTree> gaps) {
    return gaps.stream()
        .map(gap -> String.join("/", gap.contribution().path()) + "/" + gap.contribution().name())
        .toList();
  }

  private static GapInTree only(List<GapInTree> gaps) {
    assertThat(gaps).hasSize(1);
    return gaps.get(0);
  }
}
