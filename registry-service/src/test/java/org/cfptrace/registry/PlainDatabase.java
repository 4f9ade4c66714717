package org.cfptrace.registry;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.cfptrace.service.database.Transactions;
import org.flywaydb.core.Flyway;

/**
 * The registry's tables in a PostgreSQL of their own, with transactions but without a container:
 * for tests that look at the log's writers alone.
 */
final class PlainDatabase implements DataSource, Transactions, AutoCloseable {
  private static final ThreadLocal<Connection> CURRENT = new ThreadLocal<>();

  private final EmbeddedPostgres postgres;
  private final DataSource connections;

  private PlainDatabase(EmbeddedPostgres postgres) {
    this.postgres = postgres;
    this.connections = postgres.getPostgresDatabase();
  }

  static PlainDatabase start() {
    try {
      var postgres =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "off")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .start();
      Flyway.configure()
          .dataSource(postgres.getPostgresDatabase())
          .locations("classpath:db/migration")
          .load()
          .migrate();
      return new PlainDatabase(postgres);
    } catch (IOException e) {
      throw new IllegalStateException("no database for the test", e);
    }
  }

  @Override
  public <T> T inOne(Supplier<T> work) {
    return CURRENT.get() == null ? inNew(work) : work.get();
  }

  @Override
  public <T> T inNew(Supplier<T> work) {
    var outer = CURRENT.get();
    try (var connection = connections.getConnection()) {
      connection.setAutoCommit(false);
      CURRENT.set(connection);
      try {
        T result = work.get();
        connection.commit();
        return result;
      } catch (RuntimeException | Error e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the transaction failed", e);
    } finally {
      CURRENT.set(outer);
    }
  }

  @Override
  public void atEnd(Consumer<Boolean> call) {
    throw new UnsupportedOperationException("not needed here");
  }

  /** The connection of the transaction under way, which closing does not end. */
  @Override
  public Connection getConnection() throws SQLException {
    var connection = CURRENT.get();
    return connection == null ? connections.getConnection() : kept(connection);
  }

  private static Connection kept(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            PlainDatabase.class.getClassLoader(),
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
  public Connection getConnection(String username, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() {
    return new PrintWriter(java.io.Writer.nullWriter());
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
    return connections.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return connections.isWrapperFor(type);
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new IllegalStateException("the database does not stop", e);
    }
  }
}
