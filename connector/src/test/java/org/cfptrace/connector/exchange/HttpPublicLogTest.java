package org.cfptrace.connector.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.exchange.anchor.PublicLog;
import org.cfptrace.exchange.anchor.PublicLog.LogAwayException;
import org.cfptrace.exchange.anchor.PublicLog.LogRefusedException;
import org.cfptrace.exchange.anchor.PublicLog.StatusBit;
import org.cfptrace.exchange.anchor.SigningInput;
import org.cfptrace.exchange.anchor.adapter.HttpPublicLog;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Randomness;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.log.InclusionProof;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.Timestamp;
import org.cfptrace.log.TreeWriter;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.participant.ParticipantKeys;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The log over HTTP, whatever the other end answers. */
@Timeout(60)
class HttpPublicLogTest {
  private static final String LOG = "/api/v1/log";
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Clock clock = Clock.systemUTC();
  private final List<String> asked = new ArrayList<>();
  private final Map<String, Answer> answers = new HashMap<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private PublicLog log;
  private String body = "";
  private String authorization = "";

  @FunctionalInterface
  private interface Answer {
    void to(HttpExchange call) throws IOException;
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
    DataSpace space = new DataSpace(clock);
    ParticipantKeys keys = ParticipantKeys.make();
    ParticipantId me = space.admit("aaaaaaaaaaaaaaaa", "Seto Steel", keys, "SUPPLIER");
    log =
        new HttpPublicLog(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"),
            HttpClient.newHttpClient(),
            new EnrolledParticipant(
                me, "aaaaaaaaaaaaaaaa.1", keys, space.anchor(), Path.of("x"), Path.of("x")),
            clock,
            PATIENCE);
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange call) throws IOException {
    String path = call.getRequestURI().toString();
    synchronized (asked) {
      asked.add(path);
    }
    body = new String(call.getRequestBody().readAllBytes(), UTF_8);
    authorization = String.valueOf(call.getRequestHeaders().getFirst("Authorization"));
    answers.getOrDefault(path, status(404, "")).to(call);
  }

  private static Answer status(int status, String text) {
    return bytes(status, text.getBytes(UTF_8));
  }

  private static Answer bytes(int status, byte[] bytes) {
    return call -> {
      call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      try (OutputStream out = call.getResponseBody()) {
        out.write(bytes);
      }
    };
  }

  @Test
  void submitsWithASignatureAndReadsThePlaces() {
    LogEntry placed = LogEntry.ofDeclaration(anyId());
    LogEntry waiting = LogEntry.ofExport("header.payload.signature");
    answers.put(
        LOG + "/entries",
        status(
            200,
            "{\"entries\":[{\"entry\":\"%s\",\"index\":\"812\"},{\"entry\":\"%s\"},{\"entry\":\"%s\",\"index\":\"7\"}]}"
                .formatted(placed, waiting, LogEntry.ofDeclaration(anyId()))));

    Map<LogEntry, Long> places = log.submit(List.of(placed, waiting));

    assertThat(places).containsExactly(Map.entry(placed, 812L));
    assertThat(authorization).startsWith("CFP-Signed ");
    assertThat(json().path("entries"))
        .extracting(each -> each.asText())
        .containsExactly(placed.toString(), waiting.toString());
  }

  @Test
  void showsWhoseTheDeclarationIs() {
    SigningInput declared = SigningInput.ofToken("header.payload.signature~disclosure~");
    answers.put(LOG + "/status", status(200, "{}"));

    log.setStatus(declared, StatusBit.RECALLED);

    assertThat(json().path("entry").asText()).isEqualTo(declared.id().value());
    assertThat(json().path("signingInput").asText()).isEqualTo("header.payload");
    assertThat(json().path("recalled").asBoolean()).isTrue();
    assertThat(json().has("superseded")).isFalse();
  }

  @Test
  void provesManyEntriesFromEachTileOnce() {
    TreeWriter tree = TreeWriter.empty();
    List<LogEntry> entries = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      entries.add(LogEntry.ofDeclaration(anyId()));
      tree.append(entries.get(i).bytes());
    }
    tree.drain()
        .forEach(
            tile -> answers.put(LOG + "/tile/" + tile.name().path(), bytes(200, tile.bytes())));
    Checkpoint checkpoint = new Checkpoint("log.example", 300, tree.root());

    List<InclusionProof> proofs = log.inclusions(List.of(0L, 255L, 256L, 299L), 300);

