package org.cfptrace.it.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.cfptrace.local.stack.DataDirectory;
import org.cfptrace.local.stack.Installation;
import org.cfptrace.local.stack.LocalStack;
import org.cfptrace.local.stack.Postgres;
import org.cfptrace.local.stack.StackOptions;
import org.cfptrace.local.story.Company;
import org.cfptrace.local.story.CompanyFiles;
import org.cfptrace.local.story.Desk;
import org.cfptrace.local.story.Story;

/**
 * Declarations a second from A's door to B's verified row, everything on this machine, against
 * {@link OpaquePath}: the same broker and database carrying bytes that nobody signs or reads, in
 * the same run. Prints the ratio.
 *
 * <p>Only a changed figure is declared anew. So that each declaration is one, its product is given
 * slightly other emissions before the clock runs, round by round, and the clock starts again when
 * nothing of that is left to do. The time is that of the declarations alone, until the last of a
 * round has arrived.
 *
 * <p>Arguments: declarations to measure (default 3000), clients (default 16).
 */
public final class FlowBench {
  private static final String SUPPLIER = "steel-mill";
  private static final String CUSTOMER = "parts-maker";
  private static final int MOST_PRODUCTS = 500;
  private static final int BETWEEN_LOOKS_MILLIS = 50;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger FIGURES = new AtomicInteger();
  private static final AtomicInteger PRODUCTS = new AtomicInteger();

  private FlowBench() {}

  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException, ExecutionException {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3000;
    int clients = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 16;
    Path data = Files.createTempDirectory("cfptrace-bench");
    StackOptions options = StackOptions.in(data).measured();
    try (LocalStack stack = LocalStack.start(options, line -> say("starting %s", line))) {
      measure(stack, count, clients);
    } finally {
      DataDirectory.delete(data);
    }
  }

  private static void measure(LocalStack stack, int count, int clients)
      throws SQLException, InterruptedException, ExecutionException {
    List<Company> companies =
        CompanyFiles.read(Installation.find().examples("three-tiers")).stream()
            .filter(company -> List.of(SUPPLIER, CUSTOMER).contains(company.key()))
            .toList();
    Story story = new Story(stack, companies, line -> {});
    story.openTheDoors();
    story.makePartners();
    Desk supplier = story.desk(SUPPLIER);
    String customer = story.desk(CUSTOMER).participantId();
    Flow way =
        new Flow(supplier, customer, stack.database(SUPPLIER), stack.database(CUSTOMER), clients);
    List<String> products = products(supplier, Math.min(count, MOST_PRODUCTS));
    say("warming up with %d declarations of %d products", count, products.size());
    perSecond(way, products, count);
    double flow = perSecond(way, products, count);
    say("declarations, A's door to B's verified row: %.0f a second (%d clients)", flow, clients);

    int sealed =
        sealedSize(
            average(stack.database(SUPPLIER), "select avg(octet_length(message)) from outbox"));
    int kept =
        average(
            stack.database(SUPPLIER), "select avg(octet_length(token)) from issued_declaration");
    stack.service(SUPPLIER).close();
    stack.service(CUSTOMER).close();
    OpaquePath opaque =
        new OpaquePath(
            stack.postgres().database("bench"),
            stack.broker().superUser(),
            clients,
            2 * kept,
            sealed);
    opaque.perSecond(count);
    double bound = opaque.perSecond(count * 2);
    say("opaque bytes the same way (%d and %d bytes): %.0f a second", 2 * kept, sealed, bound);
    say("ratio %.2f (aim 0.5)", flow / bound);
    PlainPaces plain =
        new PlainPaces(stack.postgres().database("bench"), stack.broker().superUser());
    double transactions = plain.transactionsPerSecond(20 * count, clients);
    double records = plain.recordsPerSecond(20 * count, sealed);
    say(
        "small transactions alone, as pgbench: %.0f a second; ratio %.3f",
        transactions, flow / transactions);
    say(
        "records alone, as producer-perf: %.0f a second; ratio %.3f (aim of both 0.1)",
        records, flow / records);
  }

  /** Base64 of the size class, 4, 8, 16 ... KiB, that a message is padded to. */
  private static int sealedSize(int message) {
    int sizeClass = 4096;
    while (sizeClass <= message) {
      sizeClass *= 2;
    }
    return sizeClass / 3 * 4;
  }

