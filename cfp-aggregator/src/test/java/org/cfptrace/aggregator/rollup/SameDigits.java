package org.cfptrace.aggregator.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LineResult;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.ProductGraph;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;

/** A graph says of every product what {@code org.cfptrace.rollup} says, to the digit. */
final class SameDigits {
  private SameDigits() {}

  static Map<TraceId, Footprint> check(
      FootprintGraph graph,
      Collection<OwnProduct> products,
      Map<SupplierProduct, SourceFigure> figures,
      String context) {
    Map<TraceId, Footprint> wanted =
        ProductGraph.of(products).footprints(RandomTrade.YEAR, figures);
    wanted.forEach((id, footprint) -> check(graph, id, footprint, context));
    assertThat(graph.size()).as(context).isEqualTo(products.size());
    return wanted;
  }

  private static void check(FootprintGraph graph, TraceId id, Footprint wanted, String context) {
    Totals totals = graph.of(id).orElseThrow();
    assertThat(totals.emissions()).as(context).isEqualTo(wanted.total());
    assertThat(totals.quality()).as(context).isEqualTo(wanted.quality());
    assertThat(totals.verification()).as(context).isEqualTo(wanted.verification());
    assertThat(totals.complete()).as(context).isEqualTo(wanted.isComplete());
    assertThat(totals.unit()).as(context).isEqualTo(wanted.product().unit());
    assertThat(totals.basis()).as(context).isEqualTo(wanted.product().basis());
    assertThat(graph.asFigure(id)).as(context).contains(wanted.asFigure());
    List<OpenLine> open =
        wanted.lines().stream().filter(line -> !line.isComplete()).map(SameDigits::open).toList();
    assertThat(graph.openLines(id)).as(context).isEqualTo(open);
    assertThat(totals.openLines()).as(context).isEqualTo(open.size());
  }

  private static OpenLine open(LineResult line) {
    return new OpenLine(line.line().lineId(), line.state());
  }

  /** Whose totals differ between two sums of all products. */
  static List<TraceId> changed(Map<TraceId, Footprint> before, Map<TraceId, Footprint> after) {
    Map<TraceId, Footprint> now = new HashMap<>(after);
    now.entrySet().removeIf(entry -> isSame(before.get(entry.getKey()), entry.getValue()));
    return List.copyOf(now.keySet());
  }

  private static boolean isSame(Footprint a, Footprint b) {
    return a != null && a.asFigure().equals(b.asFigure()) && a.quality().equals(b.quality());
  }
}
