package org.cfptrace.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.cfptrace.keys.Randomness;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.log.NoteSigner;
import org.cfptrace.log.TestStamps;
import org.cfptrace.log.VerifierKey;
import org.cfptrace.log.Witness;

/** Those outside who speak for the log: two witnesses and a time-stamp authority, over HTTP. */
final class TestOutsiders {
  private final HttpServer server;
  private final List<Witness> witnesses;
  private final TestStamps stamps = TestStamps.authority(Instant.now());

  TestOutsiders(VerifierKey log) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool(TestOutsiders::thread));
    witnesses = List.of(witness(log, "first.example"), witness(log, "second.example"));
    for (int i = 0; i < witnesses.size(); i++) {
      Witness witness = witnesses.get(i);
      server.createContext("/" + i, exchange -> cosign(witness, exchange));
    }
    server.createContext("/stamps", this::stamp);
    server.start();
  }

  private static Witness witness(VerifierKey log, String name) {
    return new Witness(
        log.name(),
        log,
        NoteSigner.fresh(name, VerifierKey.Kind.COSIGNATURE, Randomness.secure()),
        new InMemory(),
        Clock.systemUTC());
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "outsider");
    thread.setDaemon(true);
    return thread;
  }

  Map<String, String> settings() {
    return Map.of(
        "cfptrace.log.witness-urls",
            address("/0/add-checkpoint") + "," + address("/1/add-checkpoint"),
        "cfptrace.log.witness-keys",
            witnesses.stream()
                .map(witness -> witness.verifier().line())
                .collect(Collectors.joining(",")),
        "cfptrace.log.quorum", "2",
        "cfptrace.log.timestamp-url", address("/stamps"),
        "cfptrace.log.timestamp-certificate", stamps.certificate().base64());
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private static void cosign(Witness witness, HttpExchange exchange) throws IOException {
    var answer = witness.addCheckpoint(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    send(exchange, answer.status(), answer.body().getBytes(UTF_8));
  }

  private void stamp(HttpExchange exchange) throws IOException {
    send(exchange, 200, stamps.answer(exchange.getRequestBody().readAllBytes(), Instant.now()));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  void stop() {
    server.stop(0);
  }

  /** Remembers as long as the test runs. */
  private static final class InMemory implements Witness.Memory {
    private Optional<Checkpoint> last = Optional.empty();

    @Override
    public Optional<Checkpoint> last() {
      return last;
    }

    @Override
    public void remember(Checkpoint checkpoint) {
      last = Optional.of(checkpoint);
    }
  }
}
