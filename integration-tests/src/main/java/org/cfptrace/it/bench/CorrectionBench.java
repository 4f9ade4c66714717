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
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.cfptrace.footprint.ParticipantId;
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
 * One correction at the top that changes many products: all of them are made of the one part that a
 * supplier corrects, and each is told on to the customer by rule. Measured from the {@code POST} of
 * the corrected emissions until the maker has worked out the last of its products, and until the
 * customer holds the last changed figure; against {@link OpaquePath} carrying as many messages in
 * the same run.
 *
 * <p>Argument: affected products (default 1000).
 */
public final class CorrectionBench {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SUPPLIER = "steel-mill";
  private static final String MAKER = "parts-maker";
  private static final String CUSTOMER = "car-maker";
  private static final int CLIENTS = 8;
  private static final BigDecimal BEFORE = new BigDecimal("3");
  private static final BigDecimal AFTER = new BigDecimal("3.6");
  private static final BigDecimal OWN = BigDecimal.ONE;

  private static final String WORKED_OUT =
      "select count(distinct trace_id) from footprint_history"
          + " where trace_id = any(?) and excl_biogenic_uptake = "
          + AFTER.add(OWN);
  private static final String TOLD =
      "select count(*) from received_declaration where trace_id = any(?)";

  // Counting costs the database as much as some of the work: asked seldom, it is no part of it.
  private static final int BETWEEN_LOOKS_MILLIS = 250;

  private CorrectionBench() {}

  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException, ExecutionException {
    int products = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
    Path data = Files.createTempDirectory("cfptrace-bench");
    try (LocalStack stack =
        LocalStack.start(StackOptions.in(data).measured(), line -> say("starting %s", line))) {
      List<Company> companies = CompanyFiles.read(Installation.find().examples("three-tiers"));
      Story story = new Story(stack, companies, line -> {});
      story.openTheDoors();
      story.makePartners();
      Way way =
          new Way(
              story.desk(SUPPLIER),
              story.desk(MAKER),
              story.desk(CUSTOMER).participantId(),
              stack.database(MAKER),
              stack.database(CUSTOMER));
      report(stack, products, correct(way, products));
    } finally {
      DataDirectory.delete(data);
    }
  }

  private static void report(LocalStack stack, int products, Took took)
      throws SQLException, InterruptedException, ExecutionException {
    say("%d products worked out anew after %.1f s", products, took.workedOut() / 1e9);
    say("%d changed figures at the customer after %.1f s", products, took.told() / 1e9);
    for (String service : List.of(SUPPLIER, MAKER, CUSTOMER)) {
      stack.service(service).close();
    }
    OpaquePath opaque =
        new OpaquePath(
            stack.postgres().database("bench"), stack.broker().superUser(), CLIENTS, 8000, 10_920);
    opaque.perSecond(products);
    double bound = opaque.perSecond(products);
    double flow = products * 1e9 / took.told();
    say("%.0f a second; opaque bytes the same way: %.0f a second", flow, bound);
    say("ratio %.2f", flow / bound);
  }

  /**
   * The three companies.
   *
   * @param made the maker's database
   * @param told the customer's
   */
  record Way(
      Desk supplier, Desk maker, String customer, Postgres.Database made, Postgres.Database told) {}

  /** Nanoseconds from the correction until all is worked out, and until all is told. */
  record Took(long workedOut, long told) {}

  /** Makes the products of one part, tells them once, corrects the part and follows it. */
  static Took correct(Way way, int products)
      throws SQLException, InterruptedException, ExecutionException {
    String part = FlowBench.products(way.supplier(), 1).get(0);
    way.supplier().postEmissions(part, FlowBench.emissions(BEFORE));
    way.supplier().release(way.maker().participantId(), part, true);
    way.supplier().declare(part, way.maker().participantId());
    List<String> made = makeOf(part, way, products);
    say("%d products made of the part, each told to the customer", made.size());

    try (Connection maker = open(way.made());
        Connection customer = open(way.told())) {
      await(customer, TOLD, made, products);
      // Receipts and proofs of what was told first are not what is measured.
      FlowBench.awaitQuiet(way.made());
      FlowBench.awaitQuiet(way.told());
      long start = System.nanoTime();
      way.supplier().postEmissions(part, FlowBench.emissions(AFTER));
      await(maker, WORKED_OUT, made, products);
      long workedOut = System.nanoTime() - start;
      await(customer, TOLD, made, 2L * products);
      return new Took(workedOut, System.nanoTime() - start);
    }
  }

  private static List<String> makeOf(String part, Way way, int products)
      throws InterruptedException, ExecutionException {
    List<String> made = FlowBench.products(way.maker(), products);
    FlowBench.inParallel(
        CLIENTS,
        made,
        product -> {
          way.maker().postEmissions(product, FlowBench.emissions(OWN));
          String lineId = way.maker().setBillOfMaterials(product, List.of(line())).get(0);
          way.maker().link(product, lineId, source(way.supplier(), part));
          way.maker().release(way.customer(), product, true);
          way.maker().declare(product, way.customer());
        });
    return made;
  }

  private static ObjectNode line() {
    return JSON.createObjectNode()
        .put("kind", "PROCURED")
        .put("partName", "bench part")
        .put("amount", "1")
        .put("unit", "kilogram");
  }

  private static ObjectNode source(Desk supplier, String part) {
    return JSON.createObjectNode()
        .put("partnerId", ParticipantId.of(StackOptions.DOMAIN, supplier.participantId()).did())
        .put("supplierTraceId", part)
        .put("share", "1");
  }

  private static Connection open(Postgres.Database database) throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(), database.username(), database.password());
  }

  /** Until the query counts {@code wanted} of the products. */
  private static void await(Connection connection, String count, List<String> products, long wanted)
      throws SQLException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
    try (PreparedStatement counting = connection.prepareStatement(count)) {
      Object[] ids = products.stream().map(CorrectionBench::uuid).toArray();
      counting.setArray(1, connection.createArrayOf("uuid", ids));
      while (counted(counting) < wanted) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException(
              "after ten minutes " + counted(counting) + " of " + wanted + " are there");
        }
        Thread.sleep(BETWEEN_LOOKS_MILLIS);
      }
    }
  }

  private static long counted(PreparedStatement counting) throws SQLException {
    try (ResultSet row = counting.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private static UUID uuid(String traceId) {
    return UUID.fromString(traceId.substring(traceId.lastIndexOf(':') + 1));
  }

  @SuppressWarnings("SystemOut") // a program for people: what it prints is what it is for
  private static void say(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }
}
