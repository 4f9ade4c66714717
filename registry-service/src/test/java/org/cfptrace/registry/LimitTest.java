package org.cfptrace.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Public doors with small allowances, behind one proxy that says who came. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestProfile(LimitTest.SmallAllowances.class)
class LimitTest {
  private static final AtomicInteger CALLERS = new AtomicInteger();

  private final String caller = "192.0.2." + CALLERS.incrementAndGet();

  /** Of so little that a test can use it up. */
  public static final class SmallAllowances implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "cfptrace.limits.reads.per-minute", "1",
          "cfptrace.limits.reads.burst", "3",
          "cfptrace.limits.arrivals.per-minute", "1",
          "cfptrace.limits.arrivals.burst", "2",
          "cfptrace.limits.trusted-proxies", "1");
    }
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeBackAndOthersAreNotHindered() {
    for (int i = 0; i < 3; i++) {
      assertThat(from(caller).get("/api/v1/participants").statusCode()).isEqualTo(200);
    }
    from(caller)
        .get("/api/v1/participants")
        .then()
        .statusCode(429)
        .contentType("application/problem+json")
        .header("Retry-After", matchesPattern("[1-5][0-9]|60"))
        .body("code", equalTo("TOO_MANY_REQUESTS"))
        .body("title", equalTo("Too many requests from this address"))
        .body("detail", startsWith("try again in "));
    from(caller)
        .header("Accept-Language", "ja")
        .get("/api/v1/trust-anchor")
        .then()
        .statusCode(429)
        .body("title", equalTo("このアドレスからのリクエストが多すぎます"));

    from("198.51.100.1").get("/api/v1/participants").then().statusCode(200);
    from("203.0.113.7, 198.51.100.2").get("/api/v1/participants").then().statusCode(200);
    from("203.0.113.7, " + caller).get("/api/v1/participants").then().statusCode(429);
  }

  @Test
  void applyingAndEnrollingHaveAnAllowanceOfTheirOwn() {
    for (int i = 0; i < 2; i++) {
      write().body("{}").post("/api/v1/applications").then().statusCode(400);
    }
    write().body("{}").post("/api/v1/applications").then().statusCode(429);
    write()
        .body("{\"enrolmentCode\":\"guessed\"}")
        .post("/api/v1/participants/aaaaaaaaaaaaaaaa/enrolment-nonces")
        .then()
        .statusCode(429);
    from(caller).get("/api/v1/participants").then().statusCode(200);
  }

  @Test
  @TestSecurity(user = "operator-1", roles = "operator")
  void doorsWithATokenHaveNoSuchLimit() {
    for (int i = 0; i < 10; i++) {
      from(caller).get("/api/v1/applications").then().statusCode(200);
    }
  }

  private io.restassured.specification.RequestSpecification write() {
    return from(caller)
        .header("Idempotency-Key", java.util.UUID.randomUUID())
        .contentType("application/json");
  }

  private static io.restassured.specification.RequestSpecification from(String forwardedFor) {
    return given().header("X-Forwarded-For", forwardedFor);
  }
}
