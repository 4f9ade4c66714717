package org.cfptrace.it.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
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
 * <p>Arguments: declarations to measure (default 3000), clients (default 16).
 */
public final class FlowBench {
  private static final String SUPPLIER = "steel-mill";
  private static final String CUSTOMER = "parts-maker";
  private static final ObjectMapper JSON = new ObjectMapper();

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
    String product = product(supplier);

    Postgres.Database received = stack.database(CUSTOMER);
    say("warming up with %d declarations", count);
    flow(supplier, product, customer, received, count, clients);
    double flow = flow(supplier, product, customer, received, count, clients);
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
  }

  /** Base64 of the size class, 4, 8, 16 ... KiB, that a message is padded to. */
  private static int sealedSize(int message) {
    int sizeClass = 4096;
    while (sizeClass <= message) {
      sizeClass *= 2;
    }
    return sizeClass / 3 * 4;
  }

  private static String product(Desk supplier) {
    String traceId =
        supplier.addProduct(
            JSON.createObjectNode().put("partsName", "bench coil").put("unit", "kilogram"));
    ObjectNode form = JSON.createObjectNode().put("profile", "OURANOS");
    form.putObject("period").put("from", "2025-04-01").put("to", "2026-03-31");
    form.putArray("values")
        .addObject()
        .put("stage", "main")
        .put("account", "fossil")
        .put("value", "3");
    form.putObject("method").put("gwp", "AR6").put("boundary", "CRADLE_TO_GATE");
    form.put("primaryActivityData", true).put("primaryEmissionFactor", true);
    supplier.postEmissions(traceId, form);
    return traceId;
  }

  private static double flow(
      Desk supplier,
      String product,
      String customer,
      Postgres.Database received,
      int count,
      int clients)
      throws SQLException, InterruptedException, ExecutionException {
    long before = rows(received);
    AtomicInteger left = new AtomicInteger(count);
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    long start = System.nanoTime();
    try {
      List<Future<?>> posting = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        posting.add(
            threads.submit(
                () -> {
                  while (left.getAndDecrement() > 0) {
                    supplier.declare(product, customer);
                  }
                }));
      }
      for (Future<?> client : posting) {
        client.get();
      }
    } finally {
      threads.shutdownNow();
    }
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    while (rows(received) - before < count) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("not all of " + count + " declarations arrived");
      }
      Thread.sleep(5);
    }
    return count * 1e9 / (System.nanoTime() - start);
  }

  private static long rows(Postgres.Database database) throws SQLException {
    return number(database, "select count(*) from received_declaration");
  }

  private static int average(Postgres.Database database, String sql) throws SQLException {
    return Math.toIntExact(number(database, sql));
  }

  private static long number(Postgres.Database database, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.username(), database.password());
        Statement statement = connection.createStatement();
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
