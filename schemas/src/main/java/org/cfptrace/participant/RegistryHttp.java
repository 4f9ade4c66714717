package org.cfptrace.participant;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.StrictJson;

/** Calls to the registry's HTTP door: JSON both ways, bounded in time and size. */
final class RegistryHttp {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LONGEST_ANSWER = 4 * 1024 * 1024;
  private static final String BASE = "/api/v1";

  private final String registry;
  private final HttpClient http;

  RegistryHttp(URI registry, HttpClient http) {
    this.registry = requireNonNull(registry, "registry").toString().replaceAll("/+$", "");
    this.http = requireNonNull(http, "http");
  }

  URI uri(String path) {
    return URI.create(registry + BASE + path);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path)).timeout(PATIENCE).header("Accept", "application/json");
  }

  static HttpRequest.Builder post(HttpRequest.Builder request, String idempotencyKey, byte[] body) {
    return request
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", idempotencyKey)
        .POST(BodyPublishers.ofByteArray(body));
  }

  /** Status and body; a problem answer is a value here, the caller decides. */
  record Answer(int status, JsonNode body) {
    boolean isGood() {
      return status / 100 == 2;
    }

    Answer orRefused() {
      if (isGood()) {
        return this;
      }
      throw new RegistryRefusedException(
          status, body.path("code").asText("NO_CODE"), body.path("detail").asText(""));
    }
  }

  Answer send(HttpRequest request) {
    try {
      HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
      try (var in = response.body()) {
        var bytes = in.readNBytes(LONGEST_ANSWER + 1);
        return new Answer(response.statusCode(), json(response.statusCode(), bytes));
      }
    } catch (IOException e) {
      throw new IllegalStateException("registry does not answer at " + registry, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the registry", e);
    }
  }

  private static JsonNode json(int status, byte[] bytes) {
    if (bytes.length == 0) {
      return StrictJson.object();
    }
    if (bytes.length > LONGEST_ANSWER) {
      throw new IllegalStateException("registry answered with more than 4 MiB");
    }
    try {
      return StrictJson.parseCarrier(bytes);
    } catch (MalformedException e) {
      if (status / 100 == 2) {
        throw new IllegalStateException("registry answered with something that is not JSON", e);
      }
      // A proxy's error page: the status says enough.
      return StrictJson.object();
    }
  }
}
