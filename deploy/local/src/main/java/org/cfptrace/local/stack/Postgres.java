package org.cfptrace.local.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL from a jar: no installation, as root and as an ordinary user. Every service gets a
 * database and a role of its own; passwords are checked and nobody else may connect to it.
 */
public final class Postgres implements AutoCloseable {

  private static final String SUPERUSER = "postgres";
  private static final String SUPERUSER_SECRET = "postgres.superuser";

  // As written after the first start; until then initdb's own "trust" rules only let us in.
  private static final String ACCESS_RULES =
      """
      # Every role proves itself with its password, over the loopback address only.
      local all all                scram-sha-256
      host  all all 127.0.0.1/32   scram-sha-256
      host  all all ::1/128        scram-sha-256
      """;

  private final Path home;
  private final Path log;
  private final Secrets secrets;
  private final int port;
  private @Nullable EmbeddedPostgres server;
  private @Nullable ChildProcess guard;

  private Postgres(DataDirectory data, Secrets secrets, int port) {
    this.home = data.subdirectory("postgres");
    this.log = data.log("postgres");
    this.secrets = secrets;
    this.port = port;
  }

  /** A database and the role that owns it. */
  public record Database(String name, String jdbcUrl, String username, String password) {}

  /** Starts on the data of {@code data}, or on none when it is the first time. */
  public static Postgres start(DataDirectory data, Secrets secrets, int port) {
    Postgres postgres = new Postgres(data, secrets, port);
    postgres.start();
    return postgres;
  }

  /** Starts (again) on the same data and port. */
  public synchronized void start() {
    stopOrphan();
    boolean first = !Files.exists(cluster().resolve("PG_VERSION"));
    // Before the server: whatever ends us from here on, it does not stay behind.
    guard = guard();
    try {
      server = launch();
      if (first) {
        demandPasswords();
      }
    } catch (IOException | SQLException | IllegalStateException | IllegalArgumentException e) {
      close();
      throw new StackFailure("PostgreSQL cannot be started; its log: " + log, e);
    }
  }

  private EmbeddedPostgres launch() throws IOException {
    ProcessBuilder.Redirect toLog = ProcessBuilder.Redirect.appendTo(log.toFile());
    return EmbeddedPostgres.builder()
        .setDataDirectory(cluster())
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
        .setPort(port)
        .setConnectConfig("password", secrets.of(SUPERUSER_SECRET))
        .setServerConfig("max_connections", "200")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        // The library is made for tests that forget; here what is committed must survive a kill.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setPGStartupWait(Duration.ofSeconds(60))
        .setOutputRedirector(toLog)
        .setErrorRedirector(toLog)
        .start();
  }

  private void demandPasswords() throws SQLException, IOException {
    execute("ALTER ROLE " + SUPERUSER + " PASSWORD '" + secrets.of(SUPERUSER_SECRET) + "'");
    Files.writeString(cluster().resolve("pg_hba.conf"), ACCESS_RULES, StandardCharsets.UTF_8);
    execute("SELECT pg_reload_conf()");
  }

  /** The database called {@code name}, made with its role where missing. */
  public Database database(String name) {
    if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
      throw new IllegalArgumentException("not a database name: " + name);
    }
    String password = secrets.of("postgres." + name);
    try {
      if (!exists("SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
        execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + password + "'");
      }
      if (!exists("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
        execute("CREATE DATABASE " + name + " OWNER " + name);
        execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
      }
    } catch (SQLException e) {
      throw new StackFailure("the database " + name + " cannot be made", e);
    }
    return new Database(name, "jdbc:postgresql://127.0.0.1:" + port + "/" + name, name, password);
  }

  public int port() {
    return port;
  }

  /** The files of the cluster, for whoever looks at what lies on the disk. */
  public Path cluster() {
    return home.resolve("cluster");
  }

  public Path log() {
    return log;
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = superuser().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private boolean exists(String sql) throws SQLException {
    try (Connection connection = superuser().getConnection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      return found.next();
    }
  }

  private DataSource superuser() {
    EmbeddedPostgres running = server;
    if (running == null) {
      throw new IllegalStateException("PostgreSQL does not run");
    }
    return running.getPostgresDatabase();
  }

  /** {@code kill -9} of the server, as when the machine takes the memory away. */
  public synchronized void kill() {
    postmaster().ifPresent(ProcessHandle::destroyForcibly);
    awaitEnd();
    closeGuard();
    release();
  }

  /** Stops in order: open transactions are rolled back, nothing committed is lost. */
  @Override
  public synchronized void close() {
    release();
    stopOrphan();
    closeGuard();
  }

  // The library gives its lock on the files free only together with an attempt to stop the server.
  private void release() {
    if (server != null) {
      try {
        server.close();
      } catch (IOException e) {
        throw new StackFailure("PostgreSQL cannot be let go", e);
      }
      server = null;
    }
  }

  private void closeGuard() {
    if (guard != null) {
      guard.kill();
      guard = null;
    }
  }

  /** A shell that waits for our end and then stops the server that would outlive us. */
  private ChildProcess guard() {
    String script =
        "cat >/dev/null; p=$(head -n 1 \"$1\" 2>/dev/null) && [ -n \"$p\" ] && kill -INT \"$p\"";
    ChildProcess shell =
        new ChildProcess(
            "postgres-guard",
            List.of("/bin/sh", "-c", script, "guard", postmasterFile().toString()),
            Map.of(),
            home,
            log);
    shell.start();
    return shell;
  }

  private void stopOrphan() {
    Optional<ProcessHandle> orphan = postmaster();
    if (orphan.isEmpty()) {
      return;
    }
    signal(orphan.get(), "-INT");
    if (!awaitEnd()) {
      signal(orphan.get(), "-QUIT");
      if (!awaitEnd()) {
        throw new StackFailure(
            "the PostgreSQL server with process id " + orphan.get().pid() + " does not stop");
      }
    }
  }

  private Path postmasterFile() {
    return cluster().resolve("postmaster.pid");
  }

  /** The server that uses our files now, started by us or left over from a launcher that died. */
  private Optional<ProcessHandle> postmaster() {
    try {
      List<String> lines = Files.readAllLines(postmasterFile());
      return lines.isEmpty()
          ? Optional.empty()
          : ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
              .filter(ProcessHandle::isAlive)
              .filter(Postgres::isPostgres);
    } catch (IOException | NumberFormatException none) {
      return Optional.empty();
    }
  }

  // The id in an old file may by now be some other program's: that one is not ours to stop.
  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(command -> command.endsWith("postgres")).orElse(false);
  }

  private boolean awaitEnd() {
    for (int tenths = 0; tenths < 100; tenths++) {
      if (postmaster().isEmpty()) {
        return true;
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }

  private static void signal(ProcessHandle process, String signal) {
    try {
      new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new StackFailure("cannot stop the PostgreSQL server " + process.pid(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
