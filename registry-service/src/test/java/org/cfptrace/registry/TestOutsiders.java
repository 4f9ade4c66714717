package org.cfptrace.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.cfptrace.keys.Randomness;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.log.NoteSigner;
import org.cfptrace.log.TestStamps;
import org.cfptrace.log.VerifierKey;
import org.cfptrace.log.Witness;
import org.cfptrace.registry.log.adapter.HttpTimestampAuthority;
import org.cfptrace.registry.log.adapter.HttpWitnesses;

/**
 * Those outside who speak for the log: two witnesses and a time-stamp authority, over HTTP. Each
 * answers properly until it is told otherwise.
 */
final class TestOutsiders {
  static final String FIRST_WITNESS = "/0";
  static final String SECOND_WITNESS = "/1";
  static final String STAMPS = "/stamps";

  /** What one of them does when it is asked. */
  enum Manner {
    ANSWERS,
    /** It ends the connection without a word. */
    HANGS_UP,
    /** It answers that all is well, and nothing else. */
    SAYS_NOTHING
  }

  private final HttpServer server;
  private final Map<String, Manner> manners = new ConcurrentHashMap<>();
  private final Map<String, List<Integer>> answers = new ConcurrentHashMap<>();
  private final List<Witness> witnesses;
  private final TestStamps stamps = TestStamps.authority(Instant.now());

  TestOutsiders(VerifierKey log) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool(TestOutsiders::thread));
    witnesses = List.of(witness(log, "first.example"), witness(log, "second.example"));
    for (int i = 0; i < witnesses.size(); i++) {
      Witness witness = witnesses.get(i);
      listen("/" + i, exchange -> cosign(witness, exchange));
    }
    listen(STAMPS, this::stamp);
    server.start();
  }

  private void listen(String path, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          switch (manners.getOrDefault(path, Manner.ANSWERS)) {
            case ANSWERS -> handler.handle(exchange);
            case HANGS_UP -> exchange.close();
            case SAYS_NOTHING -> send(exchange, 200, new byte[0]);
          }
        });
  }

  /** From now on, this one does that when it is asked. */
  void now(String who, Manner manner) {
    manners.put(who, manner);
  }

  /** The status of each answer of this one so far. */
  List<Integer> answersOf(String who) {
    return List.copyOf(answers.getOrDefault(who, List.of()));
  }

  /** The two witnesses as a log asks them that remembers nothing of them. */
  HttpWitnesses witnesses() {
    return new HttpWitnesses(
        Map.of(
            witnesses.get(0).verifier().name(), URI.create(address("/0/add-checkpoint")),
            witnesses.get(1).verifier().name(), URI.create(address("/1/add-checkpoint"))));
  }

  List<VerifierKey> witnessKeys() {
    return witnesses.stream().map(Witness::verifier).toList();
  }

  /** The authority as a log asks it. */
  HttpTimestampAuthority stampAuthority() {
    return new HttpTimestampAuthority(URI.create(address(STAMPS)), stamps.certificate());
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
        "cfptrace.log.timestamp-url", address(STAMPS),
        "cfptrace.log.timestamp-certificate", stamps.certificate().base64());
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void cosign(Witness witness, HttpExchange exchange) throws IOException {
    var answer = witness.addCheckpoint(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    answers
        .computeIfAbsent(exchange.getHttpContext().getPath(), none -> new CopyOnWriteArrayList<>())
        .add(answer.status());
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
