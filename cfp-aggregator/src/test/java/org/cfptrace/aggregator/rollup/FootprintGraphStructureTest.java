package org.cfptrace.aggregator.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cfptrace.aggregator.rollup.Trade.aProduct;
import static org.cfptrace.aggregator.rollup.Trade.bought;
import static org.cfptrace.aggregator.rollup.Trade.figure;
import static org.cfptrace.aggregator.rollup.Trade.line;
import static org.cfptrace.aggregator.rollup.Trade.made;
import static org.cfptrace.aggregator.rollup.Trade.main;
import static org.cfptrace.aggregator.rollup.Trade.product;
import static org.cfptrace.aggregator.rollup.Trade.supplier;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.StructureException;
import org.cfptrace.rollup.StructureException.Fault;
import org.cfptrace.rollup.SupplierProduct;
import org.junit.jupiter.api.Test;

/**
 * What a graph refuses, and that it is then as it was; depth; hubs; readers while it is settled.
 */
class FootprintGraphStructureTest {
  private static final int DEEP = 10_000;

  private static final List<OwnProduct> CAR =
      List.of(
          aProduct("car", "10", line("1", "1", made("frame")), line("2", "4", made("door"))),
          aProduct("frame", "2", line("1", "2", made("bolt"))),
          aProduct("door", "1", line("1", "1", made("bolt"))),
          aProduct("bolt", "1", line("1", "1", bought("steel"))));
  private static final Map<SupplierProduct, SourceFigure> STEEL =
      Map.of(supplier("steel"), figure(main("3")));

  private final FootprintGraph graph = new FootprintGraph(Trade.YEAR);

  private void loadCar() {
    graph.putAll(CAR);
    STEEL.forEach(graph::put);
    graph.settle();
  }

  @Test
  void refusesAChangeThatMakesAProductPartOfItselfWithThePath() {
    loadCar();

    refuses(
        () -> graph.put(aProduct("bolt", "1", line("1", "1", made("car")))),
        Fault.CYCLE,
        product("bolt"),
        product("car"),
        product("door"),
        product("bolt"));
    isAsItWas();
  }

  @Test
  void refusesAProductThatUsesItselfDirectly() {
    refuses(
        () -> graph.put(aProduct("car", "1", line("1", "1", made("car")))),
        Fault.CYCLE,
        product("car"),
        product("car"));
    assertThat(graph.size()).isZero();
    assertThat(graph.contains(product("car"))).isFalse();
  }

  @Test
  void refusesALoadWithACircleInIt() {
    loadCar();

    refuses(
        () ->
            graph.putAll(
                List.of(
                    aProduct("bolt", "7", line("1", "1", made("nut"))),
                    aProduct("top", "7", line("1", "1", made("car"))),
                    aProduct("nut", "7", line("1", "1", made("washer"))),
                    aProduct("washer", "7", line("1", "1", made("nut"))))),
        Fault.CYCLE,
        product("washer"),
        product("nut"),
        product("washer"));
    assertThat(graph.contains(product("nut"))).isFalse();
    isAsItWas();
  }

  /** Each of the two changes alone would close a circle on the way; together they do not. */
  @Test
  void takesAnExchangeOfPartAndUserInOneCall() {
    loadCar();

    graph.putAll(
        List.of(aProduct("bolt", "1", line("1", "1", made("frame"))), aProduct("frame", "2")));
    graph.settle();

    assertThat(graph.of(product("bolt")).orElseThrow().emissions()).isEqualTo(main("3"));
    assertThat(graph.of(product("car")).orElseThrow().emissions()).isEqualTo(main("28"));
  }

  @Test
  void refusesAPartThatIsNotThere() {
    loadCar();

    refuses(
        () -> graph.put(aProduct("door", "1", line("1", "1", made("hinge")))),
        Fault.UNKNOWN_PRODUCT,
        product("door"),
        product("hinge"));
    isAsItWas();
  }

  @Test
  void refusesToCountAPartThroughADeclarationAndThroughItsLines() {
    loadCar();

    refuses(
        () -> graph.put(aProduct("door", "1", line("1", "1", bought("bolt")))),
        Fault.DOUBLE_COUNT,
        product("door"),
        product("bolt"));
    refuses(
        () -> graph.put(aProduct("steel", "1")),
        Fault.DOUBLE_COUNT,
        product("bolt"),
        product("steel"));
    isAsItWas();
  }