  /**
   * The way that is measured.
   *
   * @param issuing the supplier's database
   * @param receiving the customer's
   */
  record Flow(
      Desk supplier,
      String customer,
      Postgres.Database issuing,
      Postgres.Database receiving,
      int clients) {}

  /** New products without emissions. */
  static List<String> products(Desk supplier, int count) {
    List<String> products = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      products.add(
          supplier.addProduct(
              JSON.createObjectNode()
                  .put("partsName", "bench coil " + PRODUCTS.incrementAndGet())
                  .put("unit", "kilogram")));
    }
    return products;
  }

  /** Each figure is another one, by a milligram. */
  private static void postAnotherFigure(Desk supplier, String traceId) {
    supplier.postEmissions(
        traceId, emissions(BigDecimal.valueOf(3_000_000L + FIGURES.incrementAndGet(), 6)));
  }

  static ObjectNode emissions(BigDecimal kilograms) {
    ObjectNode form = JSON.createObjectNode().put("profile", "OURANOS");
    form.putObject("period").put("from", "2025-04-01").put("to", "2026-03-31");
    form.putArray("values")
        .addObject()
        .put("stage", "main")
        .put("account", "fossil")
        .put("value", kilograms.toPlainString());
    form.putObject("method").put("gwp", "AR6").put("boundary", "CRADLE_TO_GATE");
    form.put("primaryActivityData", true).put("primaryEmissionFactor", true);
    return form;
  }

  /** Declares {@code count} times and answers how many arrive in a second. */
  static double perSecond(Flow flow, List<String> products, int count)
      throws SQLException, InterruptedException, ExecutionException {
    long nanoseconds = 0;
    for (int done = 0; done < count; done += products.size()) {
      List<String> round = products.subList(0, Math.min(products.size(), count - done));
      inParallel(flow.clients(), round, product -> postAnotherFigure(flow.supplier(), product));
      awaitQuiet(flow.issuing());
      long before = rows(flow.receiving());
      long start = System.nanoTime();
      inParallel(
          flow.clients(), round, product -> flow.supplier().declare(product, flow.customer()));
      awaitNumber(
          flow.receiving(), "select count(*) from received_declaration", before + round.size());
      nanoseconds += System.nanoTime() - start;
    }
    return count * 1e9 / nanoseconds;
  }

  /** Does the work for every product, so many at a time. */
  static void inParallel(int clients, List<String> products, Consumer<String> work)
      throws InterruptedException, ExecutionException {
    AtomicInteger next = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        running.add(
            threads.submit(
                () -> {
                  for (int at = next.getAndIncrement();
                      at < products.size();
                      at = next.getAndIncrement()) {
                    work.accept(products.get(at));
                  }
                }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Until a company has nothing stale, nothing to prove and nothing on its way. */
  static void awaitQuiet(Postgres.Database company) throws SQLException, InterruptedException {
    awaitNumber(company, "select count(*) from stale_product", 0);
    awaitNumber(company, "select count(*) from log_entry where proof is null", 0);
    awaitNumber(
        company,
        "select count(*) from outbox where state in ('PENDING', 'SENT') and type <> 'Receipt'",
        0);
  }

  /** On one connection, and not too often: what is measured needs the database too. */
  private static void awaitNumber(Postgres.Database database, String sql, long wanted)
      throws SQLException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    try (Connection connection = connect(database)) {
      for (long seen = number(connection, sql); seen != wanted; seen = number(connection, sql)) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException(
              "expected " + wanted + " of \"" + sql + "\", after five minutes there are " + seen);
        }
        Thread.sleep(BETWEEN_LOOKS_MILLIS);
      }
    }
  }

  private static long rows(Postgres.Database database) throws SQLException {
    return number(database, "select count(*) from received_declaration");
  }

  private static int average(Postgres.Database database, String sql) throws SQLException {
    return Math.toIntExact(number(database, sql));
  }

  private static Connection connect(Postgres.Database database) throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(), database.username(), database.password());
  }

  private static long number(Postgres.Database database, String sql) throws SQLException {
    try (Connection connection = connect(database)) {
      return number(connection, sql);
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      if (!result.next()) {
        throw new IllegalStateException("no answer to " + sql);
      }
      return result.getLong(1);
    }
  }

  @SuppressWarnings("SystemOut") // a program for people: what it prints is what it is for
  private static void say(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }
}
