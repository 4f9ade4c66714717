package org.cfptrace.aggregator.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.collect.Span;
import org.cfptrace.aggregator.structure.StructureLine;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Stage;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.junit.jupiter.api.Test;

/** What has no figure comes first, the largest by what is last known of it; then the largest. */
class HotSpotsTest {
  private final Trees car =
      new Trees()
          .made(
              "car",
              Optional.of(Trees.measured(Trees.fossil(Stage.MAIN, "1"))),
              Optional.empty(),
              bought("a never answered"),
              bought("small"),
              bought("withheld, was 3"),
              bought("wood"),
              bought("withheld, was 7"))
          .declared("mill", "small", Trees.fossil(Stage.MAIN, "2"))
          .declared("mill", "withheld, was 3", Trees.fossil(Stage.MAIN, "3"))
          .declared("mill", "withheld, was 7", Trees.fossil(Stage.MAIN, "7"))
          .declared(
              "mill",
              "wood",
              Trees.fossil(Stage.MAIN, "1")
                  .and(Stage.MAIN, EmissionAccount.BIOGENIC_UPTAKE, KgCo2e.of("-10")))
          .withheld("withheld, was 3", Span.since(Trees.WRITTEN))
          .withheld("withheld, was 7", Span.since(Trees.WRITTEN));

  @Test
  void whatIsMissingComesFirstByItsLastKnownFigureThenWhatIsLargestWhateverItsSign() {
    assertThat(names(100))
        .containsExactly(
            "withheld, was 7", "withheld, was 3", "a never answered", "wood", "small", "car");
  }

  @Test
  void onlySoManyAreTold() {
    assertThat(names(2)).containsExactly("withheld, was 7", "withheld, was 3");
  }

  private List<String> names(int most) {
    return HotSpots.of(car.tree("car", Set.of()), most).stream()
        .map(spot -> spot.contribution().name())
        .toList();
  }

  private static StructureLine bought(String name) {
    return Trees.line(
        name.substring(0, 1) + name.length() + name.charAt(name.length() - 1),
        name,
        "1",
        new LineSupply.Procured(
            List.of(LineSource.only(Trees.company("mill"), Trees.product(name)))));
  }
}
