package org.cfptrace.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.database.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signed call is used up together with its work, and never without it. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestSecurity(user = "operator-1", roles = "operator")
class SignedCallCrashesTest {
  @TestHTTPResource("/")
  URI registry;

  @TempDir Path directory;

  @Inject DeadlyPoints points;
  @Inject DataSource dataSource;

  private EnrolledParticipant maker;
  private String door = "";

  @BeforeEach
  void twoCompanies() {
    maker = Newcomer.comesIn(registry, directory, "maker");
    EnrolledParticipant mill = Newcomer.comesIn(registry, directory, "mill");
    door =
        "/api/v1/participants/%s/accepted-partners/%s"
            .formatted(maker.id().shortId(), mill.id().shortId());
  }

  @Test
  void aDeathBeforeTheCommitLeavesTheVeryCallGood() {
    String acceptance = signed("PUT");

    points.dieAt(CrashPoint.SIGNED_CALL_BEFORE_COMMIT, 1);
    call("PUT", acceptance).then().statusCode(500);
    assertThat(points.disarm()).isTrue();
    assertThat(acceptedPartners()).as("nothing of it is kept").isZero();
    call("PUT", acceptance).then().statusCode(200);
    assertThat(acceptedPartners()).as("so the very same call is still good").isEqualTo(1);
  }

  @Test
  void aDeathAfterTheCommitLeavesTheWorkDoneAndANewCallIsAnswered() {
    call("PUT", signed("PUT")).then().statusCode(200);

    String withdrawal = signed("DELETE");
    points.dieAt(CrashPoint.SIGNED_CALL_AFTER_COMMIT, 1);
    call("DELETE", withdrawal).then().statusCode(500);
    assertThat(points.disarm()).isTrue();
    assertThat(acceptedPartners()).as("all of it is kept").isZero();
    call("DELETE", withdrawal).then().statusCode(401).body("code", equalTo("SIGNED_CALL_REPEATED"));
    call("DELETE", signed("DELETE")).then().statusCode(200);
  }

  private long acceptedPartners() {
    return new Sql(dataSource)
        .number("select count(*) from accepted_partner where owner_id = ?", maker.id().shortId());
  }

  private Response call(String method, String authorisation) {
    return given().header("Authorization", authorisation).request(method, door);
  }

  private String signed(String method) {
    return Newcomer.signs(maker, method, registry.resolve(door), "");
  }
}
