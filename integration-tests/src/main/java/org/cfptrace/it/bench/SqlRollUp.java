package org.cfptrace.it.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.postgresql.PGConnection;

/**
 * The same roll-up in the database, level by level and set by set, each product once, with indexes:
 * amounts are whole numbers of the 18th decimal of a kilogram, each line is rounded once, half to
 * even. It adds up three columns and nothing of data quality. Suppliers' figures stand among the
 * totals, numbered behind the products.
 */
final class SqlRollUp {
  private static final int BATCH = 20_000;
  private static final BigInteger UNITS_OF_A_MICROGRAM = BigInteger.valueOf(1_000_000_000);
  private static final List<String> COLUMNS = List.of("pre", "main", "uptake");

  /** Takes what stands in a row: the number of a product and its amounts without sign. */
  interface Row {
    void read(int product, BigInteger pre, BigInteger main, BigInteger uptake);
  }

  private final BenchDatabase database;
  private final SeededProducts products;

  SqlRollUp(BenchDatabase database, SeededProducts products) {
    this.database = database;
    this.products = products;
  }

  void load() throws SQLException, IOException {
    database.run(
        "CREATE TABLE own (product int, pre numeric, main numeric, uptake numeric);"
            + "CREATE TABLE line (product int, part int, n bigint, d bigint);"
            + "CREATE TABLE total (id int, pre numeric, main numeric, uptake numeric);"
            + "CREATE TABLE affected (id int PRIMARY KEY)");
    int all = products.products() + products.suppliers();
    copy("own", 0, products.products(), this::amounts);
    copy("total", products.products(), all, this::amounts);
    copy("line", 0, products.products(), this::lines);
    database.run(
        "ALTER TABLE own ADD PRIMARY KEY (product); ALTER TABLE total ADD PRIMARY KEY (id);"
            + "CREATE INDEX ON line (product); CREATE INDEX ON line (part);"
            + "SET work_mem = '256MB'; SET jit = off");
    database.run("VACUUM ANALYZE");
  }

  private String amounts(int number) {
    long[] amounts = products.amounts(number);
    return String.format(
        Locale.ROOT,
        "%d\t%d000000000\t%d000000000\t%d000000000\n",
        number,
        amounts[0],
        amounts[1],
        amounts[2]);
  }

  private String lines(int product) {
    StringBuilder rows = new StringBuilder();
    for (SeededProducts.Line line : products.lines(product)) {
      rows.append(product).append('\t').append(line.part()).append('\t');
      rows.append(line.thousandths()).append('\t').append(10 * line.yieldPercent()).append('\n');
    }
    return rows.toString();
  }

  private void copy(String table, int from, int to, IntFunction<String> row)
      throws SQLException, IOException {
    for (int first = from; first < to; first += BATCH) {
      StringBuilder rows = new StringBuilder();
      for (int i = first; i < Math.min(to, first + BATCH); i++) {
        rows.append(row.apply(i));
      }
      database
          .plain()
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "COPY " + table + " FROM STDIN",
              new ByteArrayInputStream(rows.toString().getBytes(UTF_8)));
    }
  }

  /** Takes all totals of products away. */
  void empty() throws SQLException {
    database.run("DELETE FROM total WHERE id < " + products.products());
    tidy();
  }

  /** Takes away what changes have left behind, so that the next is not slower for it. */
  void tidy() throws SQLException {
    database.run("VACUUM total");
  }

  /** All products, the lowest level first. */
  void all() throws SQLException {
    for (int level = 0; level < SeededProducts.LEVELS; level++) {
      database.run("INSERT INTO total " + sumsOf(level, ""));
    }
  }

  /** What these changes reach and no more: found by a recursive query, then level by level. */
  void changed(List<Integer> changed) throws SQLException {
    database.run(
        "TRUNCATE affected; INSERT INTO affected WITH RECURSIVE up AS (SELECT unnest(ARRAY"
            + changed
            + ") AS id UNION SELECT line.product FROM line JOIN up ON line.part = up.id)"
            + " SELECT id FROM up; ANALYZE affected");
    for (int level = 0; level < SeededProducts.LEVELS; level++) {
      database.run(
          "UPDATE total SET pre = s.pre, main = s.main, uptake = s.uptake FROM ("
              + sumsOf(level, " JOIN affected ON affected.id = own.product")
              + ") s WHERE total.id = s.product");
    }
  }

  void putOwn(int product, long[] amounts) throws SQLException {
    database.run(
        "UPDATE own SET pre = "
            + units(amounts[0])
            + ", main = "
            + units(amounts[1])
            + " WHERE product = "
            + product);
  }

  private static BigInteger units(long micrograms) {
    return BigInteger.valueOf(micrograms).multiply(UNITS_OF_A_MICROGRAM);
  }

  private String sumsOf(int level, String only) {
    StringBuilder sums = new StringBuilder("SELECT own.product");
    StringBuilder columns = new StringBuilder();
    for (String column : COLUMNS) {
      String t = "total." + column;
      String doubled = "2 * " + t + " * line.n + line.d";
      String q = "div(" + doubled + ", 2 * line.d)";
      sums.append(", own.").append(column).append(" + sum(").append(q);
      sums.append(" - CASE WHEN mod(").append(doubled).append(", 2 * line.d) = 0 AND mod(");
      sums.append(q).append(", 2) = 1 THEN 1 ELSE 0 END) AS ").append(column);
      columns.append(", own.").append(column);
    }
    return sums.append(" FROM own")
        .append(only)
        .append(" JOIN line ON line.product = own.product JOIN total ON total.id = line.part")
        .append(" WHERE own.product >= ")
        .append(products.firstOf(level))
        .append(" AND own.product < ")
        .append(products.firstOf(level + 1))
        .append(" GROUP BY own.product")
        .append(columns)
        .toString();
  }

  /**
   * One product by the query that comes to mind first: down all paths, multiplying on the way. Each
   * path is walked for itself, so it is asked of few and low products only.
   */
  String recursively(int product) throws SQLException {
    try (Statement statement = database.plain().createStatement();
        ResultSet row =
            statement.executeQuery(
                "WITH RECURSIVE down AS (SELECT "
                    + product
                    + " AS id, 1::numeric AS factor UNION ALL SELECT line.part, down.factor * line.n"
                    + " / line.d FROM down JOIN line ON line.product = down.id) SELECT"
                    + " round(sum(factor * coalesce(own.main, total.main)) / 1e18, 9) FROM down"
                    + " LEFT JOIN own ON own.product = down.id LEFT JOIN total ON total.id ="
                    + " down.id AND down.id >= "
                    + products.products())) {
      row.next();
      return row.getString(1);
    }
  }

  void read(Row into) throws SQLException {
    database.plain().setAutoCommit(false);
    try (Statement statement = database.plain().createStatement()) {
      statement.setFetchSize(BATCH);
      try (ResultSet row =
          statement.executeQuery("SELECT * FROM total WHERE id < " + products.products())) {
        while (row.next()) {
          into.read(
              row.getInt(1),
              row.getBigDecimal(2).toBigIntegerExact(),
              row.getBigDecimal(3).toBigIntegerExact(),
              row.getBigDecimal(4).toBigIntegerExact());
        }
      }
    } finally {
      database.plain().rollback();
      database.plain().setAutoCommit(true);
    }
  }

  long bytes() throws SQLException {
    return database.number(
        "SELECT pg_total_relation_size('own') + pg_total_relation_size('line')"
            + " + pg_total_relation_size('total')");
  }

  long count(String what) throws SQLException {
    return database.number("SELECT count(*) FROM " + what);
  }
}
