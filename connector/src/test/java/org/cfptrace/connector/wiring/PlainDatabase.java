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
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final DataSource pool;

  @SuppressWarnings("ThreadLocalUsage") // one for each database: a thread may work in two of them
  private final ThreadLocal<Work> running = new ThreadLocal<>();

  private PlainDatabase(DataSource pool) {
    this.pool = pool;
  }

  /**
   * A new, empty database with the tables of the connector. Of many the oldest go: their tests are
   * over, and each is nine megabytes in three hundred files that somebody has to take away.
   */
  public static PlainDatabase create() {
    String name = "company_" + NUMBER.incrementAndGet();
    try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "create database " + name + " template " + Server.TEMPLATE + " strategy file_copy");
      for (String old : Server.tooMany(name)) {
        statement.execute("drop database " + old + " with (force)");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create a database", e);
    }
    return new PlainDatabase(Server.POSTGRES.getDatabase("postgres", name));
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
    Optional<Connection> idle = Idle.take(this);
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
                Idle.putBack(this, connection);
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

  /** Connections nobody uses, of all databases; the server takes a hundred at most. */
  private static final class Idle {
    private static final int MOST = 24;
    private static final Deque<Idle> ALL = new ArrayDeque<>();

    private final PlainDatabase database;
    private final Connection connection;

    private Idle(PlainDatabase database, Connection connection) {
      this.database = database;
      this.connection = connection;
    }

    static synchronized Optional<Connection> take(PlainDatabase database) {
      Optional<Idle> found = ALL.stream().filter(idle -> idle.database == database).findFirst();
      found.ifPresent(ALL::remove);
      return found.map(idle -> idle.connection);
    }

    static synchronized void putBack(PlainDatabase database, Connection connection)
        throws SQLException {
      ALL.addLast(new Idle(database, connection));
      if (ALL.size() > MOST) {
        ALL.removeFirst().connection.close();
      }
    }
  }

  private record Work(Connection connection, List<Consumer<Boolean>> atEnd) {}

  private static final class Server {
    private static final int MOST = 120;
    // To make a database is to make three hundred files: seven times as fast in memory.
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM = 6L << 30;
    private static final Deque<String> DATABASES = new ArrayDeque<>();
    static final EmbeddedPostgres POSTGRES = start();
    static final String TEMPLATE = template();

    /** Notes a new one; half of them, the oldest, when that makes too many. */
    static synchronized List<String> tooMany(String name) {
      DATABASES.addLast(name);
      List<String> old = new ArrayList<>();
      if (DATABASES.size() > MOST) {
        while (DATABASES.size() > MOST / 2) {
          old.add(DATABASES.removeFirst());
        }
      }
      return old;
    }

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres.Builder builder =
            EmbeddedPostgres.builder().setServerConfig("fsync", "off");
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
      try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("create database company");
      } catch (SQLException e) {
        throw new IllegalStateException("cannot create a database", e);
      }
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
