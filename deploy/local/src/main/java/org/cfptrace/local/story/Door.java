package org.cfptrace.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cfptrace.local.stack.Login;
import org.jspecify.annotations.Nullable;

/**
 * A service's REST door, used with one login. A refusal is a {@link DoorRefused} that carries the
 * problem the service described.
 */
public final class Door {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration TOKEN_RESERVE = Duration.ofSeconds(60);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI base;
  private final @Nullable Login login;
  private @Nullable String token;
  private Instant tokenEnds = Instant.MIN;

  private Door(URI base, @Nullable Login login) {
    this.base = base;
    this.login = login;
  }

  /** The doors of {@code service} under {@code /api/v1}, opened with {@code login}. */
  public static Door of(URI service, Login login) {
    return new Door(service.resolve("/api/v1/"), login);
  }

  /** The doors that are open to anyone. */
  public static Door withoutLogin(URI service) {
    return new Door(service.resolve("/api/v1/"), null);
  }

  /** What came back: a JSON body ({@code null} node when there was none) and the version tag. */
  public record Answer(int status, JsonNode body, Optional<String> version) {}

  public JsonNode get(String path) {
    return answer(path).body();
  }

  public Answer answer(String path) {
    return expectSuccess(request("GET", path, null, null));
  }

  /** Every item of a list, page after page. */
  public List<JsonNode> all(String path) {
    List<JsonNode> items = new ArrayList<>();
    String separator = path.contains("?") ? "&" : "?";
    String next = "";
    do {
      JsonNode page =
          get(path + separator + "limit=100" + (next.isEmpty() ? "" : "&after=" + encode(next)));
      page.path("items").forEach(items::add);
      next = page.path("next").asText("");
    } while (!next.isEmpty() && !next.equals("null"));
    return items;
  }

  /** Opens a stream of events, whose lines come as they are written; the caller closes it. */
  public Stream<String> lines(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(LIMIT)
            .header("Accept", "text/event-stream");
    if (login != null) {
      request.header("Authorization", "Bearer " + token(login));
    }
    HttpResponse<Stream<String>> response =
        send(request.build(), HttpResponse.BodyHandlers.ofLines());
    if (response.statusCode() != 200) {
      throw new DoorRefused(
          response.statusCode(), json(response.body().collect(Collectors.joining("\n"))));
    }
    return response.body();
  }

  /** A file, as it is. */
  public byte[] bytes(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(LIMIT).GET();
    if (login != null) {
      request.header("Authorization", "Bearer " + token(login));
    }
    HttpResponse<byte[]> response = send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new DoorRefused(response.statusCode(), json(new String(response.body(), UTF_8)));
    }
    return response.body();
  }

  /** Sends a file, as it is. */
  public JsonNode upload(String path, String mediaType, byte[] file) {
    return upload(
        path, mediaType, HttpRequest.BodyPublishers.ofByteArray(file), LIMIT.multipliedBy(10));
  }

  /** Sends a file that may take as long as is said. */
  public JsonNode upload(
      String path, String mediaType, HttpRequest.BodyPublisher file, Duration limit) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(limit)
            .header("Accept", "application/json, application/problem+json")
            .header("Content-Type", mediaType)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(file);
    if (login != null) {
      request.header("Authorization", "Bearer " + token(login));
    }
    HttpResponse<String> response = send(request.build());
    return expectSuccess(new Answer(response.statusCode(), json(response.body()), Optional.empty()))
        .body();
  }

  public JsonNode post(String path, @Nullable Object body) {
    return expectSuccess(request("POST", path, body, null)).body();
  }

  /** Acts on what is there in the version that was read. */
  public JsonNode post(String path, @Nullable Object body, Optional<String> version) {
    return expectSuccess(request("POST", path, body, version.orElse(null))).body();
  }

  /** Replaces what is there in the version that was read. */
  public JsonNode put(String path, Object body, Optional<String> version) {
    return expectSuccess(request("PUT", path, body, version.orElse(null))).body();
  }

  /** One request, whatever comes back. */
  public Answer request(
      String method, String path, @Nullable Object body, @Nullable String version) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(LIMIT)
            .header("Accept", "application/json, application/problem+json")
            .header("Accept-Language", "en");
    if (login != null) {
      request.header("Authorization", "Bearer " + token(login));
    }
    if (!method.equals("GET")) {
      request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    if (version != null) {
      request.header("If-Match", version);
    }
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, HttpRequest.BodyPublishers.ofString(text(body), UTF_8));
    }
    HttpResponse<String> response = send(request.build());
    return new Answer(
        response.statusCode(), json(response.body()), response.headers().firstValue("ETag"));
  }

  private Answer expectSuccess(Answer answer) {
    if (answer.status() / 100 != 2) {
      throw new DoorRefused(answer.status(), answer.body());
    }
    return answer;
  }

  private synchronized String token(Login with) {
    String known = token;
    if (known != null && Instant.now().isBefore(tokenEnds)) {
      return known;
    }
    String pair = encode(with.clientId()) + ":" + encode(with.clientSecret());
    HttpResponse<String> response =
        send(
            HttpRequest.newBuilder(URI.create(with.tokenUrl()))
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
    JsonNode body = json(response.body());
    if (response.statusCode() != 200) {
      throw new DoorRefused(response.statusCode(), body);
    }
    String fresh = body.path("access_token").asText();
    token = fresh;
    tokenEnds = Instant.now().plusSeconds(body.path("expires_in").asLong()).minus(TOKEN_RESERVE);
    return fresh;
  }

  private static HttpResponse<String> send(HttpRequest request) {
    return send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> reader) {
    try {
      return HTTP.send(request, reader);
    } catch (IOException e) {
      throw new DoorClosed(request.method() + " " + request.uri() + " got no answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DoorClosed(request.method() + " " + request.uri() + " was interrupted", e);
    }
  }

  private static String text(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a body: " + body, e);
    }
  }

  private static JsonNode json(String body) {
    try {
      JsonNode node = JSON.readTree(body);
      return node == null || node.isMissingNode() ? JSON.nullNode() : node;
    } catch (JsonProcessingException notJson) {
      return JSON.getNodeFactory().textNode(body);
    }
  }

  public static String encode(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}
