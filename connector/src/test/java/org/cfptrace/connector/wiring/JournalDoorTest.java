package org.cfptrace.connector.wiring;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class JournalDoorTest {
  @Test
  void anAuditorReadsTheJournal() {
    given()
        .auth()
        .oauth2(Tokens.of("aoki", Roles.AUDITOR))
        .get("/api/v1/journal?limit=1")
        .then()
        .statusCode(200)
        .body("items", notNullValue());
  }

  @Test
  void aSupplierDoesNotReadTheJournal() {
    given()
        .auth()
        .oauth2(Tokens.of("sato", Roles.SUPPLIER))
        .get("/api/v1/journal")
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("code", equalTo("FORBIDDEN"));
  }

  @Test
  void nobodyReadsTheJournalWithoutAToken() {
    given()
        .header("Accept-Language", "ja")
        .get("/api/v1/journal")
        .then()
        .statusCode(401)
        .body("code", equalTo("UNAUTHENTICATED"))
        .body("title", equalTo("認証が必要です"));
  }
}
