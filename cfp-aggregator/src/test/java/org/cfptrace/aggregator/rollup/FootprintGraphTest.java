package org.cfptrace.aggregator.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.cfptrace.aggregator.rollup.Trade.aProduct;
import static org.cfptrace.aggregator.rollup.Trade.bought;
import static org.cfptrace.aggregator.rollup.Trade.figure;
import static org.cfptrace.aggregator.rollup.Trade.line;
import static org.cfptrace.aggregator.rollup.Trade.made;
import static org.cfptrace.aggregator.rollup.Trade.main;
import static org.cfptrace.aggregator.rollup.Trade.product;
import static org.cfptrace.aggregator.rollup.Trade.rated;
import static org.cfptrace.aggregator.rollup.Trade.supplier;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.VerificationShares;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.RollUp;
import org.cfptrace.rollup.RollUpInput;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.UnusableReason;
import org.junit.jupiter.api.Test;

class FootprintGraphTest {
  private final FootprintGraph graph = new FootprintGraph(Trade.YEAR);

  /** 最上流企業 A answers 3; B adds 5; C adds 10. */
  @Test
  void addsThreeToEightToEighteen() {
    graph.put(supplier("steel"), figure(main("3")));
    graph.putAll(
        List.of(
            aProduct("car", "10", line("1", "1", made("door"))),
            aProduct("door", "5", line("1", "1", bought("steel")))));

    assertThat(graph.settle().stream()).containsExactly(product("door"), product("car"));

    assertThat(graph.of(product("door")).orElseThrow().emissions()).isEqualTo(main("8"));
    Totals car = graph.of(product("car")).orElseThrow();
    assertThat(car.emissions()).isEqualTo(main("18"));
    assertThat(car.complete()).isTrue();
    assertThat(car.openLines()).isZero();
  }

  @Test
  void worksOutOnlyWhatIsAboveAChange() {
    graph.put(supplier("steel"), figure(main("3")));
    graph.putAll(
        List.of(
            aProduct("car", "10", line("1", "1", made("door"))),
            aProduct("door", "5", line("1", "1", bought("steel"))),
            aProduct("bolt", "1")));
    graph.settle();

    graph.put(aProduct("door", "6", line("1", "1", bought("steel"))));

    assertThat(graph.settle().stream()).containsExactly(product("door"), product("car"));
    assertThat(graph.of(product("car")).orElseThrow().emissions()).isEqualTo(main("19"));
    assertThat(graph.settle().isEmpty()).isTrue();
  }

  /** The door weighs nothing in the car: its new figure changes nothing above. */
  @Test
  void stopsWhereAFigureComesOutAsItWas() {
    graph.putAll(
        List.of(
            aProduct("fleet", "0", line("1", "1", made("car"))),
            aProduct("car", "10", line("1", "0", made("door"))),
            aProduct("door", "5")));
    graph.settle();

    graph.put(aProduct("door", "6"));

    assertThat(graph.settle().stream()).containsExactly(product("door"));
  }

  @Test
  void saysWhatIsMissing() {
    graph.put(supplier("steel"), SourceFigure.missing(LineState.WITHHELD));
    graph.put(
        aProduct(
            "door",
            "5",
            line("1", "1", bought("steel")),
            line("2", "1", bought("paint")),
            line("3", "1", Trade.nothingYet())));
    graph.settle();

    assertThat(graph.openLines(product("door")))
        .containsExactly(
            new OpenLine(new LineId("1"), LineState.WITHHELD),
            new OpenLine(new LineId("2"), LineState.ASKED),
            new OpenLine(new LineId("3"), LineState.unusable(UnusableReason.NO_SOURCE)));
    Totals door = graph.of(product("door")).orElseThrow();
    assertThat(door.complete()).isFalse();
    assertThat(door.openLines()).isEqualTo(3);
    assertThat(door.emissions()).isEqualTo(main("5"));
  }

  @Test
  void knowsWhoUsesWhat() {
    graph.putAll(
        List.of(
            aProduct("car", "10", line("1", "1", made("door")), line("2", "2", made("bolt"))),
            aProduct("door", "5", line("1", "4", made("bolt")), line("2", "1", bought("steel"))),
            aProduct("bolt", "1")));

    assertThat(graph.partsOf(product("car"))).isEqualTo(Set.of(product("door"), product("bolt")));
    assertThat(graph.usersOf(product("bolt"))).isEqualTo(Set.of(product("door"), product("car")));
    assertThat(graph.usersOf(supplier("steel"))).containsExactly(product("door"));
    assertThat(graph.usersOf(supplier("paint"))).isEmpty();
  }

