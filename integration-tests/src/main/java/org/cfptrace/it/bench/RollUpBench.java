package org.cfptrace.it.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.cfptrace.aggregator.rollup.FootprintGraph;
import org.cfptrace.footprint.Cell;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.local.stack.DataDirectory;
import org.cfptrace.local.stack.Ports;
import org.cfptrace.local.stack.Postgres;
import org.cfptrace.local.stack.Secrets;

/**
 * The roll-up of a whole tenant in memory against the same sums in the database, level by level and
 * set by set (see {@link SqlRollUp}), in one run over one seeded structure. After each row the
 * totals of all products are compared; one digit that differs ends the run. The graph works out
 * data quality besides, which the database does not.
 *
 * <p>Arguments: how many products (default 1,000,000), seed (default 1).
 */
public final class RollUpBench {
  private static final int USUAL = 1_000_000;
  private static final int MANY = 1000;
  private static final int ROUNDS = 3;
  private static final int CHANGES = 2;
  private static final int PATHS_FROM_LEVEL = 5;

  private final SeededProducts products;
  private final SqlRollUp sql;
  private final Random random;
  private FootprintGraph graph = new FootprintGraph(SeededProducts.YEAR);

  private RollUpBench(SeededProducts products, SqlRollUp sql, long seed) {
    this.products = products;
    this.sql = sql;
    this.random = new Random(seed);
  }

  public static void main(String[] arguments) throws IOException, SQLException {
    int products = arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    run(products, seed);
  }

  /** How long something took in memory and in the database, and how many products it reached. */
  record Row(String what, double memory, double database, long reached) {}

  /** What was measured; seconds and bytes. */
  record Figures(
      int products, long lines, List<Row> rows, long bytes, long databaseBytes, long compared) {}

  /** Measures and prints. */
  static Figures run(int count, long seed) throws IOException, SQLException {
    Path path = Files.createTempDirectory("cfptrace-bench");
    try (DataDirectory data = DataDirectory.open(path)) {
      try (Postgres postgres = Postgres.start(data, Secrets.in(data), new Ports().free());
          BenchDatabase database = BenchDatabase.open(postgres.database("registry"))) {
        SeededProducts products = new SeededProducts(count, seed);
        SqlRollUp sql = new SqlRollUp(database, products);
        return new RollUpBench(products, sql, seed).measure();
      }
    } finally {
      DataDirectory.delete(path);
    }
  }

  private Figures measure() throws SQLException, IOException {
    say("%,d products, loading both ...", products.products());
    long start = System.nanoTime();
    sql.load();
    say("database loaded and indexed in %.1f s", since(start));
    double full = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      full = Math.min(full, loadAndSettle());
    }
    Row all = new Row("all products", full, all(), graph.size());
    say(all);
    long compared = compare();
    Row one = changeRow("one change", List.of(random.nextInt(products.products())));
    Row hub = changeRow("the hub", List.of(SeededProducts.HUB));
    int count = Math.min(MANY, products.products() / 10);
    Row many = changeRow(String.format(Locale.ROOT, "%,d changes", count), drawn(count));
    compared += compare();
    Figures figures =
        new Figures(
            graph.size(),
            sql.count("line"),
            List.of(all, one, hub, many),
            graph.bytesHeld(),
            sql.bytes(),
            compared);
    report(figures);
    alongPaths();
    return figures;
  }

  /** Seconds of the roll-up; putting the products in comes before. */
  private double loadAndSettle() {
    graph = new FootprintGraph(SeededProducts.YEAR);
    long start = System.nanoTime();
    int first = products.products();
    for (int i = first; i < first + products.suppliers(); i++) {
      graph.put(products.supplier(i), products.figure(i));
    }
    graph.putAll(products.all());
    double loaded = since(start);
    start = System.nanoTime();
    graph.settle();
    double settled = since(start);
    say("in memory: products made and put in %.1f s, rolled up in %.3f s", loaded, settled);
    return settled;
  }

  private double all() throws SQLException {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < CHANGES; i++) {
      sql.empty();
      long start = System.nanoTime();
      sql.all();
      best = Math.min(best, since(start));
    }
    return best;
  }

  private List<Integer> drawn(int count) {
    return IntStream.generate(() -> random.nextInt(products.products()))
        .distinct()
        .limit(count)
        .boxed()
        .toList();
  }

  /** Own emissions change twice; the better time counts on each side. */
  private Row changeRow(String what, List<Integer> numbers) throws SQLException {
    double memory = Double.MAX_VALUE;
    double database = Double.MAX_VALUE;
    long reached = 0;
    for (int i = 0; i < CHANGES; i++) {
      long[] own = {random.nextInt(2_000_000_000), random.nextInt(2_000_000_000), 0};
      long start = System.nanoTime();
      numbers.forEach(number -> graph.put(products.product(number, own)));
      reached = graph.settle().size();
      memory = Math.min(memory, since(start));
      start = System.nanoTime();
      for (int number : numbers) {
        sql.putOwn(number, own);
      }
      sql.changed(numbers);
      database = Math.min(database, since(start));
      sql.tidy();
    }
    Row row = new Row(what, memory, database, reached);
    say(row);
    return row;
  }

  /** Compares every digit of every product. */
  private long compare() throws SQLException {
    long[] compared = {0};
    sql.read(
        (product, pre, main, uptake) -> {
          Emissions emissions = graph.of(products.id(product)).orElseThrow().emissions();
          same(product, emissions, SeededProducts.PRE, pre);
          same(product, emissions, SeededProducts.MAIN, main);
          same(product, emissions, SeededProducts.UPTAKE, uptake.negate());
          compared[0]++;
        });
    if (compared[0] != graph.size()) {
      throw new IllegalStateException(compared[0] + " products compared of " + graph.size());
    }
    say("compared to the last digit: %,d products", compared[0]);
    return compared[0];
  }

  private static void same(int product, Emissions emissions, Cell cell, BigInteger units) {
    BigDecimal ours = emissions.at(cell.stage(), cell.account()).value();
    if (ours.compareTo(new BigDecimal(units, 18)) != 0) {
      throw new IllegalStateException(
          "product " + product + ", " + cell + ": " + ours + " here, " + units + " there");
    }
  }

  /** The recursive query, for products so low that their paths can be walked at all. */
  private void alongPaths() throws SQLException {
    for (int level = 1; level <= PATHS_FROM_LEVEL; level++) {
      int product = products.firstOf(level);
      long start = System.nanoTime();
      String main = sql.recursively(product);
      say(
          "recursive query, ONE product of level %d (it walks each path; the whole would take"
              + " days): %8.1f ms, %s kg",
          level, 1000 * since(start), main);
    }
  }

  private static void report(Figures is) {
    say("%,d products, %,d lines", is.products(), is.lines());
    is.rows().forEach(RollUpBench::say);
    say(
        "memory: %,.0f MB, %.0f bytes a product with its lines; tables and indexes %,.0f MB: %.2f",
        is.bytes() / 1e6,
        (double) is.bytes() / is.products(),
        is.databaseBytes() / 1e6,
        (double) is.bytes() / is.databaseBytes());
  }

  private static void say(Row row) {
    say(
        "%-14s %,9d reached   in memory %10.3f ms   level-by-level SQL %12.1f ms   %,8.1f times",
        row.what(),
        row.reached(),
        row.memory() * 1000,
        row.database() * 1000,
        row.database() / row.memory());
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  @SuppressWarnings("SystemOut") // a program for people: what it prints is what it is for
  private static void say(String text, Object... values) {
    System.out.println(String.format(Locale.ROOT, text, values));
  }
}
