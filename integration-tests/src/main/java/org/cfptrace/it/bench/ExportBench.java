package org.cfptrace.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cfptrace.local.stack.DataDirectory;
import org.cfptrace.local.stack.Installation;
import org.cfptrace.local.stack.LocalStack;
import org.cfptrace.local.stack.Postgres;
import org.cfptrace.local.stack.StackOptions;
import org.cfptrace.local.story.Company;
import org.cfptrace.local.story.CompanyFiles;
import org.cfptrace.local.story.Door;
import org.cfptrace.local.story.Story;

/**
 * One export job of many products, from the order until it is ready: files a second, and the most
 * heap the aggregator used meanwhile (its process may have no more than the local stack gives it).
 * Against the same rows written by plain SQL, twenty subjects a transaction, in the same run.
 *
 * <p>Arguments: products (default 10,000), target (default IDTA_02023; also VEHICLE_PART_LIST).
 */
public final class ExportBench {
  private static final String COMPANY = "steel-mill";
  private static final int USUAL = 10_000;
  private static final int A_STEP = 20;
  private static final int COLUMNS = 9;
  private static final Set<String> GOING_ON = Set.of("QUEUED", "VALIDATING", "RENDERING");

  private ExportBench() {}

  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL;
    String target = arguments.length > 1 ? arguments[1] : "IDTA_02023";
    Path data = Files.createTempDirectory("cfptrace-bench");
    try (LocalStack stack =
        LocalStack.start(StackOptions.in(data), line -> say("starting %s", line))) {
      List<Company> companies =
          CompanyFiles.read(Installation.find().examples("three-tiers")).stream()
              .filter(company -> company.key().equals(COMPANY))
              .toList();
      Story story = new Story(stack, companies, line -> {}).withoutFiles();
      story.tell();
      Door officer =
          Door.of(
              stack.service(LocalStack.AGGREGATOR).url(),
              stack.analyst(COMPANY, story.desk(COMPANY).did()));
      measure(stack, officer, story.desk(COMPANY).did(), count, target);
    } finally {
      DataDirectory.delete(data);
    }
  }

  private static void measure(
      LocalStack stack, Door officer, String company, int count, String target)
      throws SQLException, InterruptedException {
    ExportJob job = new ExportJob(officer);
    job.products(count);
    if (target.startsWith("VEHICLE")) {
      job.vehicles();
    }
    HeapWatch heap = new HeapWatch(stack.service(LocalStack.AGGREGATOR).url());
    long start = System.nanoTime();
    job.order(target, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    String state = job.state();
    while (GOING_ON.contains(state)) {
      heap.look();
      Thread.sleep(500);
      state = job.state();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (!state.equals("READY") && !state.equals("SIGNED")) {
      throw new IllegalStateException("the job ended as " + job.show());
    }
    try (Connection database = connect(stack.database(LocalStack.AGGREGATOR), company)) {
      long files = number(database, "select count(*) from export_file");
      long bytes = number(database, "select sum(octet_length(content)) from export_file");
      double bound = plainRows(database);
      say("%,d products, %s: %,d files, %,d MB", count, target, files, bytes >> 20);
      say("%.0f s: %.0f files a second", seconds, files / seconds);
      say("most heap in use %d MB, of at most %d MB", heap.most() >> 20, heap.limit() >> 20);
      say("the same rows by plain SQL: %.0f files a second", files / bound);
      say("ratio %.3f", bound / seconds);
    }
  }

  /** Seconds it takes to write the same rows, made beforehand, by plain SQL. */
  private static double plainRows(Connection database) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("create temp table plain (like export_file)");
    }
    database.setAutoCommit(false);
    double seconds = 0;
    try (Statement statement = database.createStatement();
        PreparedStatement insert =
            database.prepareStatement("insert into plain values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      statement.setFetchSize(A_STEP);
      try (ResultSet rows = statement.executeQuery("select * from export_file")) {
        int inStep = 0;
        while (rows.next()) {
          for (int column = 1; column <= COLUMNS; column++) {
            insert.setObject(column, rows.getObject(column));
          }
          long start = System.nanoTime();
          insert.executeUpdate();
          seconds += (System.nanoTime() - start) / 1e9;
          inStep++;
        }
        say("%,d rows written", inStep);
      }
    }
    return seconds;
  }

  private static long number(Connection database, String query) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Row-level security shows the rows of one company alone. */
  private static Connection connect(Postgres.Database database, String company)
      throws SQLException {
    Connection connection =
        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    try (PreparedStatement become =
        connection.prepareStatement("select set_config('cfptrace.tenant', ?, false)")) {
      become.setString(1, company);
      become.execute();
    }
    return connection;
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
