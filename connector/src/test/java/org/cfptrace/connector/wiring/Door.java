package org.cfptrace.connector.wiring;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.cfptrace.service.Tokens;
import org.cfptrace.service.access.Roles;

/** Callers at the connector's door, each with the token of one role. */
public final class Door {
  private Door() {}

  /** A supplier's clerk. */
  public static RequestSpecification supplier() {
    return as(Roles.SUPPLIER);
  }

  /** An analyst. */
  public static RequestSpecification analyst() {
    return as(Roles.ANALYST);
  }

  /** Somebody with one role; the user is named after it. */
  public static RequestSpecification as(String role) {
    return given().auth().oauth2(Tokens.of(role + "-user", role));
  }

  /** A supplier about to write this, with a fresh key. */
  public static RequestSpecification writing(String json) {
    return with(supplier(), json);
  }

  /** A caller about to write this, with a fresh key. */
  public static RequestSpecification with(RequestSpecification caller, String json) {
    return caller
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(json);
  }
}
