package org.cfptrace.aggregator.tenant.adapter;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.quarkus.security.identity.SecurityIdentity;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.cfptrace.service.database.Sql;
import org.cfptrace.service.database.Transactions;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * The aggregator's tables in a real PostgreSQL, owned by an ordinary role as in production. A
 * transaction may be begun within another one, which waits meanwhile.
 */
public final class RealTables implements Transactions, AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String name;
  private final AgroalDataSource connections;

  @SuppressWarnings("ThreadLocalUsage") // one for each server: a test has one
  private final ThreadLocal<Deque<Running>> running = ThreadLocal.withInitial(ArrayDeque::new);

  private RealTables(String name) {
    this.name = name;
    this.connections = Server.pool(name);
  }

  private record Running(Connection connection, List<Consumer<Boolean>> atEnd) {}

  /** A database with all tables up to a version, or all there are. */
  public static RealTables upTo(String version) {
    String name = "aggregator_" + NUMBER.incrementAndGet();
    Server.ADMIN.update("create database " + name + " owner aggregator");
    RealTables tables = new RealTables(name);
    tables.migrate(version);
    return tables;
  }

  /** Brings the tables further. */
  public void migrate(String version) {
    Flyway.configure()
        .dataSource(connections)
        .locations("db/migration", "db/exchange")
        .target(version)
        .load()
        .migrate();
  }

  /** Work for a company, in these transactions. */
  public Tenancy tenancy() {
    EntityManager nothingToFlush = proxy(EntityManager.class, (method, arguments) -> null);
    return new Tenancy(this, database(), nothingToFlush, identity(), "participant");
  }

  private static SecurityIdentity identity() {
    return proxy(
        SecurityIdentity.class,
        (method, arguments) -> {
          throw new UnsupportedOperationException("nobody is signed in");
        });
  }

  /** Takes part in the transaction of the thread that asks. */
  public DataSource database() {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          Running now = running.get().peek();
          return method.getName().equals("getConnection") && now != null
              ? stayingOpen(now.connection())
              : invoke(connections, method, arguments);
        });
  }

  @Override
  public <T> T inOne(Supplier<T> work) {
    return running.get().isEmpty() ? inNew(work) : work.get();
  }

  @Override
  public <T> T inNew(Supplier<T> work) {
    boolean isKept = false;
    Running now = new Running(connection(), new ArrayList<>());
    running.get().push(now);
    try {
      T result = work.get();
      now.connection().commit();
      isKept = true;
      return result;
    } catch (SQLException e) {
      throw new IllegalStateException("the transaction does not end well", e);
    } finally {
      running.get().pop();
      giveBack(now.connection(), isKept);
      for (Consumer<Boolean> call : now.atEnd()) {
        call.accept(isKept);
      }
    }
  }

  @Override
  public void atEnd(Consumer<Boolean> call) {
    running.get().element().atEnd().add(call);
  }

  @Override
  public void close() {
    connections.close();
    Server.ADMIN.update("drop database " + name + " with (force)");
  }

  private Connection connection() {
    try {
      Connection connection = connections.getConnection();
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      throw new IllegalStateException("no connection", e);
    }
  }

  /** What is not committed is rolled back. */
  private static void giveBack(Connection connection, boolean isCommitted) {
    try (connection) {
      if (!isCommitted) {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the connection does not close", e);
    }
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

  /** One for all tests of this JVM: to start one takes longer than most of them. */
  private static final class Server {
    private static final EmbeddedPostgres POSTGRES = start();
    static final Sql ADMIN = new Sql(POSTGRES.getPostgresDatabase());

    static {
      ADMIN.update("create role aggregator login");
    }

    /** Connections that are used again: making one takes longer than most transactions. */
    static AgroalDataSource pool(String database) {
      try {
        return AgroalDataSource.from(
            new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(
                    pool ->
                        pool.maxSize(30)
                            .exceptionSorter(new PostgreSQLExceptionSorter())
                            .connectionFactoryConfiguration(
                                connection ->
                                    connection.jdbcUrl(
                                        POSTGRES.getJdbcUrl("aggregator", database)))));
      } catch (SQLException e) {
        throw new IllegalStateException("no connections for the test", e);
      }
    }

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres)));
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException("no database for the tests", e);
      }
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
