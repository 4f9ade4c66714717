package org.cfptrace.aggregator.disclose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.collect.Span;
import org.cfptrace.aggregator.query.Explosion;
import org.cfptrace.aggregator.query.Tree;
import org.cfptrace.aggregator.query.Trees;
import org.cfptrace.footprint.Stage;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.junit.jupiter.api.Test;

/** A file of an earlier moment does not go out with what may not be used by now. */
class KeptBackTest {
  private static final Instant LATER = Trees.AS_OF.plusSeconds(60);

  @Test
  void whatCountedThenAndIsWithheldByNowStandsInTheWay() {
    assertThat(keptBack(aCar().withheld("coil", Span.since(LATER))))
        .containsExactly(new Finding(Finding.Code.MISSING_UPSTREAM, "c", "coil: WITHHELD by now"));
  }

  @Test
  void soDoesWhatIsOfAnIssuerThatIsSuspendedByNow() {
    assertThat(keptBack(aCar().suspended("mill", Span.since(LATER))))
        .containsExactly(
            new Finding(Finding.Code.MISSING_UPSTREAM, "c", "coil: SENDER_SUSPENDED by now"));
  }

  @Test
  void whatWasReleasedAgainDoesNot() {
    Span over = new Span(Optional.of(LATER), Optional.of(LATER.plusSeconds(60)));

    assertThat(keptBack(aCar().withheld("coil", over))).isEmpty();
  }

  @Test
  void whatWasWithheldThenIsAGapAlreadyAndIsNotSaidTwice() {
    assertThat(keptBack(aCar().withheld("coil", Span.since(Trees.AS_OF)))).isEmpty();
  }

  private static List<Finding> keptBack(Trees trees) {
    Tree tree = trees.tree("car", Set.of());
    return ProductFindings.keptBack(tree, Explosion.of(tree).contributions());
  }

  private static Trees aCar() {
    return new Trees()
        .made(
            "car",
            Optional.of(Trees.measured(Trees.fossil(Stage.MAIN, "10"))),
            Optional.empty(),
            Trees.line(
                "c",
                "coil",
                "1",
                new LineSupply.Procured(
                    List.of(LineSource.only(Trees.company("mill"), Trees.product("coil"))))))
        .declared("mill", "coil", Trees.fossil(Stage.MAIN, "3"));
  }
}
