package org.cfptrace.aggregator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.cfptrace.aggregator.query.Trees;
import org.cfptrace.aggregator.rollup.FootprintGraph;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.StructureException;
import org.cfptrace.rollup.UnusableReason;
import org.junit.jupiter.api.Test;

/** Versions that do not fit together on a day leave a gap, and the rest is added up. */
class BrokenLinesTest {
  private final TraceId car = TraceId.random();
  private final TraceId body = TraceId.random();
  private final FootprintGraph graph = new FootprintGraph(Period.ofYear(2025));
  private final BrokenLines broken = new BrokenLines(Trees.company("maker"));

  @Test
  void aPartWithoutAVersionInForceIsALineWithoutSource() {
    load(List.of(made(car, 10, body)));

    assertThat(graph.of(car).orElseThrow().emissions().exclBiogenicUptake())
        .isEqualTo(KgCo2e.of("10"));
    assertThat(graph.of(car).orElseThrow().complete()).isFalse();
    assertThat(graph.openLines(car))
        .extracting(line -> line.state())
        .containsExactly(LineState.unusable(UnusableReason.NO_VERSION));
  }

  @Test
  void aCircleOfVersionsThatWereNeverMeantToMeetIsOpenedOnce() {
    load(List.of(made(car, 10, body), made(body, 5, car)));

    assertThat(List.of(car, body)).allSatisfy(each -> assertThat(graph.of(each)).isPresent());
    assertThat(graph.openLines(car).size() + graph.openLines(body).size()).isEqualTo(2);
    // One is left out, the other is added up and not complete.
    assertThat(Stream.of(car, body).flatMap(each -> graph.openLines(each).stream()))
        .extracting(line -> line.state().toString())
        .containsExactlyInAnyOrder("UNUSABLE(CYCLE)", "OK");
    assertThat(
            graph
                .of(car)
                .orElseThrow()
                .emissions()
                .exclBiogenicUptake()
                .plus(graph.of(body).orElseThrow().emissions().exclBiogenicUptake()))
        .isIn(KgCo2e.of("20"), KgCo2e.of("25"));
  }

  @Test
  void whatIsNotMendedByLeavingALineOutIsAFaultOfOurs() {
    StructureException unfit = StructureException.unknownProduct(car, body);
    broken.add(unfit);

    assertThatThrownBy(() -> broken.add(unfit)).isSameAs(unfit);
  }

  private void load(List<OwnProduct> products) {
    while (true) {
      try {
        graph.putAll(products.stream().map(broken::mended).toList());
        graph.settle();
        return;
      } catch (StructureException unfit) {
        broken.add(unfit);
      }
    }
  }

  private static OwnProduct made(TraceId product, int own, TraceId part) {
    return OwnProduct.of(product, DeclaredUnit.PIECE)
        .withOwn(
            OwnEmissions.primary(
                Emissions.of(Stage.MAIN, EmissionAccount.FOSSIL, KgCo2e.of(Integer.toString(own)))))
        .withLines(
            BillOfMaterialsLine.of(
                new LineId("part"),
                "Part",
                Quantity.of("1", DeclaredUnit.PIECE),
                new LineSupply.Own(part)));
  }
}
