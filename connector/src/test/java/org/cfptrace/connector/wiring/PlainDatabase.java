package org.cfptrace.connector.wiring;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.cfptrace.service.database.Sql;
import org.cfptrace.service.database.Transactions;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * A database of one company on a real PostgreSQL, without a container: several fit into one test,
 * so that companies can talk to each other in one JVM.
 */
public final class PlainDatabase implements Transactions {
  private final String name;
  private final DataSource pool;

  @SuppressWarnings("ThreadLocalUsage") // one for each database: a thread may work in two of them
  private final ThreadLocal<Work> running = new ThreadLocal<>();

  private PlainDatabase(String name) {
    this.name = name;
    this.pool = Server.POSTGRES.getDatabase("postgres", name);
  }

  /** An empty database with the tables of the connector. */
  public static PlainDatabase create() {
    return new PlainDatabase(Server.emptyDatabase());
  }

  /** SQL that takes part in the transaction under way. */
  public Sql sql() {
    return new Sql(dataSource());
  }

  /** A data source that takes part in the transaction under way. */
  public DataSource dataSource() {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getConnection") && arguments == null) {
                Work work = running.get();
                return work == null ? comingBack(take()) : stayingOpen(work.connection());
              }
              return invoke(pool, method, arguments);
            });
  }

  @Override
  public <T> T inOne(Supplier<T> work) {
    return running.get() == null ? inNew(work) : work.get();
  }

  @Override
  public <T> T inNew(Supplier<T> work) {
    Work before = running.get();
    List<Consumer<Boolean>> atEnd = new ArrayList<>();
    boolean committed = false;
    try (Connection connection = comingBack(take())) {
      connection.setAutoCommit(false);
      Work now = new Work(connection, atEnd);
      running.set(now);
      T result = run(work, connection);
      committed = true;
      return result;
    } catch (SQLException e) {
      throw new IllegalStateException("the transaction does not end well", e);
    } finally {
      restore(before);
      for (Consumer<Boolean> call : atEnd) {
        call.accept(committed);
      }
    }
  }

  @Override
  public void atEnd(Consumer<Boolean> call) {
    running.get().atEnd().add(call);
  }

  private Connection take() throws SQLException {
    Optional<Connection> idle = Idle.take(name);
    return idle.isPresent() ? idle.get() : pool.getConnection();
  }

  /** A connection that is used again after it was closed; making one takes longer than a query. */
  private Connection comingBack(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                connection.setAutoCommit(true);
                Idle.putBack(name, connection);
                return null;
              }
              return invoke(connection, method, arguments);
            });
  }

  private static <T> T run(Supplier<T> work, Connection connection) throws SQLException {
    boolean done = false;
    try {
      T result = work.get();
      connection.commit();
      done = true;
      return result;
    } finally {
      if (!done) {
        connection.rollback();
      }
    }
  }

  private void restore(@Nullable Work before) {
    if (before == null) {
      running.remove();
    } else {
      running.set(before);
    }
  }

  private static Connection stayingOpen(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) ->
                method.getName().equals("close") ? null : invoke(connection, method, arguments));
  }

  private static @Nullable Object invoke(
      Object target, java.lang.reflect.Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  /** Connections nobody uses, of all databases; the server takes more than these. */
  private static final class Idle {
    private static final int MOST = 150;
    private static final Deque<Idle> ALL = new ArrayDeque<>();

    private final String database;
    private final Connection connection;

    private Idle(String database, Connection connection) {
      this.database = database;
      this.connection = connection;
    }

    static synchronized Optional<Connection> take(String database) {
      Optional<Idle> found =
          ALL.stream().filter(idle -> idle.database.equals(database)).findFirst();
      found.ifPresent(ALL::remove);
      return found.map(idle -> idle.connection);
    }

    static synchronized void putBack(String database, Connection connection) throws SQLException {
      ALL.addLast(new Idle(database, connection));
      if (ALL.size() > MOST) {
        ALL.removeFirst().connection.close();
      }
    }
  }

  private record Work(Connection connection, List<Consumer<Boolean>> atEnd) {}

  private static final class Server {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    // To make a database is to make three hundred files: seven times as fast in memory.
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM = 6L << 30;

    /** So many tests' databases are never in use at once. */
    private static final int MOST = 80;

    private static final Deque<String> DATABASES = new ArrayDeque<>();
    static final EmbeddedPostgres POSTGRES = start();
    private static final String TEMPLATE = template();
    private static final String EMPTY_ALL = emptyAll();

    /**
     * A new one, or of many the oldest, whose test is over: emptied in a moment, and its
     * connections have read the catalogue already, which takes longer than most tests.
     */
    static synchronized String emptyDatabase() {
      if (DATABASES.size() < MOST) {
        return created();
      }
      String oldest = DATABASES.removeFirst();
      try {
        empty(oldest);
        DATABASES.addLast(oldest);
        return oldest;
      } catch (SQLException itsTestTookATableAway) {
        execute("drop database " + oldest + " with (force)");
        return created();
      }
    }

    private static void empty(String database) throws SQLException {
      Optional<Connection> idle = Idle.take(database);
      Connection connection =
          idle.isPresent()
              ? idle.get()
              : POSTGRES.getDatabase("postgres", database).getConnection();
      try (var statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        statement.execute(EMPTY_ALL);
        connection.commit();
        connection.setAutoCommit(true);
      }
      Idle.putBack(database, connection);
    }

    private static String created() {
      String name = "company_" + NUMBER.incrementAndGet();
      execute("create database " + name + " template " + TEMPLATE + " strategy file_copy");
      DATABASES.addLast(name);
      return name;
    }

    private static void execute(String sql) {
      try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException("the server of the tests refuses: " + sql, e);
      }
    }

    /** Takes all rows away, whatever refers to them or guards them, and counts from one again. */
    private static String emptyAll() {
      Sql sql = new Sql(POSTGRES.getDatabase("postgres", TEMPLATE));
      String tables =
          String.join(
              ";",
              sql.list(
                  "select format('delete from %I', relname) as said from pg_stat_user_tables"
                      + " where relname <> 'flyway_schema_history'",
                  row -> row.text("said")));
      String sequences =
          String.join(
              ";",
              sql.list(
                  "select format('select setval(%L, %s, false)', sequencename, start_value) as said"
                      + " from pg_sequences where schemaname = 'public'",
                  row -> row.text("said")));
      return "set local session_replication_role = replica;" + tables + ";" + sequences;
    }

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres.Builder builder =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "200");
        if (hasRoomInMemory()) {
          builder.setDataDirectory(Files.createTempDirectory(MEMORY, "cfptrace-test"));
        }
        EmbeddedPostgres postgres = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres)));
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL does not start", e);
      }
    }

    private static boolean hasRoomInMemory() throws IOException {
      return Files.isDirectory(MEMORY)
          && Files.isWritable(MEMORY)
          && Files.getFileStore(MEMORY).getUsableSpace() > ROOM;
    }

    private static String template() {
      execute("create database company");
      Flyway.configure()
          .dataSource(POSTGRES.getDatabase("postgres", "company"))
          .locations("classpath:db/migration", "classpath:db/exchange")
          .load()
          .migrate();
      return "company";
    }

    private static void stop(EmbeddedPostgres postgres) {
      try {
        postgres.close();
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL does not stop", e);
      }
    }
  }
}
