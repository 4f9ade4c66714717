package org.cfptrace.registry;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.cfptrace.service.database.Transactions;
import org.flywaydb.core.Flyway;

/**
 * The registry's tables in a database of their own, with transactions but without a container: for
 * tests that look at the log's writers alone.
 */
final class PlainDatabase implements DataSource, Transactions, AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final ThreadLocal<Connection> CURRENT = new ThreadLocal<>();

  private final String name;
  private final AgroalDataSource connections;

  private PlainDatabase(String name) {
    this.name = name;
    this.connections = Server.pool(name);
  }

  /** A new, empty database with the tables of the registry. */
  static PlainDatabase start() {
    String name = "registry_" + NUMBER.incrementAndGet();
    Server.execute("create database " + name + " template " + Server.TEMPLATE);
    return new PlainDatabase(name);
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
    connections.close();
    Server.execute("drop database " + name + " with (force)");
  }

  /** One for all tests of this JVM: to start one takes longer than most of them. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();
    static final String TEMPLATE = template();

    static void execute(String sql) {
      try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException("the server of the tests refuses: " + sql, e);
      }
    }

    /** Connections that are used again: making one takes longer than a turn of the writer. */
    static AgroalDataSource pool(String database) {
      try {
        return AgroalDataSource.from(
            new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(
                    pool ->
                        pool.maxSize(20)
                            .connectionFactoryConfiguration(
                                connection ->
                                    connection.jdbcUrl(
                                        POSTGRES.getJdbcUrl("postgres", database)))));
      } catch (SQLException e) {
        throw new IllegalStateException("no connections for the test", e);
      }
    }

    private static EmbeddedPostgres start() {
      try {
        var postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres)));
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException("no database for the tests", e);
      }
    }

    private static String template() {
      execute("create database registry");
      Flyway.configure()
          .dataSource(POSTGRES.getDatabase("postgres", "registry"))
          .locations("classpath:db/migration")
          .load()
          .migrate();
      return "registry";
    }

    private static void stop(EmbeddedPostgres postgres) {
      try {
        postgres.close();
      } catch (IOException e) {
        throw new UncheckedIOException("the database does not stop", e);
      }
    }
  }
}
