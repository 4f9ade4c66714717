package org.cfptrace.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.cfptrace.keys.Sha256;
import org.cfptrace.log.NoteSigner;
import org.cfptrace.log.VerifierKey;
import org.cfptrace.log.Witness;

/**
 * Those who in real life are other organisations and speak for the public log: two witnesses and a
 * time-stamp authority, each behind a door of one small HTTP server. They keep their keys and what
 * they saw in the data directory, so that they are as strict after a restart.
 */
public final class Outsiders implements AutoCloseable {
  private static final List<String> WITNESSES = List.of("witness-1.example", "witness-2.example");
  private static final String STAMPS = "/timestamps";
  private static final int MOST_BYTES = 64 * 1024;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(Outsiders::thread);
  private final List<Witness> witnesses;
  private final TimestampServer stamps;

  private Outsiders(HttpServer server, List<Witness> witnesses, TimestampServer stamps) {
    this.server = server;
    this.witnesses = witnesses;
    this.stamps = stamps;
  }

  /** Starts them for the log whose key this is. */
  static Outsiders start(DataDirectory data, Secrets secrets, VerifierKey log, int port) {
    Path directory = data.subdirectory("outsiders");
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      Outsiders outsiders =
          new Outsiders(
              server,
              WITNESSES.stream().map(name -> witness(name, directory, secrets, log)).toList(),
              TimestampServer.in(directory, secrets.of("timestamps")));
      outsiders.serve();
      return outsiders;
    } catch (IOException e) {
      throw new StackFailure("the log's witnesses cannot be started on port " + port, e);
    }
  }

  private static Witness witness(String name, Path directory, Secrets secrets, VerifierKey log) {
    byte[] secret = Sha256.of(secrets.of(name).getBytes(UTF_8));
    return new Witness(
        log.name(),
        log,
        NoteSigner.of(name, VerifierKey.Kind.COSIGNATURE, secret),
        new WitnessFile(directory.resolve(name + ".checkpoint")),
        Clock.systemUTC());
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "outsiders");
    thread.setDaemon(true);
    return thread;
  }

  private void serve() {
    server.setExecutor(threads);
    for (Witness witness : witnesses) {
      server.createContext(door(witness), exchange -> cosign(witness, exchange));
    }
    server.createContext(STAMPS, this::stamp);
    server.start();
  }

  private static String door(Witness witness) {
    return "/" + witness.verifier().name() + "/add-checkpoint";
  }

  private static void cosign(Witness witness, HttpExchange exchange) throws IOException {
    try (exchange) {
      Witness.Answer answer = witness.addCheckpoint(new String(body(exchange), UTF_8));
      send(exchange, answer.status(), "text/plain; charset=utf-8", answer.body().getBytes(UTF_8));
    }
  }

  private void stamp(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, 200, "application/timestamp-reply", stamps.answer(body(exchange)));
    }
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    return exchange.getRequestBody().readNBytes(MOST_BYTES);
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  /** What the registry is told of them: all witnesses must sign, a checkpoint comes each second. */
  Map<String, String> registrySettings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(
        "CFPTRACE_LOG_WITNESS_URLS",
        witnesses.stream().map(witness -> address(door(witness))).collect(Collectors.joining(",")));
    settings.put(
        "CFPTRACE_LOG_WITNESS_KEYS",
        witnesses.stream()
            .map(witness -> witness.verifier().line())
            .collect(Collectors.joining(",")));
    settings.put("CFPTRACE_LOG_QUORUM", Integer.toString(witnesses.size()));
    settings.put("CFPTRACE_LOG_TIMESTAMP_URL", address(STAMPS));
    settings.put("CFPTRACE_LOG_TIMESTAMP_CERTIFICATE", stamps.certificate().base64());
    settings.put("CFPTRACE_LOG_TIMESTAMP_EVERY", "PT2S");
    settings.put("CFPTRACE_LOG_CHECKPOINT_EVERY", "PT1S");
    settings.put("CFPTRACE_LOG_LIST_EVERY", "PT1S");
    // After a kill -9 the registry that starts anew goes on soon.
    settings.put("CFPTRACE_LOG_LEASE", "PT5S");
    return settings;
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
