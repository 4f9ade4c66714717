package org.cfptrace.it.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.cfptrace.local.stack.DataDirectory;
import org.cfptrace.local.stack.LocalStack;
import org.cfptrace.local.stack.Postgres;
import org.cfptrace.local.stack.StackOptions;
import org.cfptrace.local.story.Company;
import org.cfptrace.local.story.Desk;
import org.cfptrace.local.story.Story;

/**
 * How long a changed figure takes from tier to tier at light load, one change at a time: from the
 * first company's {@code POST} of its emissions until the next company has worked its product out
 * anew, and from there to the one after it; against {@link BareKafka} in the same run.
 *
 * <p>The end of a hop is seen in the company's database, which is asked every millisecond. A
 * product's change goes out by itself three times a day, the first figure counted, so every chain
 * of products is measured twice.
 *
 * <p>Arguments: changes to measure (default 200), tiers (default 3).
 */
public final class LatencyBench {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final BigDecimal FIRST = new BigDecimal("3");
  private static final BigDecimal STEP = new BigDecimal("0.6");
  private static final int TIMES = 2;
  private static final int WARM_UP = 20;

  private LatencyBench() {}

  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException, ExecutionException {
    int changes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    int tiers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    Path data = Files.createTempDirectory("cfptrace-bench");
    try (LocalStack stack =
        LocalStack.start(StackOptions.in(data).measured(), line -> say("starting %s", line))) {
      measure(stack, changes, tiers);
    } finally {
      DataDirectory.delete(data);
    }
  }

  private static void measure(LocalStack stack, int changes, int tiers)
      throws SQLException, InterruptedException, ExecutionException {
    Story story = new Story(stack, companies(tiers), line -> {});
    story.openTheDoors();
    story.makePartners();
    List<Desk> desks = new ArrayList<>();
    List<Postgres.Database> databases = new ArrayList<>();
    for (int tier = 0; tier < tiers; tier++) {
      desks.add(story.desk(key(tier)));
      databases.add(stack.database(key(tier)));
    }
    say("warming up with %d changes", WARM_UP);
    perHop(Chains.make("warm-up", desks, WARM_UP / TIMES, FIRST), databases);
    Chains chains = Chains.make("bench", desks, (changes + TIMES - 1) / TIMES, FIRST);
    List<Latencies> hops = perHop(chains, databases);
    Latencies bare = new BareKafka(stack.broker().superUser()).measure(hops.get(0).count(), PAUSE);
    report(hops, bare);
  }

  private static void report(List<Latencies> hops, Latencies bare) {
    Latencies all = new Latencies();
    for (int hop = 1; hop < hops.size(); hop++) {
      all.addAll(hops.get(hop));
      String begin = hop == 1 ? "posted at tier 1" : "updated at tier " + hop;
      say("%s, updated at tier %d   %s", begin, hop + 1, hops.get(hop));
    }
    say("one hop, of %d            %s   (aim 50 and 250)", all.count(), all);
    say("all %d tiers               %s", hops.size(), hops.get(0));
    say("bare Kafka, there and back  %s", bare);
    say(
        "one hop takes %.1f (p50) and %.1f (p99) bare round trips",
        all.percentile(50) / bare.percentile(50), all.percentile(99) / bare.percentile(99));
  }

  /**
   * Changes the first product of each chain, and again, and follows each change to the last tier.
   *
   * @return at 0 the whole way, at n the hop from tier n to the next, counted from 1
   */
  static List<Latencies> perHop(Chains chains, List<Postgres.Database> databases)
      throws SQLException, InterruptedException {
    List<Latencies> hops = new ArrayList<>();
    for (int tier = 0; tier < chains.tiers(); tier++) {
      hops.add(new Latencies());
    }
    List<Connection> connections = new ArrayList<>();
    try {
      for (Postgres.Database database : databases) {
        connections.add(
            DriverManager.getConnection(
                database.jdbcUrl(), database.username(), database.password()));
      }
      for (int time = 1; time <= TIMES; time++) {
        BigDecimal first = FIRST.add(STEP.multiply(BigDecimal.valueOf(time)));
        for (int chain = 0; chain < chains.count(); chain++) {
          change(chains, chain, first, connections, hops);
          Thread.sleep(PAUSE.toMillis());
        }
      }
    } finally {
      for (Connection connection : connections) {
        connection.close();
      }
    }
    return hops;
  }

  private static void change(
      Chains chains,
      int chain,
      BigDecimal first,
      List<Connection> connections,
      List<Latencies> hops)
      throws SQLException, InterruptedException {
    ObjectNode emissions = FlowBench.emissions(first);
    long start = System.nanoTime();
    long before = start;
    chains.top().postEmissions(chains.product(0, chain), emissions);
    for (int tier = 1; tier < chains.tiers(); tier++) {
      awaitUpdated(
          connections.get(tier), chains.product(tier, chain), Chains.expected(tier, first));
      long now = System.nanoTime();
      hops.get(tier).add(now - before);
      before = now;
    }
    hops.get(0).add(before - start);
    if (!chains.shows(chains.tiers() - 1, chain, first)) {
      throw new IllegalStateException("the last tier's door does not show the changed figure");
    }
  }

  private static void awaitUpdated(Connection connection, String traceId, BigDecimal wanted)
      throws SQLException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    try (PreparedStatement latest =
        connection.prepareStatement(
            "select excl_biogenic_uptake from footprint_history where trace_id = ?"
                + " order by known_at desc, number desc limit 1")) {
      latest.setObject(1, UUID.fromString(traceId.substring(traceId.lastIndexOf(':') + 1)));
      while (!isAt(latest, wanted)) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("the figure of " + wanted + " has not come");
        }
        Thread.sleep(1);
      }
    }
  }

  private static boolean isAt(PreparedStatement latest, BigDecimal wanted) throws SQLException {
    try (ResultSet row = latest.executeQuery()) {
      return row.next() && row.getBigDecimal(1).compareTo(wanted) == 0;
    }
  }

  /** Companies that each invite the one before them. */
  private static List<Company> companies(int tiers) {
    List<Company> companies = new ArrayList<>();
    for (int tier = 0; tier < tiers; tier++) {
      ObjectNode application =
          JSON.createObjectNode()
              .put("name", "Bench company " + (tier + 1))
              .put("address", "1 Bench street, Kitakami, Iwate")
              .put("country", "JP");
      application
          .putObject("contact")
          .put("name", "Bench")
          .put("email", key(tier) + "@bench.example");
      application.putArray("roles").add("SUPPLIER");
      companies.add(
          new Company(
              key(tier),
              application,
              tier == 0 ? List.of() : List.of(key(tier - 1)),
              Map.of(),
              Map.of(),
              Optional.empty()));
    }
    return companies;
  }

  private static String key(int tier) {
    return "tier-" + (tier + 1);
  }

  @SuppressWarnings("SystemOut") // a program for people: what it prints is what it is for
  private static void say(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }
}