    assertThat(proofs.get(2).check(entries.get(256), checkpoint).whyNot()).isEmpty();
    assertThat(proofs.get(3).check(entries.get(299), checkpoint).whyNot()).isEmpty();
    assertThat(asked).doesNotHaveDuplicates();
    assertThat(log.root(300)).isEqualTo(tree.root());
  }

  @Test
  void aRefusalIsNotAnAbsence() {
    SigningInput declared = new SigningInput("header.payload");
    for (int status : new int[] {400, 401, 403, 404, 409}) {
      answers.put(LOG + "/status", status(status, "{\"code\":\"NOT_FOUND\"}"));
      assertThatThrownBy(() -> log.setStatus(declared, StatusBit.RECALLED))
          .isInstanceOf(LogRefusedException.class)
          .hasMessageContaining("" + status);
    }
    for (int status : new int[] {408, 429, 500, 503}) {
      answers.put(LOG + "/status", status(status, ""));
      assertThatThrownBy(() -> log.setStatus(declared, StatusBit.RECALLED))
          .isInstanceOf(LogAwayException.class);
    }
  }

  @Test
  void whatIsNotThereYetIsAwayToAReader() {
    assertThatThrownBy(log::checkpoint).isInstanceOf(LogAwayException.class);
    assertThatThrownBy(log::statusList).isInstanceOf(LogAwayException.class);
    assertThatThrownBy(() -> log.root(12)).isInstanceOf(LogAwayException.class);
  }

  @Test
  void garbageIsAway() {
    LogEntry entry = LogEntry.ofDeclaration(anyId());
    for (String garbage :
        List.of(
            "nothing",
            "{\"entries\":[{\"entry\":\"" + entry + "\",\"index\":\"-1\"}]}",
            "{\"entries\":[{\"entry\":\"" + entry + "\",\"index\":\"many\"}]}",
            "{\"entries\":[{\"entry\":\"" + entry + "\",\"index\":99999999999999999999}]}")) {
      answers.put(LOG + "/entries", status(200, garbage));
      assertThatThrownBy(() -> log.submit(List.of(entry)))
          .as(garbage)
          .isInstanceOf(LogAwayException.class);
    }
    answers.put(LOG + "/tile/0/000.p/12", bytes(200, new byte[7]));
    assertThatThrownBy(() -> log.root(12)).isInstanceOf(LogAwayException.class);
  }

  @Test
  void oneThatNeverAnswersIsAway() {
    answers.put(LOG + "/checkpoint", call -> waitForTheEnd());

    assertThatThrownBy(log::checkpoint).isInstanceOf(LogAwayException.class);
  }

  @Test
  void oneWhoseAnswerNeverEndsIsAway() {
    answers.put(
        LOG + "/checkpoint",
        call -> {
          call.sendResponseHeaders(200, 0);
          call.getResponseBody().write("registry.".getBytes(UTF_8));
          call.getResponseBody().flush();
          waitForTheEnd();
        });

    assertThatThrownBy(log::checkpoint).isInstanceOf(LogAwayException.class);
  }

  @Test
  void anAnswerWithoutMeasureIsAway() {
    answers.put(LOG + "/checkpoint", bytes(200, new byte[4 * 1024 * 1024 + 1]));

    assertThatThrownBy(log::checkpoint)
        .isInstanceOf(LogAwayException.class)
        .hasStackTraceContaining("more than");
  }

  @Test
  void nobodyIsFollowedElsewhere() {
    answers.put("/elsewhere", status(200, "another log"));
    answers.put(
        LOG + "/checkpoint",
        call -> {
          call.getResponseHeaders().add("Location", "/elsewhere");
          call.sendResponseHeaders(302, -1);
          call.close();
        });

    assertThatThrownBy(log::checkpoint).isInstanceOf(LogAwayException.class);
    assertThat(asked).containsExactly(LOG + "/checkpoint");
  }

  @Test
  void allStampsAreReadPageByPage() {
    answers.put(
        LOG + "/timestamps?size=0",
        status(200, "{\"items\":[" + stamp("first") + "," + stamp("second") + "]}"));
    answers.put(LOG + "/timestamps?size=813", status(200, "{\"items\":[]}"));

    assertThat(log.timestamps()).extracting(Timestamp::note).containsExactly("first", "second");
  }

  @Test
  void aStampThatCannotBeReadIsNoAnswer() {
    answers.put(
        LOG + "/timestamps?size=0",
        status(200, "{\"items\":[{\"checkpoint\":\"x\",\"token\":\"!\"}]}"));

    assertThatThrownBy(log::timestamps).isInstanceOf(LogAwayException.class);
  }

  private static String stamp(String note) {
    return "{\"size\":\"812\",\"checkpoint\":\"%s\",\"token\":\"%s\"}"
        .formatted(note, Base64.getEncoder().encodeToString(new byte[] {1, 2, 3}));
  }

  private void waitForTheEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private JsonNode json() {
    return StrictJson.parseCarrier(body.getBytes(UTF_8));
  }

  private static DeclarationId anyId() {
    return new DeclarationId(Base64Url.encode(Randomness.secure().bytes(32)));
  }
}