  @Test
  void removesWhatNothingUsesAndRefusesTheRest() {
    graph.putAll(
        List.of(aProduct("car", "10", line("1", "1", made("door"))), aProduct("door", "5")));
    graph.settle();

    assertThatIllegalStateException()
        .isThrownBy(() -> graph.remove(product("door")))
        .withMessage(product("door") + " is part of " + product("car"));

    graph.remove(product("car"));
    graph.remove(product("door"));
    assertThat(graph.size()).isZero();
    assertThat(graph.of(product("door"))).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> graph.remove(product("door")))
        .withMessage("no such product: " + product("door"));
  }

  @Test
  void tellsNothingOfAProductBeforeItWasSettled() {
    graph.put(aProduct("door", "5"));

    assertThat(graph.of(product("door"))).isEmpty();
    assertThat(graph.asFigure(product("door"))).isEmpty();
  }

  /** The explanation of one product comes from org.cfptrace.rollup, with the figures of parts. */
  @Test
  void givesTheFiguresThatExplainAProduct() {
    graph.putAll(
        List.of(aProduct("car", "10", line("1", "2", made("door"))), aProduct("door", "5")));
    graph.settle();

    var explained =
        RollUp.of(
            new RollUpInput(
                aProduct("car", "10", line("1", "2", made("door"))),
                Trade.YEAR,
                Map.of(),
                Map.of(product("door"), graph.asFigure(product("door")).orElseThrow())));

    assertThat(explained.total()).isEqualTo(graph.of(product("car")).orElseThrow().emissions());
    assertThat(explained.asFigure()).isEqualTo(graph.asFigure(product("car")).orElseThrow());
  }

  /** Catena-X rulebook, table 5: 10 kg/75 %, 25 kg/25 %, 50 kg/50 %, own 15 kg/100 %: 53.75 %. */
  @Test
  void weighsPrimaryDataSharesAsTheRulebookDoes() {
    graph.put(supplier("a"), rated(main("10"), null, "75"));
    graph.put(supplier("b"), rated(main("25"), null, "25"));
    graph.put(supplier("c"), rated(main("50"), null, "50"));
    graph.put(
        aProduct(
            "car",
            "15",
            line("1", "1", bought("a")),
            line("2", "1", bought("b")),
            line("3", "1", bought("c"))));
    graph.settle();

    Totals car = graph.of(product("car")).orElseThrow();
    assertThat(car.emissions()).isEqualTo(main("100"));
    assertThat(car.quality().primaryDataShare()).isEqualTo(PrimaryDataShare.of("53.75"));
  }

  /**
   * Catena-X rulebook, figure 17: 1.00, 1.50, 2.00 and −1.75 with ratings 1, 2, 2, 2.7 and shares
   * 90, 70, 80, 30 %: by size 12.725 ÷ 6.25 = 2.036 and 407.5 ÷ 6.25 = 65.2 %.
   */
  @Test
  void weighsNegativeContributionsByTheirSize() {
    Emissions uptake =
        Emissions.of(Stage.MAIN, EmissionAccount.BIOGENIC_UPTAKE, KgCo2e.of("-1.75"));
    graph.put(supplier("a"), rated(main("1"), "1", "90"));
    graph.put(supplier("b"), rated(main("1.5"), "2", "70"));
    graph.put(supplier("c"), rated(main("2"), "2", "80"));
    graph.put(supplier("d"), rated(uptake, "2.7", "30"));
    graph.put(
        aProduct(
            "wood",
            "0",
            line("1", "1", bought("a")),
            line("2", "1", bought("b")),
            line("3", "1", bought("c")),
            line("4", "1", bought("d"))));
    graph.settle();

    Totals wood = graph.of(product("wood")).orElseThrow();
    assertThat(wood.emissions().inclBiogenicUptake()).isEqualTo(KgCo2e.of("2.75"));
    assertThat(wood.quality().primaryDataShare()).isEqualTo(PrimaryDataShare.of("65.2"));
    assertThat(wood.quality().overall()).isEqualByComparingTo("2.036");
  }

  /**
   * Door: own 5 and 2 × 10 audited to 75 %: declared 20 ÷ 25 = 80 %, audited 15 ÷ 25 = 60 %. Car:
   * own 15, the door, and 10 signed: (25 × 0.8 + 10) ÷ 50 = 60 %, 25 × 0.6 ÷ 50 = 30 %. When an
   * auditor has verified 40 % of those 10, too: (15 + 4) ÷ 50 = 38 %.
   */
  @Test
  void weighsWhatDeclarationsAndAuditorsStandFor() {
    graph.put(supplier("a"), audited("10", "75"));
    graph.put(supplier("b"), audited("10", "0"));
    graph.putAll(
        List.of(
            aProduct("car", "15", line("1", "1", made("door")), line("2", "1", bought("b"))),
            aProduct("door", "5", line("1", "2", bought("a")))));
    graph.settle();

    assertThat(restsOn("door")).isEqualTo(shares("80", "60"));
    assertThat(restsOn("car")).isEqualTo(shares("60", "30"));

    graph.put(supplier("b"), audited("10", "40"));
    assertThat(graph.settle().stream()).containsExactly(product("car"));
    assertThat(restsOn("car")).isEqualTo(shares("60", "38"));
  }

  private VerificationShares restsOn(String name) {
    return graph.of(product(name)).orElseThrow().verification();
  }

  private static SourceFigure audited(String kilograms, String percent) {
    return ((SourceFigure.Given) figure(main(kilograms)))
        .restingOn(VerificationShares.audited(percent));
  }

  private static VerificationShares shares(String declared, String audited) {
    return new VerificationShares(new BigDecimal(declared), new BigDecimal(audited));
  }
}
