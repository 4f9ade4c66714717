package org.cfptrace.connector.wiring;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cfptrace.connector.wiring.Door.supplier;
import static org.cfptrace.connector.wiring.Door.writing;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.cfptrace.service.Tokens;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.database.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every door has in common, shown at the door of the plants. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class FurnitureTest {
  private static final String PLANTS = "/api/v1/plants";

  @Inject DataSource database;

  // ---- who comes in

  @Test
  void withoutATokenNobodyComesIn() {
    given()
        .header("Accept-Language", "ja,en;q=0.5")
        .get(PLANTS)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", startsWith("Bearer"))
        .contentType("application/problem+json")
        .body("code", equalTo("UNAUTHENTICATED"))
        .body("title", equalTo("認証が必要です"));
  }

  @Test
  void aTokenForAnotherAudienceIsNotAccepted() {
    refusedToken(Tokens.claims("eve", Roles.ADMIN).audience("cfp-connector-other").build());
  }

  @Test
  void aTokenOfAnotherIssuerIsNotAccepted() {
    refusedToken(Tokens.claims("eve", Roles.ADMIN).issuer("https://issuer.example/parts").build());
  }

  @Test
  void anExpiredTokenIsNotAccepted() {
    refusedToken(
        Tokens.claims("eve", Roles.ADMIN)
            .expirationTime(Date.from(Instant.now().minusSeconds(60)))
            .build());
  }

  @Test
  void aTokenThatNamesNobodyWritesNothing() {
    given()
        .auth()
        .oauth2(
            Tokens.signed(
                Tokens.claims("nobody", Roles.SUPPLIER)
                    .subject(null)
                    .claim("preferred_username", null)
                    .build()))
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(plant("Nowhere"))
        .post(PLANTS)
        .then()
        .statusCode(401);
    assertThat(plantsNamed("Nowhere")).isZero();
  }

  @Test
  void aTokenOfAMachineIsNamedByItsSubject() {
    String id =
        given()
            .auth()
            .oauth2(
                Tokens.signed(
                    Tokens.claims("erp-system", Roles.SUPPLIER)
                        .claim("preferred_username", null)
                        .build()))
            .contentType(ContentType.JSON)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .body(plant("Hirohata"))
            .post(PLANTS)
            .then()
            .statusCode(201)
            .extract()
            .path("plantId");

    Door.as(Roles.AUDITOR)
        .queryParam("limit", 100)
        .get("/api/v1/journal")
        .then()
        .body("items.find { it.subject == '" + id + "' }.who", equalTo("erp-system"));
  }

  private static void refusedToken(com.nimbusds.jwt.JWTClaimsSet claims) {
    given()
        .auth()
        .oauth2(Tokens.signed(claims))
        .get(PLANTS)
        .then()
        .statusCode(401)
        .body("code", equalTo("UNAUTHENTICATED"));
  }

  @Test
  void aRoleThatDoesNotWriteIsForbidden() {
    Door.with(Door.analyst(), plant("Sakai"))
        .post(PLANTS)
        .then()
        .statusCode(403)
        .body("code", equalTo("FORBIDDEN"))
        .body("title", equalTo("Your role does not allow this"));
  }

  @Test
  void anUnknownPathIsNotFound() {
    supplier()
        .get("/api/v1/treasures")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", equalTo("NOT_FOUND"));
  }

  @Test
  void anUnknownThingIsNotFound() {
    supplier()
        .get(PLANTS + "/" + UUID.randomUUID())
        .then()
        .statusCode(404)
        .body("code", equalTo("NOT_FOUND"));
    supplier().get(PLANTS + "/not-an-id").then().statusCode(404);
  }

  @Test
  void aMethodThatIsNotOfferedIsSaidSo() {
    supplier().delete(PLANTS).then().statusCode(405).body("code", equalTo("METHOD_NOT_ALLOWED"));
  }

  // ---- bodies

  @Test
  void allFaultsOfABodyAreToldAtOnce() {
    writing(
            """
            {"plantAddress": 7, "openPlantId": "12", "globalPlantId": "%s", "colour": "red"}
            """
                .formatted("x".repeat(257)))
        .post(PLANTS)
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_FIELDS"))
        .body("type", equalTo("urn:cfptrace:problem:invalid-fields"))
        .body("status", equalTo(400))
        .body("detail", equalTo("5 fields cannot be accepted"))
        .body(
            "errors.field",
            contains("plantName", "plantAddress", "openPlantId", "globalPlantId", "colour"))
        .body(
            "errors.code",
            contains("REQUIRED", "WRONG_TYPE", "INVALID", "TOO_LONG", "UNKNOWN_FIELD"));
  }

  @Test
  void aBodyThatIsNotJsonIsMalformed() {
    malformed("{\"plantName\": ");
    malformed("[]");
    malformed("");
    malformed("{} {}");
    malformed("{\"plantName\":\"a\",\"plantName\":\"b\"}");
  }

  @Test
  void aBodyNestedTooDeeplyIsMalformed() {
    malformed("{\"a\":".repeat(17) + "1" + "}".repeat(17));
  }

  private static void malformed(String body) {
    writing(body).post(PLANTS).then().statusCode(400).body("code", equalTo("MALFORMED_BODY"));
  }

  @Test
  void aMalformedBodyIsNotEchoed() {
    writing("{\"plantName\": s3cret-of-ours}")
        .post(PLANTS)
        .then()
        .statusCode(400)
        .body(not(containsString("s3cret")));
  }

  @Test
  void aBodyThatIsNotJsonByItsTypeIsUnsupported() {
    supplier()
        .contentType(ContentType.TEXT)
        .header("Idempotency-Key", "k")
        .body("hello")
        .post(PLANTS)
        .then()
        .statusCode(415)
        .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
  }

  @Test
  void aBodyOfMoreThanEightMebibytesIsTooLarge() {
    writing("{\"plantName\":\"" + "x".repeat(8 * 1024 * 1024) + "\"}")
        .post(PLANTS)
        .then()
        .statusCode(413)
        .body("code", equalTo("BODY_TOO_LARGE"));
  }

  // ---- writes that can be repeated

  @Test
  void aWriteWithoutAKeyIsRefused() {
    supplier()
        .contentType(ContentType.JSON)
        .body(plant("Muroran"))
        .post(PLANTS)
        .then()
        .statusCode(400)
        .body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
  }

  @Test
  void aRepeatedWriteGetsTheSameAnswerAndHappensOnce() {
    var key = UUID.randomUUID().toString();
    var name = "Kure " + key;
    var first = post(key, plant(name));
    var again = post(key, plant(name));

    first.then().statusCode(201);
    again.then().statusCode(201);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(plantsNamed(name)).isEqualTo(1);
  }

  @Test
  void theSameKeyForAnotherBodyIsRefused() {
    var key = UUID.randomUUID().toString();
    post(key, plant("Kobe")).then().statusCode(201);

    post(key, plant("Osaka"))
        .then()
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));

    assertThat(plantsNamed("Osaka")).isZero();
  }

  @Test
  void aRefusedWriteLeavesItsKeyFree() {
    var key = UUID.randomUUID().toString();
    post(key, "{}").then().statusCode(400);

    post(key, plant("Oita")).then().statusCode(201);
  }

  @Test
  void twoUsersMayChooseTheSameKey() {
    var key = UUID.randomUUID().toString();
    post(key, plant("Keihin")).then().statusCode(201);

    Door.as(Roles.ADMIN)
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(plant("Chita"))
        .post(PLANTS)
        .then()
        .statusCode(201)
        .body("plantName", equalTo("Chita"));
  }

  @Test
  void ofManyWritesWithOneKeyAtTheSameMomentOneHappensAndAllHearItsAnswer() throws Exception {
    var key = UUID.randomUUID().toString();
    Callable<Response> write = () -> post(key, plant("Yawata"));
    var callers = Executors.newFixedThreadPool(8);
    try {
      var answers = new HashSet<String>();
      for (Future<Response> answer :
          callers.invokeAll(List.of(write, write, write, write, write, write, write, write))) {
        answer.get().then().statusCode(201);
        answers.add(answer.get().asString());
      }
      assertThat(answers).hasSize(1);
    } finally {
      callers.shutdownNow();
    }
    assertThat(plantsNamed("Yawata")).isEqualTo(1);
  }

  private static Response post(String key, String body) {
    return supplier()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(body)
        .post(PLANTS);
  }

  private long plantsNamed(String name) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement("SELECT count(*) FROM plant WHERE name = ?")) {
      query.setString(1, name);
      var row = query.executeQuery();
      row.next();
      return row.getLong(1);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  // ---- versions

  @Test
  void aChangeNamesTheVersionItReplaces() {
    var created = writing(plant("Nagoya")).post(PLANTS);
    var path = created.header("Location");

    writing(plant("Nagoya east"))
        .put(path)
        .then()
        .statusCode(428)
        .body("code", equalTo("VERSION_REQUIRED"));
    var changed =
        writing(plant("Nagoya east")).header("If-Match", created.header("ETag")).put(path);
    changed.then().statusCode(200).body("plantName", equalTo("Nagoya east"));
    writing(plant("Nagoya west"))
        .header("If-Match", created.header("ETag"))
        .put(path)
        .then()
        .statusCode(412)
        .body("code", equalTo("VERSION_OUTDATED"));

    var shown = supplier().get(path);
    shown.then().statusCode(200).body("plantName", equalTo("Nagoya east"));
    assertThat(shown.header("ETag"))
        .isEqualTo(changed.header("ETag"))
        .isNotEqualTo(created.header("ETag"));
  }

  @Test
  void ofTwoChangesOfOneVersionAtTheSameMomentOneHappens() throws Exception {
    var created = writing(plant("Tsurumi")).post(PLANTS);
    Callable<Integer> change =
        () ->
            writing(plant("Tsurumi " + UUID.randomUUID()))
                .header("If-Match", created.header("ETag"))
                .put(created.header("Location"))
                .statusCode();
    var callers = Executors.newFixedThreadPool(4);
    try {
      var answers = new ArrayList<Integer>();
      for (Future<Integer> answer : callers.invokeAll(List.of(change, change, change, change))) {
        answers.add(answer.get());
      }
      assertThat(answers).containsExactlyInAnyOrder(200, 412, 412, 412);
    } finally {
      callers.shutdownNow();
    }
  }

  /**
   * Another transaction holds the plant and then wants the caller's key row, while the write has
   * the key row and wants the plant: PostgreSQL ends the one that waited first, which is the write.
   */
  @Test
  void aWriteTheDatabaseGivesUpForAnotherIsDoneAgain() throws Exception {
    var created = writing(plant("Wakamatsu")).post(PLANTS);
    var path = created.header("Location");
    var key = UUID.randomUUID().toString();
    var writer = Executors.newSingleThreadExecutor();
    try (var other = database.getConnection();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SELECT 1 FROM plant WHERE name = 'Wakamatsu' FOR UPDATE");
      Future<Response> change =
          writer.submit(
              () ->
                  supplier()
                      .contentType(ContentType.JSON)
                      .header("Idempotency-Key", key)
                      .header("If-Match", created.header("ETag"))
                      .body(plant("Wakamatsu north"))
                      .put(path));
      awaitOneWaiting();
      statement.execute(
          "INSERT INTO idempotency_key (who, key, request_digest, created_at, status)"
              + " SELECT who, '"
              + key
              + "', 'another', now(), 0 FROM idempotency_key ORDER BY created_at DESC LIMIT 1");
      other.rollback();

      change.get().then().statusCode(200).body("plantName", equalTo("Wakamatsu north"));
    } finally {
      writer.shutdownNow();
    }
    assertThat(plantsNamed("Wakamatsu north")).isEqualTo(1);
  }

  private void awaitOneWaiting() throws Exception {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")) {
      Awaitility.await()
          .until(
              () -> {
                try (var row = query.executeQuery()) {
                  return row.next() && row.getLong(1) == 1;
                }
              });
    }
  }

  // ---- pages

  @Test
  void aListIsReadPageByPageWithoutGapsOrRepeats() {
    for (int i = 0; i < 5; i++) {
      writing(plant("Page plant " + i)).post(PLANTS).then().statusCode(201);
    }
    var seen = new ArrayList<String>();
    String after = null;
    do {
      var request = supplier().queryParam("limit", 2);
      var page = (after == null ? request : request.queryParam("after", after)).get(PLANTS);
      page.then().statusCode(200);
      List<String> names = page.path("items.plantName");
      assertThat(names).hasSizeLessThanOrEqualTo(2);
      seen.addAll(page.<List<String>>path("items.plantId"));
      after = page.path("next");
    } while (after != null);

    assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(5);
    assertThat(seen.stream().collect(toSet())).hasSize(seen.size());
  }

  @Test
  void aLimitOutsideOneToAHundredIsRefused() {
    for (var limit : List.of("0", "101", "-1", "ten", "1e1")) {
      supplier()
          .queryParam("limit", limit)
          .get(PLANTS)
          .then()
          .statusCode(400)
          .body("code", equalTo("INVALID_PARAMETER"));
    }
  }

  @Test
  void aCursorThatIsNotOursIsRefused() {
    supplier()
        .queryParam("after", "%%%")
        .get(PLANTS)
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"));
  }

  // ---- journal

  @Test
  void everyWriteIsInTheJournalWithItsWriter() {
    String id = writing(plant("Kashima")).post(PLANTS).path("plantId");

    Door.as(Roles.AUDITOR)
        .queryParam("limit", 100)
        .get("/api/v1/journal")
        .then()
        .statusCode(200)
        .body("items.find { it.subject == '" + id + "' }.action", equalTo("plant.created"))
        .body("items.find { it.subject == '" + id + "' }.who", equalTo("supplier-user"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update journal set who = 'nobody'",
        "delete from journal",
        "delete from journal where number < 0",
        "truncate journal"
      })
  void theJournalIsAddedToAndNeverChanged(String attempt) {
    String before = writing(plant("Kure")).post(PLANTS).path("plantId");

    assertThatThrownBy(() -> new Sql(database).update(attempt))
        .rootCause()
        .hasMessageContaining("the journal is added to and never changed");

    String after = writing(plant("Kobe")).post(PLANTS).path("plantId");
    Door.as(Roles.AUDITOR)
        .queryParam("limit", 2)
        .get("/api/v1/journal")
        .then()
        .statusCode(200)
        .body("items.subject", contains(after, before))
        .body("items.who", contains("supplier-user", "supplier-user"));
  }

  @Test
  void theJournalIsForAuditorsAndAdministrators() {
    supplier().get("/api/v1/journal").then().statusCode(403);
    Door.as(Roles.ADMIN).get("/api/v1/journal").then().statusCode(200);
  }

  // ---- what operators look at

  @Test
  void healthMetricsAndOpenApiAreThere() {
    given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/q/metrics").then().statusCode(200).body(containsString("http_server_requests"));
    given()
        .accept(ContentType.JSON)
        .get("/q/openapi?format=json")
        .then()
        .statusCode(200)
        .body("paths.'/api/v1/plants'.post.summary", equalTo("Register a plant"));
  }

  private static String plant(String name) {
    return """
    {"plantName": "%s", "plantAddress": "somewhere"}\
    """
        .formatted(name);
  }
}
