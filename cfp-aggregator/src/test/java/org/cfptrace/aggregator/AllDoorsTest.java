package org.cfptrace.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.cfptrace.service.Tokens;
import org.junit.jupiter.api.Test;

/** What holds for every door there is, taken from the aggregator's own OpenAPI document. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class AllDoorsTest {
  private static final List<String> METHODS = List.of("get", "post", "put", "delete");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TestHTTPResource("/")
  URI aggregator;

  /**
   * A door.
   *
   * @param takes the first media type it takes, without which it would refuse for another reason
   */
  private record DoorWay(String method, String path, Optional<String> takes, JsonNode operation) {
    boolean writes() {
      return !method.equals("GET");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  @Test
  void noDoorOpensWithoutAToken() throws Exception {
    expect(401, Optional.empty());
  }

  @Test
  void noDoorOpensWithATokenWithoutARole() throws Exception {
    expect(403, Optional.of(Tokens.of("nobody")));
  }

  @Test
  void aSuppliersTokenOpensNoDoorThatChangesAProductOrReadsASum() throws Exception {
    String supplier = Tokens.of("a-supplier", "supplier");
    var softly = new SoftAssertions();
    for (DoorWay door : doors()) {
      if (door.path()
          .matches("/api/v1/(products|exports|gx|steel|batteries|vehicles|quarantine).*")) {
        softly.assertThat(status(door, Optional.of(supplier))).as("%s", door).isEqualTo(403);
      }
    }
    softly.assertAll();
  }

  @Test
  void everyDoorIsDescribed() throws Exception {
    var softly = new SoftAssertions();
    for (DoorWay door : doors()) {
      for (String member : List.of("summary", "responses", "security")) {
        softly.assertThat(door.operation().has(member)).as("%s: %s", door, member).isTrue();
      }
      if (door.writes()) {
        softly
            .assertThat(door.operation().path("parameters").toString())
            .as("%s", door)
            .contains("Idempotency-Key");
      }
    }
    softly.assertAll();
  }

  @Test
  void thereAreDoors() throws Exception {
    assertThat(doors())
        .extracting(DoorWay::toString)
        .contains(
            "GET /api/v1/products",
            "PUT /api/v1/products/{traceId}",
            "GET /api/v1/products/{traceId}/footprint",
            "GET /api/v1/declarations",
            "POST /api/v1/structure-imports",
            "POST /api/v1/exports",
            "GET /api/v1/gx/pools",
            "GET /api/v1/quarantine",
            "GET /api/v1/journal");
  }

  private void expect(int status, Optional<String> token) throws Exception {
    var softly = new SoftAssertions();
    for (DoorWay door : doors()) {
      softly.assertThat(status(door, token)).as("%s", door).isEqualTo(status);
    }
    softly.assertAll();
  }

  private int status(DoorWay door, Optional<String> token)
      throws IOException, InterruptedException {
    String path =
        door.path().replaceAll("\\{[^}]+}", "urn:uuid:0d5f2c1e-6f0e-4a52-9a3a-0f6a3f6d8b11");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(aggregator.resolve(path))
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .method(
                door.method(),
                door.writes()
                    ? HttpRequest.BodyPublishers.ofString("{}")
                    : HttpRequest.BodyPublishers.noBody());
    token.ifPresent(given -> request.header("Authorization", "Bearer " + given));
    door.takes().ifPresent(type -> request.header("Content-Type", type));
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private List<DoorWay> doors() throws IOException, InterruptedException {
    HttpRequest ask = HttpRequest.newBuilder(aggregator.resolve("/q/openapi?format=json")).build();
    String document = HTTP.send(ask, HttpResponse.BodyHandlers.ofString()).body();
    List<DoorWay> doors = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path :
        new ObjectMapper().readTree(document).path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          doors.add(door(path.getKey(), operation.getKey(), operation.getValue()));
        }
      }
    }
    return doors;
  }

  private static DoorWay door(String path, String method, JsonNode operation) {
    Optional<String> takes =
        operation.path("requestBody").path("content").properties().stream()
            .map(Map.Entry::getKey)
            .findFirst();
    return new DoorWay(method.toUpperCase(Locale.ROOT), path, takes, operation);
  }
}