  @Test
  void refusesAProductGivenTwiceAndTakesNothing() {
    loadCar();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> graph.putAll(List.of(aProduct("nut", "1"), aProduct("nut", "2"))))
        .withMessage("product given twice: " + product("nut"));
    assertThat(graph.contains(product("nut"))).isFalse();
    isAsItWas();
  }

  @Test
  void isAsItWasWhenTheProductsThemselvesFailOnTheWay() {
    loadCar();
    Iterable<OwnProduct> failing =
        () ->
            List.of("bolt", "").stream()
                .map(name -> aProduct(name, name.isEmpty() ? "no number" : "9"))
                .iterator();

    assertThatIllegalArgumentException().isThrownBy(() -> graph.putAll(failing));
    isAsItWas();
  }

  /** 10,000 levels, loaded from the top down, then one change at the very bottom. */
  @Test
  void bearsADeepChain() {
    List<OwnProduct> chain = new ArrayList<>();
    for (int i = DEEP; i > 0; i--) {
      chain.add(aProduct("p" + i, "1", line("1", "1", made("p" + (i - 1)))));
    }
    chain.add(aProduct("p0", "1"));
    graph.putAll(chain);
    graph.settle();
    assertThat(totalOf("p" + DEEP)).isEqualTo(main("10001"));

    graph.put(aProduct("p0", "3"));

    assertThat(graph.settle().size()).isEqualTo(DEEP + 1);
    assertThat(totalOf("p" + DEEP)).isEqualTo(main("10003"));
    refuses(() -> graph.put(aProduct("p0", "1", line("1", "1", made("p" + DEEP)))), Fault.CYCLE);
    assertThat(totalOf("p" + DEEP)).isEqualTo(main("10003"));
  }

  /** Put one by one beneath each other, each raises all that is above it. */
  @Test
  void growsDownward() {
    graph.put(aProduct("p0", "1"));
    for (int i = 1; i <= 200; i++) {
      graph.put(aProduct("p" + i, "1"));
      graph.put(aProduct("p" + (i - 1), "1", line("1", "1", made("p" + i))));
    }
    graph.settle();

    assertThat(totalOf("p0")).isEqualTo(main("201"));
  }

  /** Room of replaced lines and figures is used again: 20,000 changes of a hundred products. */
  @Test
  void doesNotGrowWithTheNumberOfChanges() {
    Random random = new Random(1);
    Map<TraceId, OwnProduct> products = new LinkedHashMap<>();
    for (int i = 0; i < 20_000; i++) {
      int place = random.nextInt(100);
      String own = Integer.toString(random.nextInt(1000));
      String amount = new BigDecimal(random.nextInt(100_000)).movePointLeft(3).toString();
      OwnProduct product =
          place > 0 && products.containsKey(product("p" + (place - 1)))
              ? aProduct("p" + place, own, line("1", amount, made("p" + (place - 1))))
              : aProduct("p" + place, own, line("1", amount, bought("steel")));
      products.put(product.traceId(), product);
      graph.put(product);
      if (i % 100 == 0) {
        graph.settle();
      }
    }
    graph.settle();

    SameDigits.check(graph, products.values(), Map.of(), "seed 1");
    assertThat(graph.bytesHeld()).isLessThan(3_000_000);
  }

  /** A hub and a hundred users: the hub changes between two figures, and no reader sees a third. */
  @Test
  void readersSeeEachProductBeforeOrAfter() throws Exception {
    List<OwnProduct> products = new ArrayList<>(List.of(aProduct("hub", "1")));
    for (int i = 0; i < 1000; i++) {
      products.add(aProduct("user" + i, "0", line("1", "1", made("hub"))));
    }
    Collections.reverse(products);
    graph.putAll(products);
    graph.settle();
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService reader = Executors.newSingleThreadExecutor();
    Callable<Integer> reading =
        () -> {
          int reads = 0;
          while (!done.get()) {
            Emissions seen = totalOf("user" + reads++ % 1000);
            assertThat(seen).isIn(main("1"), main("123456789.5"));
          }
          return reads;
        };
    Future<Integer> reads = reader.submit(reading);

    for (int i = 0; i < 50; i++) {
      graph.put(aProduct("hub", i % 2 == 0 ? "123456789.5" : "1"));
      graph.settle();
    }
    done.set(true);
    reader.shutdown();

    assertThat(reads.get()).isPositive();
  }

  private Emissions totalOf(String name) {
    return graph.of(product(name)).orElseThrow().emissions();
  }

  private void refuses(ThrowingCallable call, Fault fault, TraceId... path) {
    assertThatExceptionOfType(StructureException.class)
        .isThrownBy(call)
        .satisfies(
            refusal -> {
              assertThat(refusal.fault()).isEqualTo(fault);
              if (path.length > 0) {
                assertThat(refusal.path()).containsExactly(path);
              }
            });
  }

  private void isAsItWas() {
    assertThat(graph.settle().isEmpty()).isTrue();
    SameDigits.check(graph, CAR, STEEL, "after a refusal");
    assertThat(graph.usersOf(product("bolt")))
        .containsExactlyInAnyOrder(product("frame"), product("door"));
    assertThat(graph.partsOf(product("bolt"))).isEmpty();
    graph.put(aProduct("bolt", "2", line("1", "1", bought("steel"))));
    assertThat(graph.settle().size()).isEqualTo(4);
    assertThat(totalOf("car")).isEqualTo(main("46"));
  }
}
