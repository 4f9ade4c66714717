package org.cfptrace.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.cfptrace.it.Platform;
import org.cfptrace.local.stack.LocalStack;
import org.cfptrace.local.stack.Postgres;
import org.cfptrace.local.story.Desk;
import org.cfptrace.local.story.Door;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small run of each benchmark that needs the platform. No times are asserted. */
class BenchIT {

  private static final Platform PLATFORM = Platform.get();
  private static final LocalStack STACK = PLATFORM.stack();

  /** Two products, two rounds: four declarations, and perSecond waits for all of them. */
  @Test
  void everyMeasuredDeclarationArrives() throws Exception {
    Desk supplier = PLATFORM.desk(Platform.A);
    List<String> products = FlowBench.products(supplier, 2);
    FlowBench.Flow flow =
        new FlowBench.Flow(
            supplier,
            PLATFORM.id(Platform.B),
            STACK.database(Platform.A),
            STACK.database(Platform.B),
            2);

    assertThat(FlowBench.perSecond(flow, products, 4)).isPositive();

    for (String product : products) {
      assertThat(PLATFORM.desk(Platform.B).declarationsReceived())
          .filteredOn(received -> received.toString().contains(product))
          .hasSize(2);
    }
  }

  /** A's first figure 3, then 3.6 and 4.2: C has it with its own and B's kilogram, 6.2. */
  @Test
  void everyMeasuredChangeReachesTheLastTier() throws Exception {
    List<Desk> tiers = Stream.of(Platform.A, Platform.B, Platform.C).map(PLATFORM::desk).toList();
    List<Postgres.Database> databases =
        Stream.of(Platform.A, Platform.B, Platform.C).map(STACK::database).toList();
    Chains chains = Chains.make("bench", tiers, 1, new BigDecimal("3"));

    List<Latencies> hops = LatencyBench.perHop(chains, databases);

    assertThat(hops).hasSize(3).allSatisfy(hop -> assertThat(hop.count()).isEqualTo(2));
    assertThat(chains.shows(2, 0, new BigDecimal("4.2"))).isTrue();
  }

  @Test
  void everyProductMadeOfACorrectedPartIsToldAnew() throws Exception {
    CorrectionBench.Way way =
        new CorrectionBench.Way(
            PLATFORM.desk(Platform.A),
            PLATFORM.desk(Platform.B),
            PLATFORM.id(Platform.C),
            STACK.database(Platform.B),
            STACK.database(Platform.C));

    CorrectionBench.correct(way, 3);

    assertThat(PLATFORM.desk(Platform.C).declarationsReceived())
        .filteredOn(received -> received.at("/total/exclBiogenicUptake").asText().equals("4.6"))
        .hasSize(3);
  }

  /** Eleven products sent as a file; each question is answered. */
  @Test
  void everyProductThatWasSentIsFound(@TempDir Path directory) throws Exception {
    SeededProducts products = new SeededProducts(11, 1);
    Door analyst =
        Door.of(
            STACK.service(LocalStack.AGGREGATOR).url(),
            STACK.analyst(Platform.A, PLATFORM.desk(Platform.A).did()));

    QueryBench.load(analyst, products, directory.resolve("products.ndjson"));

    assertThat(QueryBench.ask(analyst, products, 20, new Random(1)).count()).isEqualTo(20);
    assertThat(analyst.get(QueryBench.footprint(products, 0)).at("/total/complete").asBoolean())
        .isTrue();
  }

  @Test
  void bareBytesComeBack() throws Exception {
    BareKafka bare = new BareKafka(STACK.broker().superUser());

    assertThat(bare.measure(3, Duration.ZERO).count()).isEqualTo(3);
  }
}
