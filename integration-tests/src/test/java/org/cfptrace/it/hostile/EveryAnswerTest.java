package org.cfptrace.it.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cfptrace.local.story.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the search for leaks asks a service that it has never seen. */
class EveryAnswerTest {
  private static final String DOCUMENT =
      """
      {"paths": {
        "/api/v1/products": {"get": {}, "post": {}},
        "/api/v1/products/{traceId}": {"get": {}},
        "/api/v1/exports": {"get": {}},
        "/api/v1/exports/{id}": {"get": {}},
        "/api/v1/exports/{id}/files/{path}": {"get": {}},
        "/api/v1/pools/{id}": {"get": {}},
        "/api/v1/nowhere/{nowhereId}": {"get": {}},
        "/api/v1/closed": {"get": {}},
        "/api/v1/changes": {"post": {}},
        "/api/v1/notifications/stream": {"get": {}}}}
      """;

  private final Map<String, byte[]> answers = new HashMap<>();
  private final Map<String, String> seen = new HashMap<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    says("/q/openapi?format=json", DOCUMENT);
    says("/api/v1/products", "{\"items\": [{\"traceId\": \"urn:a\"}], \"next\": \"2\"}");
    says("/api/v1/products?after=2", "{\"items\": [{\"traceId\": \"urn:b\"}], \"next\": null}");
    says("/api/v1/products/urn%3Aa", "{\"name\": \"coil\"}");
    says("/api/v1/products/urn%3Ab", "{\"name\": \"bolt\"}");
    says("/api/v1/exports", "{\"items\": [{\"exportId\": \"7\"}]}");
    says("/api/v1/exports/7", "{\"files\": [{\"path\": \"a/pack.zip\"}]}");
    answers.put("/api/v1/exports/7/files/a/pack.zip", zip());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void everyDoorIsAskedWithAllThatTheAnswersBeforeHaveNamed() {
    Set<String> unopened = EveryAnswer.of(door(), "door ", this::see);

    assertThat(seen)
        .containsEntry("door /api/v1/products/urn%3Aa", "{\"name\": \"coil\"}")
        .containsEntry("door /api/v1/products/urn%3Ab", "{\"name\": \"bolt\"}")
        .containsKey("door /api/v1/exports/7")
        .containsEntry("door /api/v1/exports/7/files/a/pack.zip, file inside.txt", "a secret")
        .doesNotContainKey("door /api/v1/pools/7");
    assertThat(unopened)
        .as("no pool was listed and nothing is nowhere; a closed door has nothing behind it")
        .containsExactly("/api/v1/nowhere/{nowhereId}", "/api/v1/pools/{id}");
  }

  @Test
  void aDoorThatNobodyListedIsMissed() {
    answers.remove("/api/v1/exports");

    assertThat(EveryAnswer.of(door(), "door ", this::see))
        .contains("/api/v1/exports", "/api/v1/exports/{id}");
  }

  private Door door() {
    return Door.withoutLogin(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  private void see(String place, byte[] bytes) {
    seen.put(place, new String(bytes, UTF_8));
  }

  private void says(String path, String answer) {
    answers.put(path, answer.getBytes(UTF_8));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String asked = exchange.getRequestURI().toString();
    Optional<byte[]> answer = Optional.ofNullable(answers.get(asked));
    int refusal = asked.equals("/api/v1/closed") ? 403 : 404;
    byte[] bytes = answer.orElseGet(() -> "{}".getBytes(UTF_8));
    exchange.sendResponseHeaders(answer.isPresent() ? 200 : refusal, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("inside.txt"));
      zip.write("a secret".getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
