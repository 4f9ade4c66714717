package org.cfptrace.aggregator;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.Tokens;
import org.cfptrace.service.access.Roles;

/** Callers at the aggregator's door, each with the token of one role. */
final class Door {
  private Door() {}

  /** An analyst of a company. */
  static RequestSpecification analyst(ParticipantId company) {
    return of(company, Roles.ANALYST);
  }

  /** Somebody of a company. */
  static RequestSpecification of(ParticipantId company, String... roles) {
    return given()
        .auth()
        .oauth2(
            Tokens.signed(
                Tokens.claims(roles[0] + "-user", roles)
                    .claim("participant", company.did())
                    .build()));
  }

  static RequestSpecification admin() {
    return as(Roles.ADMIN);
  }

  static RequestSpecification as(String role) {
    return given().auth().oauth2(Tokens.of(role + "-user", role));
  }

  /** An admin about to write this, with a fresh key. */
  static RequestSpecification writing(String json) {
    return admin()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(json);
  }
}
