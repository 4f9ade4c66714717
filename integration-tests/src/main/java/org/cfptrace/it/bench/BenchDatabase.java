package org.cfptrace.it.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.cfptrace.local.stack.Postgres;
import org.cfptrace.service.database.Transactions;

/**
 * The registry's tables on one connection, for a benchmark of one thread: what the service itself
 * runs, without a container around it.
 */
final class BenchDatabase implements DataSource, Transactions, AutoCloseable {
  private static final List<String> MIGRATIONS =
      List.of("/db/migration/V1__who_is_who.sql", "/db/migration/V2__the_log.sql");

  private final Connection connection;
  private boolean inTransaction;

  private BenchDatabase(Connection connection) {
    this.connection = connection;
  }

  /** Opens an empty database and makes the registry's tables in it. */
  static BenchDatabase open(Postgres.Database database) throws SQLException {
    BenchDatabase opened =
        new BenchDatabase(
            DriverManager.getConnection(
                database.jdbcUrl(), database.username(), database.password()));
    for (String migration : MIGRATIONS) {
      opened.run(script(migration));
    }
    return opened;
  }

  private static String script(String name) {
    try (var in =
        Optional.ofNullable(BenchDatabase.class.getResourceAsStream(name)).orElseThrow()) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read", e);
    }
  }

  void run(String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(script);
    }
  }

  long number(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The connection itself. */
  Connection plain() {
    return connection;
  }

  @Override
  public <T> T inOne(Supplier<T> work) {
    return inTransaction ? work.get() : inNew(work);
  }

  @Override
  public <T> T inNew(Supplier<T> work) {
    if (inTransaction) {
      throw new IllegalStateException("one thing at a time");
    }
    try {
      connection.setAutoCommit(false);
      inTransaction = true;
      T result = work.get();
      connection.commit();
      return result;
    } catch (SQLException e) {
      throw new IllegalStateException("the transaction failed", e);
    } finally {
      inTransaction = false;
      endTransaction();
    }
  }

  private void endTransaction() {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new IllegalStateException("the transaction does not end", e);
    }
  }

  @Override
  public void atEnd(Consumer<Boolean> call) {
    throw new UnsupportedOperationException("not needed here");
  }

  /** The one connection, which closing does not end. */
  @Override
  public Connection getConnection() {
    return (Connection)
        Proxy.newProxyInstance(
            BenchDatabase.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public Connection getConnection(String username, String password) {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() {
    return new PrintWriter(Writer.nullWriter());
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    throw new UnsupportedOperationException("nothing is written");
  }

  @Override
  public void setLoginTimeout(int seconds) {
    throw new UnsupportedOperationException("nobody waits");
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("none");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return connection.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return connection.isWrapperFor(type);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
