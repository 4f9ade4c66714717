package org.cfptrace.aggregator.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.aggregator.rollup.Trade.aProduct;
import static org.cfptrace.aggregator.rollup.Trade.bought;
import static org.cfptrace.aggregator.rollup.Trade.figure;
import static org.cfptrace.aggregator.rollup.Trade.line;
import static org.cfptrace.aggregator.rollup.Trade.made;
import static org.cfptrace.aggregator.rollup.Trade.main;
import static org.cfptrace.aggregator.rollup.Trade.product;
import static org.cfptrace.aggregator.rollup.Trade.supplier;

import java.util.List;
import java.util.Map;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.rollup.UnusableReason;
import org.junit.jupiter.api.Test;

/** Numbers that the arrays cannot hold are worked out otherwise and come out the same. */
class FootprintGraphExtremesTest {
  /** 2^63 − 1 micrograms: the most that a declaration can state. */
  private static final String MOST = "9223372036.854775807";

  private final FootprintGraph graph = new FootprintGraph(Trade.YEAR);

  @Test
  void countsTheMostThatCanBeDeclaredAndNotAMicrogramMore() {
    check(
        Map.of(
            supplier("most"), figure(main(MOST)),
            supplier("more"), figure(main("9223372036.854775808"))),
        aProduct("a", "0", line("1", "1", bought("most"))),
        aProduct("b", "0", line("1", "1", bought("more"))));

    assertThat(graph.of(product("a")).orElseThrow().emissions()).isEqualTo(main(MOST));
    assertThat(graph.openLines(product("b")))
        .containsExactly(
            new OpenLine(new LineId("1"), LineState.unusable(UnusableReason.AMOUNT_TOO_LARGE)));
  }

  @Test
  void keepsOwnEmissionsThatAreFinerOrLargerThanItsWords() {
    String fine = "0.0000000000000000000000000000012345";
    String large = "123456789012345678901234567890123456789012345";
    check(
        Map.of(),
        aProduct("fine", fine, line("1", "1", made("large"))),
        aProduct("large", large),
        aProduct("top", "1", line("1", "2", made("fine")), line("2", "0.1", made("fine"))));

    assertThat(graph.of(product("large")).orElseThrow().emissions()).isEqualTo(main(large));
    assertThat(graph.of(product("fine")).orElseThrow().emissions()).isEqualTo(main(fine));
  }

  @Test
  void findsWhatChangedAmongNumbersThatAreHeldAsObjects() {
    String fine = "0.0000000000000000000000000000012345";
    check(
        Map.of(),
        aProduct("fine", fine),
        aProduct("top", "1", line("1", "100000000000000000000", made("fine"))));

    graph.put(aProduct("fine", fine));
    assertThat(graph.settle().isEmpty()).isTrue();

    graph.put(aProduct("fine", fine + "6"));
    assertThat(graph.settle().stream()).containsExactly(product("fine"), product("top"));

    graph.put(aProduct("fine", "1"));
    assertThat(graph.settle().stream()).containsExactly(product("fine"), product("top"));
    assertThat(graph.openLines(product("top"))).hasSize(1);
  }

  /** Amounts with more digits than two words have, and as many as there may be lines. */
  @Test
  void takesFiveThousandLinesOfLongAmounts() {
    String[] amounts = {"1234567890.123456789", "0.000000001", "98765432109876543210.5", "1e-40"};
    var lines = new BillOfMaterialsLine[OwnProduct.MOST_LINES];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = line("l" + i, amounts[i % amounts.length], bought("steel"));
    }
    check(
        Map.of(supplier("steel"), figure(main("1.000000001"))),
        aProduct("long", "1", lines),
        aProduct("user", "1", line("1", "1", made("long"))));
  }

  private void check(Map<SupplierProduct, SourceFigure> figures, OwnProduct... products) {
    figures.forEach(graph::put);
    graph.putAll(List.of(products));
    graph.settle();
    SameDigits.check(graph, List.of(products), figures, "extremes");
  }
}
