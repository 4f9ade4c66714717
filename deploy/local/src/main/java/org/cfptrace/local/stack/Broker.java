package org.cfptrace.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * The Kafka broker (KRaft, one node) as a process of its own: mutual TLS on every listener, the
 * controller's included, access lists on, deny by default.
 */
public final class Broker implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(90);

  private final BrokerSettings settings;
  private final ChildProcess process;

  private Broker(BrokerSettings settings, ChildProcess process) {
    this.settings = settings;
    this.process = process;
  }

  /** Begins to start; {@link #awaitReady} tells when it serves. */
  static Broker begin(
      DataDirectory data, Path agent, KeyFile keys, KeyFile trust, int clientPort, int controller) {
    Path home = data.subdirectory("broker");
    BrokerSettings settings =
        new BrokerSettings(clientPort, controller, home.resolve("data"), keys, trust);
    Path file = home.resolve("server.properties");
    write(settings.asProperties(), file);
    List<String> command = new ArrayList<>(JavaCommand.lean(agent, 256));
    command.addAll(List.of("-cp", JavaCommand.ownClassPath()));
    command.addAll(List.of(BrokerMain.class.getName(), file.toString()));
    Broker broker =
        new Broker(
            settings, new ChildProcess("broker", command, Map.of(), home, data.log("broker")));
    broker.process.start();
    return broker;
  }

  private static void write(Properties settings, Path file) {
    try {
      Files.deleteIfExists(file);
      Secrets.createPrivate(file);
      try (Writer writer = Files.newBufferedWriter(file, UTF_8)) {
        settings.store(writer, "written at every start; it holds the broker's key password");
      }
    } catch (IOException e) {
      throw new StackFailure("cannot write " + file, e);
    }
  }

  /** Returns when the broker answers its own certificate. */
  public void awaitReady() {
    Instant end = Instant.now().plus(START);
    while (Instant.now().isBefore(end)) {
      process.failIfEnded();
      if (answers()) {
        return;
      }
    }
    throw new StackFailure(
        "the broker was not ready after "
            + START.toSeconds()
            + " s; its log: "
            + process.log()
            + process.endOfLog());
  }

  private boolean answers() {
    Properties client = superUser();
    client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "1500");
    client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "2000");
    client.put(AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, "100");
    try (Admin admin = Admin.create(client)) {
      return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted while the broker was starting", e);
    }
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + settings.clientPort();
  }

  public int controllerPort() {
    return settings.controllerPort();
  }

  /** Settings of a client that acts with the broker's own certificate, which may do everything. */
  public Properties superUser() {
    return settings.keys().kafkaClient(bootstrapServers(), settings.trust());
  }

  /** The certificates that clients of this platform trust. */
  public KeyFile trust() {
    return settings.trust();
  }

  /** Where the broker keeps every byte it was sent. */
  public Path disk() {
    return settings.directory();
  }

  public Path log() {
    return process.log();
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** {@code kill -9}. */
  public void kill() {
    process.kill();
  }

  /** Starts again on the same disk and ports, and waits until it serves. */
  public void start() {
    process.start();
    awaitReady();
  }

  @Override
  public void close() {
    process.close();
  }
}
