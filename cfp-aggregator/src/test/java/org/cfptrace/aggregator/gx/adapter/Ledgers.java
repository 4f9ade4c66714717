package org.cfptrace.aggregator.gx.adapter;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.cfptrace.aggregator.gx.KeepLedger;
import org.cfptrace.aggregator.gx.LedgerEntries;
import org.cfptrace.aggregator.gx.Mill;
import org.cfptrace.aggregator.gx.OpenPool;
import org.cfptrace.aggregator.gx.ReductionPools;
import org.cfptrace.service.database.Sql;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** One company's ledgers in a real PostgreSQL, each thread with a transaction of its own. */
final class Ledgers {
  private final DataSource database;

  @SuppressWarnings("ThreadLocalUsage") // one for each company: a thread may work for two of them
  private final ThreadLocal<Connection> running = new ThreadLocal<>();

  private Ledgers(DataSource database) {
    this.database = database;
  }

  /** A server with the aggregator's tables, owned by an ordinary role as in production. */
  static EmbeddedPostgres server() throws IOException {
    EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    Sql admin = new Sql(postgres.getPostgresDatabase());
    admin.update("create role aggregator login");
    admin.update("create database aggregator owner aggregator");
    Flyway.configure()
        .dataSource(connections(postgres, "nobody"))
        .locations("db/migration", "db/exchange")
        .load()
        .migrate();
    return postgres;
  }

  static Ledgers of(EmbeddedPostgres postgres, String tenant) {
    return new Ledgers(connections(postgres, tenant));
  }

  OpenPool opening() {
    return new OpenPool(pools());
  }

  KeepLedger keeping() {
    return new KeepLedger(pools(), entries(), Clock.fixed(Mill.NOW, ZoneOffset.UTC));
  }

  ReductionPools pools() {
    return new SqlReductionPools(joining());
  }

  LedgerEntries entries() {
    return new SqlLedgerEntries(joining());
  }

  Sql sql() {
    return new Sql(joining());
  }

  /** Everything inside, or nothing of it, in the transaction under way or a new one. */
  <T> T inOne(Supplier<T> work) {
    return running.get() == null ? inNew(work) : work.get();
  }

  private <T> T inNew(Supplier<T> work) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      running.set(connection);
      boolean isDone = false;
      try {
        T result = work.get();
        connection.commit();
        isDone = true;
        return result;
      } finally {
        if (!isDone) {
          connection.rollback();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the transaction does not end well", e);
    } finally {
      running.remove();
    }
  }

  /** Takes part in the transaction of the thread that asks. */
  private DataSource joining() {
    return proxy(
        DataSource.class,
        (method, arguments) ->
            method.getName().equals("getConnection") && running.get() != null
                ? stayingOpen(running.get())
                : invoke(database, method, arguments));
  }

  private static Connection stayingOpen(Connection connection) {
    return proxy(
        Connection.class,
        (method, arguments) ->
            method.getName().equals("close") ? null : invoke(connection, method, arguments));
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> call.answer(method, arguments)));
  }

  @FunctionalInterface
  private interface Call {
    @Nullable Object answer(Method method, Object @Nullable [] arguments) throws Throwable;
  }

  private static @Nullable Object invoke(
      Object target, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Connections that are used again: making one takes longer than most transactions. */
  private static DataSource connections(EmbeddedPostgres postgres, String tenant) {
    try {
      return AgroalDataSource.from(
          new AgroalDataSourceConfigurationSupplier()
              .connectionPoolConfiguration(
                  pool ->
                      pool.maxSize(40)
                          .connectionFactoryConfiguration(
                              connection ->
                                  connection
                                      .jdbcUrl(postgres.getJdbcUrl("aggregator", "aggregator"))
                                      .jdbcProperty("options", "-c cfptrace.tenant=" + tenant))));
    } catch (SQLException e) {
      throw new IllegalStateException("no connections for the test", e);
    }
  }
}
