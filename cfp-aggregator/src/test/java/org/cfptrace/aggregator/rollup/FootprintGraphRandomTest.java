package org.cfptrace.aggregator.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random products and random edits: after each edit the graph that was edited, one freshly built
 * and the plain sum say the same. The seed stands in each failure; {@code -Dcfptrace.graphs=N}
 * tries more.
 */
class FootprintGraphRandomTest {
  private static final int GRAPHS = Integer.getInteger("cfptrace.graphs", 6);
  private static final int EDITS = 10;

  private long seed;
  private Random random;
  private RandomTrade trade;
  private final Map<TraceId, OwnProduct> products = new LinkedHashMap<>();
  private final List<TraceId> order = new ArrayList<>();
  private final Map<SupplierProduct, SourceFigure> figures = new LinkedHashMap<>();
  private FootprintGraph graph;

  /** How many of 100 things are out of the common: none tries the fast form most. */
  @ParameterizedTest
  @ValueSource(ints = {0, 2, 10, 40})
  void editedAndFreshlyBuiltAndPlainSumAreTheSame(int odd) {
    for (int i = 0; i < GRAPHS; i++) {
      begin(System.nanoTime(), odd);
      Map<TraceId, Footprint> before = Map.of();
      for (int edit = 0; edit <= EDITS; edit++) {
        String context = "seed " + seed + ", odd " + odd + ", edit " + edit;
        List<TraceId> changed = graph.settle().stream().toList();
        Map<TraceId, Footprint> after =
            SameDigits.check(graph, products.values(), figures, context);
        assertThat(changed)
            .as(context)
            .doesNotHaveDuplicates()
            .containsExactlyInAnyOrderElementsOf(SameDigits.changed(before, after));
        SameDigits.check(fresh(), products.values(), figures, context);
        before = after;
        edit();
      }
    }
  }

  private void begin(long drawnSeed, int odd) {
    seed = drawnSeed;
    random = new Random(seed);
    trade = new RandomTrade(random, odd, 12);
    products.clear();
    order.clear();
    figures.clear();
    graph = new FootprintGraph(RandomTrade.YEAR);
    int count = 5 + random.nextInt(40);
    for (int i = 0; i < count; i++) {
      TraceId id = trade.product();
      products.put(id, trade.product(id, order));
      order.add(id);
    }
    trade.suppliers().forEach(this::maybePutFigure);
    load(graph);
  }

  private void load(FootprintGraph into) {
    List<OwnProduct> shuffled = new ArrayList<>(products.values());
    Collections.shuffle(shuffled, random);
    into.putAll(shuffled);
  }

  private FootprintGraph fresh() {
    FootprintGraph fresh = new FootprintGraph(RandomTrade.YEAR);
    figures.forEach(fresh::put);
    load(fresh);
    fresh.settle();
    return fresh;
  }

  private void maybePutFigure(SupplierProduct supplier) {
    if (random.nextInt(5) > 0) {
      putFigure(supplier);
    }
  }

  private void putFigure(SupplierProduct supplier) {
    SourceFigure figure = trade.figure();
    figures.put(supplier, figure);
    graph.put(supplier, figure);
  }

  /** One to three things change before they are settled together. */
  private void edit() {
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      switch (random.nextInt(5)) {
        case 0 -> putFigure(trade.suppliers().get(random.nextInt(trade.suppliers().size())));
        case 1 -> addProduct();
        case 2 -> removeUnused();
        case 3 -> putTogether();
        default -> change(random.nextInt(order.size()));
      }
    }
  }

  private void addProduct() {
    TraceId id = trade.product();
    OwnProduct product = trade.product(id, order);
    products.put(id, product);
    order.add(id);
    graph.put(product);
  }

  /** A changed product is made of those before it in an order that now and then is another. */
  private void change(int place) {
    OwnProduct changed = trade.product(order.get(place), order.subList(0, place));
    products.put(changed.traceId(), changed);
    graph.put(changed);
  }

  private void removeUnused() {
    for (int i = order.size() - 1; i > 4; i--) {
      TraceId id = order.get(i);
      if (graph.usersOf(id).isEmpty()) {
        order.remove(i);
        products.remove(id);
        graph.remove(id);
        return;
      }
    }
  }

  /** Some at once, in another order than before: what was a part may now be made of its user. */
  private void putTogether() {
    Collections.shuffle(order, random);
    List<OwnProduct> all = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      all.add(trade.product(order.get(i), order.subList(0, i)));
    }
    all.forEach(product -> products.put(product.traceId(), product));
    Collections.shuffle(all, random);
    graph.putAll(all);
  }
}
