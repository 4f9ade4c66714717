package org.cfptrace.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What holds for every operator's door there is, taken from the registry's OpenAPI document. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class AllDoorsTest {
  private record DoorWay(String method, String path) {
    int status() {
      return Newcomer.write()
          .body(method.equals("GET") ? "" : "{\"reason\":\"a try\"}")
          .request(method, path.replaceAll("\\{[^}]+}", "abcd2345efgh6723"))
          .statusCode();
    }
  }

  @Test
  @TestSecurity
  void noOperatorsDoorOpensWithoutAToken() {
    expect(401);
  }

  @Test
  @TestSecurity(user = "supplier-1", roles = "supplier")
  void noOperatorsDoorOpensForASupplier() {
    expect(403);
  }

  @Test
  @TestSecurity(
      user = "somebody-1",
      roles = {"approver", "analyst", "auditor", "disclosure-officer", "admin"})
  void noOperatorsDoorOpensForAnyOtherRole() {
    expect(403);
  }

  @Test
  void theOperatorsDoorsAreThese() {
    assertThat(operatorsDoors())
        .extracting(door -> door.method() + " " + door.path())
        .containsExactlyInAnyOrder(
            "GET /api/v1/applications",
            "GET /api/v1/applications/{id}",
            "POST /api/v1/applications/{id}/approval",
            "POST /api/v1/applications/{id}/refusal",
            "POST /api/v1/participants/{id}/enrolment-codes",
            "POST /api/v1/participants/{id}/suspension",
            "DELETE /api/v1/participants/{id}/suspension",
            "GET /api/v1/audit-trail",
            "POST /api/v1/accreditations",
            "GET /api/v1/accreditations",
            "DELETE /api/v1/accreditations/{participantId}");
  }

  private static void expect(int status) {
    var softly = new SoftAssertions();
    for (DoorWay door : operatorsDoors()) {
      softly.assertThat(door.status()).as(door.method() + " " + door.path()).isEqualTo(status);
    }
    softly.assertAll();
  }

  /** Those that the document says ask for a token. */
  private static List<DoorWay> operatorsDoors() {
    JsonPath document = given().accept(ContentType.JSON).get("/q/openapi?format=json").jsonPath();
    Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
    List<DoorWay> doors = new ArrayList<>();
    paths.forEach(
        (path, item) ->
            item.forEach(
                (method, operation) -> {
                  if (List.of("get", "post", "put", "delete").contains(method)
                      && operation.containsKey("security")) {
                    doors.add(new DoorWay(method.toUpperCase(Locale.ROOT), path));
                  }
                }));
    return doors;
  }
}
