package org.cfptrace.aggregator.tenant.adapter;

import io.quarkus.security.identity.SecurityIdentity;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.cfptrace.service.database.Sql;
import org.cfptrace.service.database.Transactions;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The aggregator's tables in a real PostgreSQL, owned by an ordinary role as in production. A
 * transaction may be begun within another one, which waits meanwhile.
 */
public final class RealTables implements Transactions, AutoCloseable {
  private final EmbeddedPostgres postgres;
  private final DataSource connections;

  @SuppressWarnings("ThreadLocalUsage") // one for each server: a test has one
  private final ThreadLocal<Deque<Running>> running = ThreadLocal.withInitial(ArrayDeque::new);

  private RealTables(EmbeddedPostgres postgres) {
    this.postgres = postgres;
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(postgres.getJdbcUrl("aggregator", "aggregator"));
    this.connections = source;
  }

  private record Running(Connection connection, List<Consumer<Boolean>> atEnd) {}

  /** A server with all tables up to a version, or all there are. */
  public static RealTables upTo(String version) throws IOException {
    EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    Sql admin = new Sql(postgres.getPostgresDatabase());
    admin.update("create role aggregator login");
    admin.update("create database aggregator owner aggregator");
    RealTables tables = new RealTables(postgres);
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
      close(now.connection());
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
  public void close() throws IOException {
    postgres.close();
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

  /** What is not committed is rolled back by it. */
  private static void close(Connection connection) {
    try {
      connection.close();
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
}
