package org.cfptrace.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.cfptrace.keys.CryptoProviders;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.participant.SignedCall;
import org.cfptrace.service.database.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry's doors: what they take, what they refuse, and in which words. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestSecurity(user = "operator-1", roles = "operator")
class DoorsTest {
  @TestHTTPResource("/")
  URI registry;

  @TempDir Path directory;

  @Inject Clock clock;
  @Inject TableDump tables;
  @Inject DataSource database;

  @Test
  void anApplicationHearsOfAllItsFaultsAtOnce() {
    Newcomer.write()
        .body(
            """
            {"name":"","address":7,"country":"XX","corporateNumber":"1000012050002",
             "lei":"529900T8BM49AURSDO56","otherIds":[{"scheme":"DUNS"}],
             "contact":{"name":"Yamada","email":"nowhere"},"roles":["BAKER"],"colour":"red"}
            """)
        .post("/api/v1/applications")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:cfptrace:problem:invalid-fields"))
        .body("title", equalTo("Some fields cannot be accepted"))
        .body("code", equalTo("INVALID_FIELDS"))
        .body("status", equalTo(400))
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            containsInAnyOrder(
                "name EMPTY",
                "address WRONG_TYPE",
                "country UNKNOWN_COUNTRY",
                "corporateNumber BAD_CORPORATE_NUMBER",
                "lei BAD_LEI",
                "otherIds[0].value REQUIRED",
                "contact.email BAD_EMAIL",
                "roles[0] UNKNOWN_VALUE",
                "colour UNKNOWN_FIELD"));
  }

  @Test
  void aProblemSpeaksJapaneseToWhoeverPrefersIt() {
    Newcomer.write()
        .header("Accept-Language", "ja-JP,en;q=0.5")
        .body("{}")
        .post("/api/v1/applications")
        .then()
        .statusCode(400)
        .body("title", equalTo("受け付けられない項目があります"));
  }

  @Test
  void aBodyThatIsNotStrictJsonIsRefused() {
    for (var body : List.of("", "[]", "{\"name\":1.5}", "{\"name\":\"a\",\"name\":\"b\"}", "{}}")) {
      Newcomer.write()
          .body(body)
          .post("/api/v1/applications")
          .then()
          .statusCode(400)
          .body("code", equalTo("MALFORMED_BODY"));
    }
  }

  @Test
  void anApplicationIsSeenByOperatorsWithEverythingTheCompanySaid() {
    var id =
        Newcomer.applies(
            Newcomer.form(
                "株式会社青森製鋼",
                ",\"nameKana\":\"アオモリセイコウ\",\"otherIds\":[{\"scheme\":\"DUNS\",\"value\":\"1\"}]"));

    given()
        .get("/api/v1/applications/" + id)
        .then()
        .statusCode(200)
        .body("state", equalTo("SUBMITTED"))
        .body("company.name", equalTo("株式会社青森製鋼"))
        .body("company.nameKana", equalTo("アオモリセイコウ"))
        .body("company.otherIds[0].scheme", equalTo("DUNS"))
        .body("company.contact.email", equalTo("yamada@mill.example"))
        .body("company.roles", contains("SUPPLIER"));
  }

  @Test
  void anApplicationIsDecidedOnce() {
    var id = Newcomer.applies(Newcomer.form("once", ""));
    Newcomer.write()
        .body("{\"reason\":\"not at this address\"}")
        .post("/api/v1/applications/" + id + "/refusal")
        .then()
        .statusCode(200)
        .body("state", equalTo("REFUSED"))
        .body("decidedBy", equalTo("operator-1"))
        .body("refusalReason", equalTo("not at this address"));

    Newcomer.write()
        .post("/api/v1/applications/" + id + "/approval")
        .then()
        .statusCode(409)
        .body("code", equalTo("ALREADY_DECIDED"));
  }

  @Test
  void anOperatorApprovesWithoutABodyAndWithoutAContentType() {
    var id = Newcomer.applies(Newcomer.form("bare", ""));

    given()
        .header("Idempotency-Key", UUID.randomUUID())
        .post("/api/v1/applications/" + id + "/approval")
        .then()
        .statusCode(200)
        .body("did", startsWith("did:web:registry.cfptrace.example:participants:"))
        .body("enrolmentCode", notNullValue())
        .body("expiresAt", notNullValue());
  }

  @Test
  void aRefusalWithoutAReasonIsRefused() {
    var id = Newcomer.applies(Newcomer.form("no reason", ""));
    Newcomer.write()
        .body("{}")
        .post("/api/v1/applications/" + id + "/refusal")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("reason"));
  }

  @Test
  void aCompanyIsAdmittedOnceByItsNumbers() {
    var number = ",\"corporateNumber\":\"7000012050002\"";
    Newcomer.isApproved(Newcomer.applies(Newcomer.form("first", number)));
    var again = Newcomer.applies(Newcomer.form("second", number));

    Newcomer.write()
        .post("/api/v1/applications/" + again + "/approval")
        .then()
        .statusCode(409)
        .body("code", equalTo("ALREADY_A_PARTICIPANT"));
    given().get("/api/v1/applications/" + again).then().body("state", equalTo("SUBMITTED"));
  }

  @Test
  void aWriteNeedsAKeyAndARepeatGetsTheSameAnswer() {
    var id = Newcomer.applies(Newcomer.form("repeats", ""));
    var door = "/api/v1/applications/" + id + "/approval";
    given()
        .contentType("application/json")
        .post(door)
        .then()
        .statusCode(400)
        .body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));

    var key = UUID.randomUUID();
    var first = given().header("Idempotency-Key", key).contentType("application/json").post(door);
    var second = given().header("Idempotency-Key", key).contentType("application/json").post(door);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.asString()).isEqualTo(first.asString());

    given()
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body("{\"other\":1}")
        .post(door)
        .then()
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
  }

  @Test
  void aRefusedWriteLeavesNothingAndItsKeyFree() {
    var key = UUID.randomUUID();
    given()
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body("{}")
        .post("/api/v1/applications")
        .then()
        .statusCode(400);
    given()
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(Newcomer.form("second try", ""))
        .post("/api/v1/applications")
        .then()
        .statusCode(201);
  }

  @Test
  void anEnrolmentCodeIsNowhereInTheDatabase() {
    var approval = Newcomer.isApproved(Newcomer.applies(Newcomer.form("secret", "")));
    assertThat(tables.all()).doesNotContain(approval.getString("enrolmentCode"));
    assertThat(tables.all()).contains(approval.getString("participantId"));
  }

  @Test
  @TestSecurity(user = "clerk", roles = "supplier")
  void operatorDoorsStayShutForOtherRoles() {
    for (var door :
        List.of("/api/v1/applications", "/api/v1/audit-trail", "/api/v1/accreditations")) {
      given()
          .get(door)
          .then()
          .statusCode(403)
          .contentType("application/problem+json")
          .body("code", equalTo("FORBIDDEN"));
    }
    Newcomer.write()
        .post("/api/v1/applications/" + UUID.randomUUID() + "/approval")
        .then()
        .statusCode(403);
    Newcomer.write().body("{}").post("/api/v1/accreditations").then().statusCode(403);
    Newcomer.write()
        .body("{\"reason\":\"x\"}")
        .post("/api/v1/participants/aaaaaaaaaaaaaaaa/suspension")
        .then()
        .statusCode(403);
  }

  @Test
  @TestSecurity
  void operatorDoorsStayShutForNobody() {
    given()
        .get("/api/v1/applications")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", equalTo("Bearer"))
        .body("code", equalTo("UNAUTHENTICATED"));
  }

  @Test
  void everyWriteLeavesALineInTheAuditTrail() {
    var application = Newcomer.applies(Newcomer.form("audited", ""));
    var approval = Newcomer.isApproved(application);
    var id = approval.getString("participantId");
    Newcomer.enrols(registry, directory.resolve("audited"), approval);
    standing(id, "POST", "found out");
    standing(id, "DELETE", "cleared up");

    var lines = new ArrayList<String>();
    String after = "0";
    while (after != null) {
      var page =
          given().queryParam("after", after).queryParam("limit", 100).get("/api/v1/audit-trail");
      page.then().statusCode(200);
      page.jsonPath()
          .getList("items", Map.class)
          .forEach(
              line -> {
                if (line.get("subject").equals(id) || line.get("subject").equals(application)) {
                  lines.add(line.get("actor") + " " + line.get("action"));
                }
              });
      after = page.jsonPath().getString("next");
    }
    assertThat(lines)
        .containsExactly(
            "anonymous APPLICATION_SUBMITTED",
            "operator-1 APPLICATION_APPROVED",
            id + " ENROLMENT_NONCE_ISSUED",
            id + " KEYS_ENROLLED",
            "operator-1 PARTICIPANT_SUSPENDED",
            "operator-1 SUSPENSION_LIFTED");
  }

  @Test
  void theAuditTrailIsAddedToAndNeverChanged() {
    var before = Newcomer.applies(Newcomer.form("trailed", ""));

    for (var attempt :
        List.of(
            "UPDATE audit_trail SET actor = 'nobody'",
            "DELETE FROM audit_trail",
            "DELETE FROM audit_trail WHERE number < 0",
            "TRUNCATE audit_trail")) {
      assertThatThrownBy(() -> new Sql(database).update(attempt))
          .rootCause()
          .hasMessageContaining("the audit trail is only ever added to");
    }

    var after = Newcomer.applies(Newcomer.form("trailed again", ""));
    assertThat(
            new Sql(database)
                .list(
                    "SELECT subject FROM audit_trail ORDER BY number DESC LIMIT 2",
                    row -> row.text("subject")))
        .containsExactly(after, before);
  }

  @Test
  void suspensionIsPublicAndCannotBeDoneTwice() {
    var participant = Newcomer.comesIn(registry, directory, "suspended");
    var id = participant.id().shortId();
    standing(id, "POST", "found out").then().statusCode(200).body("status", equalTo("SUSPENDED"));
    standing(id, "POST", "again").then().statusCode(409).body("code", equalTo("WRONG_STATUS"));
    given().get("/api/v1/participants/" + id).then().body("status", equalTo("SUSPENDED"));
    Newcomer.write().post("/api/v1/participants/" + id + "/enrolment-codes").then().statusCode(409);
    standing(id, "DELETE", "fine").then().statusCode(200).body("status", equalTo("ACTIVE"));
    standing(id, "DELETE", "fine").then().statusCode(409);
  }

  @Test
  void participantsAreFoundByNumberLeiAndPartOfTheName() {
    var more =
        ",\"nameKana\":\"ヒロサキブヒン\",\"corporateNumber\":\"5010401067252\","
            + "\"lei\":\"529900T8BM49AURSDO55\"";
    var id =
        Newcomer.isApproved(Newcomer.applies(Newcomer.form("弘前部品 100%", more)))
            .getString("participantId");

    for (var query :
        List.of(
            Map.of("corporateNumber", "5010401067252"),
            Map.of("lei", "529900T8BM49AURSDO55"),
            Map.of("name", "ひろさき"),
            Map.of("name", "１００%"),
            Map.of("name", "弘前", "corporateNumber", "5010401067252"))) {
      given()
          .queryParams(query)
          .get("/api/v1/participants")
          .then()
          .statusCode(200)
          .body("items.participantId", contains(id))
          .body("items[0].status", equalTo("ADMITTED"))
          .body("items[0].contact", nullValue());
    }
    given().queryParam("name", "100_").get("/api/v1/participants").then().body("items", hasSize(0));
    given()
        .queryParam("lei", "nonsense")
        .get("/api/v1/participants")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"));
  }

  @Test
  void aListComesInPagesThatDoNotOverlap() {
    for (int i = 0; i < 5; i++) {
      Newcomer.isApproved(Newcomer.applies(Newcomer.form("pagewise " + i, "")));
    }
    var seen = new ArrayList<String>();
    String after = null;
    do {
      var request = given().queryParam("name", "pagewise").queryParam("limit", 2);
      var page = (after == null ? request : request.queryParam("after", after));
      var answer = page.get("/api/v1/participants");
      answer.then().statusCode(200);
      List<String> ids = answer.jsonPath().getList("items.participantId");
      assertThat(ids).hasSizeLessThanOrEqualTo(2);
      seen.addAll(ids);
      after = answer.jsonPath().getString("next");
    } while (after != null);
    assertThat(seen).hasSize(5).doesNotHaveDuplicates();

    given().queryParam("limit", 101).get("/api/v1/participants").then().statusCode(400);
    given().queryParam("state", "REFUSED").get("/api/v1/applications").then().statusCode(200);
    given()
        .queryParam("state", "SUBMITTED")
        .get("/api/v1/applications")
        .then()
        .body("items.state", everyItem(is("SUBMITTED")));
  }

  @Test
  void anEntryIsSignedAndShowsTheKeysButNeitherContactNorPartners() {
    var participant = Newcomer.comesIn(registry, directory, "shown");
    var body =
        given()
            .get("/api/v1/participants/" + participant.id().shortId())
            .then()
            .statusCode(200)
            .body("did", equalTo(participant.id().did()))
            .body("keys", hasSize(2))
            .body("keys.kid", hasItem(participant.keys().signing().thumbprint().value()))
            .body("keys[0].jwk.crv", equalTo("P-256"))
            .extract();
    var entry = DirectoryEntry.read(body.path("entry"), Newcomer.trustAnchor());
    assertThat(entry.currentSigningKey().orElseThrow().thumbprint())
        .isEqualTo(participant.keys().signing().thumbprint());
    assertThat(body.asString()).doesNotContain("yamada@mill.example");
  }

  @Test
  void theDidDocumentListsTheKeysInUse() {
    var participant = Newcomer.comesIn(registry, directory, "did");
    var did = participant.id().did();
    given()
        .get("/api/v1/participants/" + participant.id().shortId() + "/did.json")
        .then()
        .statusCode(200)
        .body("'@context'[0]", equalTo("https://www.w3.org/ns/did/v1"))
        .body("id", equalTo(did))
        .body("verificationMethod", hasSize(2))
        .body("verificationMethod.controller", everyItem(is(did)))
        .body("assertionMethod", contains(did + "#" + participant.keys().signing().thumbprint()))
        .body("keyAgreement", contains(did + "#" + participant.keys().encryption().thumbprint()))
        .body("verificationMethod[0].publicKeyJwk.kty", equalTo("EC"));
  }

  @Test
  void aNewCodeVoidsTheOldOneAndASecondEnrolmentEndsTheFirstKeys() {
    var approval = Newcomer.isApproved(Newcomer.applies(Newcomer.form("again", "")));
    var id = approval.getString("participantId");
    var first = Newcomer.enrols(registry, directory.resolve("1"), approval);
    var fresh =
        Newcomer.write()
            .post("/api/v1/participants/" + id + "/enrolment-codes")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    var second = Newcomer.enrols(registry, directory.resolve("2"), fresh);

    assertThat(first.principal()).isEqualTo(id + ".1");
    assertThat(second.principal()).isEqualTo(id + ".2");
    var entry =
        DirectoryEntry.read(
            given().get("/api/v1/participants/" + id).path("entry"), Newcomer.trustAnchor());
    assertThat(entry.keys()).hasSize(4);
    assertThat(entry.currentSigningKey().orElseThrow().thumbprint())
        .isEqualTo(second.keys().signing().thumbprint());
  }

  @Test
  void aSignedCallIsTakenOnceFromItsOwnerForThatDoorAlone() {
    var owner = Newcomer.comesIn(registry, directory, "owner");
    var partner = Newcomer.comesIn(registry, directory, "partner");
    var door = partnersOf(owner) + "/" + partner.id().shortId();
    var call = signed(owner, "PUT", door);

    given().header("Authorization", call).put(door).then().statusCode(200);
    given()
        .header("Authorization", call)
        .put(door)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", equalTo("CFP-Signed"))
        .body("code", equalTo("SIGNED_CALL_REPEATED"));
    given()
        .header("Authorization", signed(owner, "PUT", door))
        .delete(door)
        .then()
        .statusCode(401)
        .body("code", equalTo("SIGNED_CALL_REFUSED"));
    given()
        .header("Authorization", signed(partner, "PUT", door))
        .put(door)
        .then()
        .statusCode(403)
        .body("code", equalTo("FORBIDDEN"));
    given().put(door).then().statusCode(401);
    given().get(partnersOf(owner)).then().statusCode(401);
  }

  @Test
  void aSignedCallForSomebodyUnknownOrForOneselfChangesNothing() {
    var owner = Newcomer.comesIn(registry, directory, "alone");
    var unknown = partnersOf(owner) + "/aaaaaaaaaaaaaaaa";
    var itself = partnersOf(owner) + "/" + owner.id().shortId();
    given()
        .header("Authorization", signed(owner, "PUT", unknown))
        .put(unknown)
        .then()
        .statusCode(404);
    given()
        .header("Authorization", signed(owner, "PUT", itself))
        .put(itself)
        .then()
        .statusCode(400);
    given()
        .header("Authorization", signed(owner, "GET", partnersOf(owner)))
        .get(partnersOf(owner))
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }

  @Test
  void aRefusedSignedCallIsUsedUpAndCannotBeMadeAgainWhenItWouldSucceed() {
    var owner = Newcomer.comesIn(registry, directory, "refused-owner");
    var partner = Newcomer.comesIn(registry, directory, "wished-partner");
    var door = partnersOf(owner) + "/" + partner.id().shortId();
    var recorded = signed(owner, "PUT", door);
    standing(owner.id().shortId(), "POST", "found out").then().statusCode(200);
    given()
        .header("Authorization", recorded)
        .put(door)
        .then()
        .statusCode(409)
        .body("code", equalTo("WRONG_STATUS"));

    standing(owner.id().shortId(), "DELETE", "fine").then().statusCode(200);

    given()
        .header("Authorization", recorded)
        .put(door)
        .then()
        .statusCode(401)
        .body("code", equalTo("SIGNED_CALL_REPEATED"));
    given()
        .header("Authorization", signed(owner, "GET", partnersOf(owner)))
        .get(partnersOf(owner))
        .then()
        .body("items", hasSize(0));
  }

  @Test
  void anAnswerAboutAParticipantSaysWhenItWasTrueAndNobodyOnTheWayKeepsIt() {
    var participant = Newcomer.comesIn(registry, directory, "timely");
    var answer = given().get("/api/v1/participants/" + participant.id().shortId());
    var first = DirectoryEntry.read(answer.path("entry"), Newcomer.trustAnchor());
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(first.asOf())
        .isBetween(clock.instant().minusSeconds(30), clock.instant().plusSeconds(1));

    standing(participant.id().shortId(), "POST", "found out").then().statusCode(200);

    var second =
        DirectoryEntry.read(
            given().get("/api/v1/participants/" + participant.id().shortId()).path("entry"),
            Newcomer.trustAnchor());
    assertThat(second.sequence()).isEqualTo(first.sequence() + 1);
    assertThat(second.asOf()).isAfterOrEqualTo(first.asOf());
  }

  @Test
  void whatIsNotThereIsAProblemToo() {
    given()
        .get("/api/v1/participants/nobody")
        .then()
        .statusCode(404)
        .body("code", equalTo("NOT_FOUND"));
    given().get("/api/v1/applications/not-a-uuid").then().statusCode(404);
    given()
        .get("/api/v1/nothing-here")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
    Newcomer.write()
        .body("x".repeat(70 * 1024))
        .post("/api/v1/applications")
        .then()
        .statusCode(413);
  }

  @Test
  void healthMetricsAndOpenApiAreThere() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.name", hasItem("broker"))
        .body("checks.name", hasItem("authority"));
    assertThat(given().get("/q/metrics").asString())
        .contains("cfptrace_crypto_provider{name=\"" + CryptoProviders.chosen().name() + "\"} 1.0")
        .contains("cfptrace_authority_remaining_seconds")
        .contains("cfptrace_directory_waiting")
        .contains("cfptrace_broker_work_waiting");
    given()
        .accept("application/json")
        .get("/q/openapi")
        .then()
        .statusCode(200)
        .body("paths.'/api/v1/applications'.post.summary", notNullValue())
        .body(
            "paths.collectMany { p -> p.value.findAll { it.key in ['get','post','put','delete'] }"
                + ".collect { it.value.summary } }",
            not(hasItem(nullValue())));
  }

  private static io.restassured.response.Response standing(
      String id, String method, String reason) {
    return Newcomer.write()
        .body("{\"reason\":\"" + reason + "\"}")
        .request(method, "/api/v1/participants/" + id + "/suspension");
  }

  private static String partnersOf(EnrolledParticipant owner) {
    return "/api/v1/participants/" + owner.id().shortId() + "/accepted-partners";
  }

  private String signed(EnrolledParticipant caller, String method, String path) {
    return SignedCall.authorise(
        caller.keys().signing(),
        caller.id(),
        Newcomer.trustAnchor().registryDid(),
        method,
        registry.resolve(path),
        new byte[0],
        clock);
  }
}
