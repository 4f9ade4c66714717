package org.cfptrace.connector.wiring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.cfptrace.service.Tokens;
import org.junit.jupiter.api.Test;

/** What holds for every door there is, taken from the connector's own OpenAPI document. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class AllDoorsTest {
  private record DoorWay(String path, Method method, Map<String, Object> operation) {
    boolean writes() {
      return method != Method.GET;
    }
  }

  @Test
  void noDoorOpensWithoutAToken() {
    var softly = new SoftAssertions();
    for (DoorWay door : doors()) {
      int status =
          given()
              .contentType(ContentType.JSON)
              .body(door.writes() ? "{}" : "")
              .request(door.method(), filled(door.path()))
              .statusCode();
      softly.assertThat(status).as(door.method() + " " + door.path()).isEqualTo(401);
    }
    softly.assertAll();
  }

  @Test
  void noDoorOpensWithATokenWithoutARole() {
    var softly = new SoftAssertions();
    for (DoorWay door : doors()) {
      int status =
          given()
              .auth()
              .oauth2(Tokens.of("nobody"))
              .contentType(ContentType.JSON)
              .header("Idempotency-Key", UUID.randomUUID().toString())
              .body(door.writes() ? "{}" : "")
              .request(door.method(), filled(door.path()))
              .statusCode();
      softly.assertThat(status).as(door.method() + " " + door.path()).isEqualTo(403);
    }
    softly.assertAll();
  }

  @Test
  void everyDoorIsDescribed() {
    var softly = new SoftAssertions();
    for (DoorWay door : doors()) {
      softly
          .assertThat(door.operation())
          .as(door.method() + " " + door.path())
          .containsKeys("summary", "responses", "security");
      if (door.writes()) {
        softly
            .assertThat(String.valueOf(door.operation().get("parameters")))
            .as(door.method() + " " + door.path())
            .contains("Idempotency-Key");
      }
    }
    softly.assertAll();
  }

  @Test
  void aReleaseIsSaidToNameTheVersionThatWasRead() {
    assertThat(doors())
        .filteredOn(door -> door.path().endsWith("/{traceId}/approval"))
        .hasSize(1)
        .allSatisfy(
            door ->
                assertThat(String.valueOf(door.operation().get("parameters")))
                    .contains("If-Match"));
  }

  @Test
  void thereAreDoors() {
    assertThat(doors())
        .extracting(door -> door.method() + " " + door.path())
        .contains(
            "POST /api/v1/products",
            "PUT /api/v1/products/{traceId}/bill-of-materials",
            "GET /api/v1/products/{traceId}/footprint",
            "GET /api/v1/journal",
            "POST /api/v1/requests",
            "GET /api/v1/requests",
            "GET /api/v1/requests/{requestId}",
            "POST /api/v1/requests/{requestId}/link",
            "POST /api/v1/requests/{requestId}/reply",
            "POST /api/v1/requests/{requestId}/reject",
            "POST /api/v1/requests/{requestId}/cancel",
            "POST /api/v1/requests/{requestId}/remind",
            "GET /api/v1/products/{traceId}/progress",
            "GET /api/v1/releases",
            "GET /api/v1/releases/{partnerId}/{traceId}",
            "PUT /api/v1/releases/{partnerId}/{traceId}/draft",
            "POST /api/v1/releases/{partnerId}/{traceId}/approval",
            "GET /api/v1/corrections",
            "POST /api/v1/corrections/{correctionId}/approval",
            "POST /api/v1/corrections/{correctionId}/dismissal",
            "GET /api/v1/declarations/{declarationId}/impact",
            "POST /api/v1/declarations/{declarationId}/recall",
            "GET /api/v1/declarations/{declarationId}/attestation",
            "POST /api/v1/declarations/{declarationId}/presentations",
            "GET /api/v1/declarations/{declarationId}/presentations",
            "DELETE /api/v1/declarations/{declarationId}/presentations/{recipientId}",
            "GET /api/v1/proposals",
            "GET /api/v1/proposals/{proposalId}",
            "POST /api/v1/proposals/{proposalId}/acceptance",
            "POST /api/v1/proposals/{proposalId}/refusal",
            "GET /api/v1/signature-requests",
            "GET /api/v1/signature-requests/{requestId}",
            "POST /api/v1/signature-requests/{requestId}/signature",
            "POST /api/v1/signature-requests/{requestId}/refusal",
            "POST /api/v1/partners/{participantId}/resend",
            "GET /api/v1/participants",
            "GET /api/v1/audits",
            "POST /api/v1/audits",
            "GET /api/v1/audits/{auditId}",
            "POST /api/v1/audits/{auditId}/conclusion",
            "POST /api/v1/audits/{auditId}/attestation",
            "POST /api/v1/audits/{auditId}/attestation/withdrawal",
            "GET /api/v1/audits/{auditId}/report",
            "GET /api/v1/audits/{auditId}/report.pdf",
            "GET /api/v1/audits/{auditId}/bundle",
            "GET /api/v1/audits/settings",
            "PUT /api/v1/audits/settings",
            "GET /api/v1/audits/mandates",
            "POST /api/v1/audits/mandates",
            "POST /api/v1/audits/mandates/{mandateId}/withdrawal",
            "GET /api/v1/audits/requests",
            "POST /api/v1/audits/requests/{auditRequestId}/approval",
            "POST /api/v1/audits/requests/{auditRequestId}/refusal",
            "GET /api/v1/audits/access-journal",
            "GET /api/v1/audits/attestations");
  }

  private static List<DoorWay> doors() {
    JsonPath document = given().accept(ContentType.JSON).get("/q/openapi?format=json").jsonPath();
    Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
    List<DoorWay> doors = new ArrayList<>();
    paths.forEach(
        (path, item) ->
            item.forEach(
                (method, operation) -> {
                  if (List.of("get", "post", "put", "delete").contains(method)) {
                    doors.add(
                        new DoorWay(
                            path, Method.valueOf(method.toUpperCase(Locale.ROOT)), operation));
                  }
                }));
    return doors;
  }

  private static String filled(String path) {
    return path.replaceAll("\\{[^}]+}", "urn:uuid:0d5f2c1e-6f0e-4a52-9a3a-0f6a3f6d8b11");
  }
}
