package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.cfptrace.connector.exchange.Service;
import org.cfptrace.connector.exchange.TestSurroundings;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.connector.wiring.Door;
import org.cfptrace.connector.wiring.Given;
import org.cfptrace.connector.wiring.RealDatabase;
import org.cfptrace.connector.wiring.Trade;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.database.Sql;
import org.cfptrace.trade.RequestId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens through the doors when a figure has changed, was wrong, or was long ago. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class CorrectionDoorTest {
  private static final String CORRECTIONS = "/api/v1/corrections";
  private static final Street STREET = new Street();
  private static final Firm MILL = STREET.firm("mmmmmmmmmmmmmmco", "Nishi Mill");
  private static final Firm CARS = STREET.firm("zzzzzzzzzzzzzzco", "Umi Cars");

  @Inject Service service;
  @Inject Trade trade;
  @Inject DataSource dataSource;

  @BeforeEach
  void partnersTheyAre() {
    STREET.meet(service, trade);
  }

  // ---- a changed figure waits for a person

  @Test
  void aChangedFigureWaitsUntilAnApproverAgrees() {
    String coil = aCoil();
    declare(coil);
    String waiting = changedTo(coil, "6");

    Door.analyst()
        .get(CORRECTIONS + "?waiting=true&limit=100")
        .then()
        .statusCode(200)
        .body("items.correctionId", hasItem(waiting))
        .body("items[0].why", equalTo("RULE_ASKS"))
        .body("items[0].partnerId", equalTo(CARS.id().did()))
        .body("items[0].before.exclBiogenicUptake", equalTo("5"))
        .body("items[0].after.exclBiogenicUptake", equalTo("6"))
        .body("items[0].state", equalTo("WAITING"));
    settle(waiting, "approval")
        .then()
        .statusCode(200)
        .body("state", equalTo("APPROVED"))
        .body("settledBy", equalTo("approver-user"))
        .body("settledAt", notNullValue());
    settle();

    Door.analyst()
        .get(CORRECTIONS + "?waiting=true&limit=100")
        .then()
        .body("items.correctionId", not(hasItem(waiting)));
    Door.analyst().get(CORRECTIONS).then().body("items.correctionId", hasItem(waiting));
    assertThat(lastTotal(CARS, coil)).isEqualTo(KgCo2e.of("6"));
    for (String door : List.of("approval", "dismissal")) {
      settle(waiting, door)
          .then()
          .statusCode(409)
          .body("code", equalTo("ILLEGAL_MOVE"))
          .body("detail", containsString("APPROVED"))
          .body("errors.field", contains("state"))
          .body("errors.code", contains("APPROVED"))
          .body("errors.message", contains("nothing is possible any more"));
    }
  }

  @Test
  void aDismissedFigureIsNotToldAndNotAskedForAgain() {
    String coil = aCoil();
    declare(coil);
    String waiting = changedTo(coil, "6");

    settle(waiting, "dismissal").then().statusCode(200).body("state", equalTo("DISMISSED"));
    Given.emissions(coil, "6");
    settle();

    assertThat(waitingFor(coil)).isEmpty();
    assertThat(lastTotal(CARS, coil)).isEqualTo(KgCo2e.of("5"));
    settle(waiting, "dismissal")
        .then()
        .statusCode(409)
        .body("code", equalTo("ILLEGAL_MOVE"))
        .body("errors.code", contains("DISMISSED"));
    assertThat(changedTo(coil, "7")).isNotEqualTo(waiting);
  }

  @Test
  void onlyApproversDecideAndAnUnknownCorrectionIsNotThere() {
    for (String door : List.of("/approval", "/dismissal")) {
      for (String role :
          List.of(Roles.SUPPLIER, Roles.ANALYST, Roles.AUDITOR, Roles.ADMIN, Roles.OPERATOR)) {
        Door.with(Door.as(role), "")
            .post(CORRECTIONS + "/" + UUID.randomUUID() + door)
            .then()
            .statusCode(403);
      }
      for (String id : List.of(UUID.randomUUID().toString(), "1", "x".repeat(200))) {
        Door.with(Door.as(Roles.APPROVER), "")
            .post(CORRECTIONS + "/" + id + door)
            .then()
            .statusCode(404);
      }
    }
    Door.as(Roles.OPERATOR).get(CORRECTIONS).then().statusCode(403);
    for (String bad : List.of("waiting=yes", "after=x", "limit=-1")) {
      Door.supplier()
          .get(CORRECTIONS + "?" + bad)
          .then()
          .statusCode(400)
          .body("code", equalTo("INVALID_PARAMETER"));
    }
  }

  // ---- a wrong figure is recalled

  @Test
  void aRecallShowsWhatItTouchesBeforeAndAfter() {
    String coil = aCoil();
    String told = declare(coil);
    settle();
    String impact = "/api/v1/declarations/" + told + "/impact";

    Door.as(Roles.AUDITOR)
        .get(impact)
        .then()
        .statusCode(200)
        .body("recalled", nullValue())
        .body("products.traceId", contains(coil))
        .body("products[0].customers.partnerId", contains(CARS.id().did()))
        .body("products[0].customers.state", contains("ACTIVE"))
        .body("products[0].customers.delivery", contains("DELIVERED"));
    recall(told, "{\"reason\": \"wrong meter\"}")
        .then()
        .statusCode(200)
        .body("recalled", contains(told))
        .body("products[0].customers.declarationId", contains(told))
        .body("products[0].customers.state", contains("RECALLED"));
    settle();
    Door.analyst()
        .get(impact)
        .then()
        .statusCode(200)
        .body("products.traceId", contains(coil))
        .body("products[0].customers.partnerId", contains(CARS.id().did()))
        .body("products[0].customers.declarationId", contains(told))
        .body("products[0].customers.state", contains("RECALLED"));

    assertThat(
            CARS.company()
                .received()
                .find(new DeclarationId(told))
                .orElseThrow()
                .standing()
                .isActive())
        .isFalse();
    recall(told, "{\"reason\": \"again\"}")
        .then()
        .statusCode(409)
        .body("code", equalTo("ILLEGAL_MOVE"))
        .body("errors.field", contains("state"))
        .body("errors.code", contains("RECALLED"))
        .body("errors.message", contains("nothing is possible any more"));

    changedTo(coil, "6");
    Door.analyst()
        .get(CORRECTIONS + "?waiting=true&limit=1")
        .then()
        .body("items.traceId", contains(coil))
        .body("items.why", contains("AFTER_RECALL"));
  }

  @Test
  void aRecallNeedsAnApproverAReasonAndADeclarationOfOurs() {
    String coil = aCoil();
    String told = declare(coil);
    for (String role :
        List.of(
            Roles.SUPPLIER, Roles.ANALYST, Roles.AUDITOR, Roles.ADMIN, Roles.DISCLOSURE_OFFICER)) {
      Door.with(Door.as(role), "{\"reason\": \"x\"}")
          .post("/api/v1/declarations/" + told + "/recall")
          .then()
          .statusCode(403);
    }
    recall(told, "{}").then().statusCode(400).body("errors.field", contains("reason"));
    recall(told, "{\"reason\": \"  \"}")
        .then()
        .statusCode(400)
        .body("errors.code", contains("BLANK"));
    recall(told, "{\"reason\": \"%s\"}".formatted("x".repeat(1001)))
        .then()
        .statusCode(400)
        .body("errors.code", contains("TOO_LONG"));

    String unknown = "A".repeat(43);
    String theirs = millTells(aBracket(), "3");
    Response notThere = recall(unknown, "{\"reason\": \"x\"}");
    notThere.then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    Response notOurs = recall(theirs, "{\"reason\": \"x\"}");
    assertThat(notOurs.statusCode()).isEqualTo(404);
    assertThat(notOurs.asString().replace(theirs, unknown)).isEqualTo(notThere.asString());
    Door.supplier().get("/api/v1/declarations/" + unknown + "/impact").then().statusCode(404);
    Door.supplier().get("/api/v1/declarations/1/impact").then().statusCode(404);
  }

  @Test
  void aPartnersRecallLeavesTheTotalIncompleteAndSaysWhatItTouches() {
    String bracket = aBracket();
    String told = millTells(bracket, "3");
    Door.analyst().get(footprint(bracket)).then().body("total.exclBiogenicUptake", equalTo("8"));
    Door.analyst()
        .get("/api/v1/declarations/" + told + "/impact")
        .then()
        .statusCode(200)
        .body("products.traceId", contains(bracket));

    MILL.recalls(
        new DeclarationId(
            MILL.company().issued().standing(millProduct(told), service.id()).get(0).id().value()),
        "wrong");
    settle();

    Door.analyst()
        .get(footprint(bracket))
        .then()
        .body("total.exclBiogenicUptake", equalTo("5"))
        .body("total.complete", equalTo(false))
        .body("lines[0].state", equalTo("RECALLED"));
  }

  // ---- what was known then

  @Test
  void whatWasKnownAtAMomentStaysReadable() throws InterruptedException {
    Instant before = Instant.now();
    String coil = aCoil();
    settle();
    Instant first = Instant.now();
    Given.emissions(coil, "6");
    settle();

    Door.analyst()
        .get(footprint(coil) + "?asOf=" + before.minusSeconds(1))
        .then()
        .statusCode(404)
        .body("code", equalTo("NOT_FOUND"));
    Door.analyst()
        .get(footprint(coil) + "?asOf=" + first)
        .then()
        .statusCode(200)
        .body("total.exclBiogenicUptake", equalTo("5"))
        .body("knownAt", notNullValue());
    Door.analyst()
        .get(footprint(coil) + "?periodEnd=2026-03-31&asOf=" + Instant.now())
        .then()
        .body("total.exclBiogenicUptake", equalTo("6"));
    Door.analyst().get(footprint(coil)).then().body("knownAt", nullValue());
    Door.analyst()
        .get(footprint(TraceId.random().toString()) + "?asOf=" + first)
        .then()
        .statusCode(404);
  }

  @Test
  void aMomentThatIsNoneIsRefused() {
    String coil = aCoil();
    for (String bad :
        List.of(
            "yesterday",
            "2026-03-31",
            "2026-02-30T00:00:00Z",
            "+999999999-01-01T00:00:00Z",
            "-5000-01-01T00:00:00Z")) {
      Door.analyst()
          .queryParam("asOf", bad)
          .get(footprint(coil))
          .then()
          .statusCode(400)
          .body("code", equalTo("INVALID_PARAMETER"));
    }
    for (String bad : List.of("+999999999-12-31", "-5000-01-01", "31.3.2026")) {
      Door.analyst().queryParam("periodEnd", bad).get(footprint(coil)).then().statusCode(400);
    }
  }

  // ---- partners that are away

  @Test
  void whatHasWaitedLongerThanThirtyDaysIsSentAnew() {
    String coil = aCoil();
    declare(coil);
    service.exchange().relay().round();
    service.pass(new org.cfptrace.connector.exchange.ListedBroker());
    Sql sql = new Sql(dataSource);
    resend(Door.as(Roles.ADMIN)).then().statusCode(200).body("messages", equalTo(0));
    Door.as(Roles.ADMIN)
        .get("/api/v1/partners/" + CARS.id().shortId())
        .then()
        .body("waitingSince", notNullValue());
    sql.update(
        "update outbox set created_at = created_at - interval '31 days' where recipient = ? and"
            + " state = 'SENT'",
        CARS.id().did());

    int messages =
        resend(Door.as(Roles.OPERATOR)).then().statusCode(200).extract().path("messages");
    settle();

    assertThat(messages).isPositive();
    assertThat(lastTotal(CARS, coil)).isEqualTo(KgCo2e.of("5"));
    resend(Door.as(Roles.SUPPLIER)).then().statusCode(403);
    resend(Door.as(Roles.AUDITOR)).then().statusCode(403);
    Door.with(Door.as(Roles.ADMIN), "")
        .post("/api/v1/partners/xxxxxxxxxxxxxxxx/resend")
        .then()
        .statusCode(404);
  }

  @Test
  void aCompanyIsFoundByName() {
    Door.supplier()
        .get("/api/v1/participants?name=Umi")
        .then()
        .statusCode(200)
        .body("items.did", contains(CARS.id().did()))
        .body("items.partner", contains("ACCEPTED"))
        .body("more", equalTo(false));
    for (String bad : List.of("", "?name=%20", "?corporateNumber=12", "?lei=x")) {
      Door.supplier()
          .urlEncodingEnabled(false)
          .get("/api/v1/participants" + bad)
          .then()
          .statusCode(400)
          .body("code", equalTo("INVALID_PARAMETER"));
    }
    Door.as(Roles.AUDITOR).get("/api/v1/participants?name=Umi").then().statusCode(403);
    TestSurroundings.SPACE.isAway(true);
    try {
      Door.supplier().get("/api/v1/participants?name=Umi").then().statusCode(503);
    } finally {
      TestSurroundings.SPACE.isAway(false);
    }
  }

  // ---- telling of it

  private static String aCoil() {
    String coil = Given.aProduct("kilogram");
    Given.emissions(coil, "5");
    return coil;
  }

  private static String aBracket() {
    String bracket = Given.aProduct("kilogram");
    Given.emissions(bracket, "5");
    Given.billOfMaterials(
        bracket,
        """
        {"lineId": "coil", "partName": "Coil", "amount": "1", "unit": "kilogram", "kind": "PROCURED"}\
        """);
    return bracket;
  }

  /** The mill is asked for the bracket's coil and tells its figure; the id of what it declared. */
  private String millTells(String bracket, String kilograms) {
    String asked =
        Door.writing(
                "{\"requests\": [{\"traceId\": \"%s\", \"lineId\": \"coil\", \"partnerId\": \"%s\"}]}"
                    .formatted(bracket, MILL.id().shortId()))
            .post("/api/v1/requests")
            .then()
            .statusCode(200)
            .extract()
            .path("outcomes[0].request.requestId");
    settle();
    TraceId steel = MILL.makes("steel " + UUID.randomUUID(), DeclaredUnit.KILOGRAM);
    MILL.emits(steel, kilograms);
    MILL.links(RequestId.of(asked), steel);
    MILL.releases(service.id(), steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    settle();
    return MILL.company().issued().standing(steel, service.id()).get(0).id().value();
  }

  private TraceId millProduct(String declaration) {
    return MILL.company()
        .issued()
        .find(new DeclarationId(declaration))
        .orElseThrow()
        .product()
        .traceId();
  }

  private static String declare(String coil) {
    return Door.with(
            Door.as(Roles.APPROVER),
            """
            {"traceId": "%s", "partnerId": "%s", "audience": "NEXT_TIER", "switches": {"total": true}}\
            """
                .formatted(coil, CARS.id().shortId()))
        .post("/api/v1/declarations")
        .then()
        .statusCode(201)
        .extract()
        .path("declarationId");
  }

  /** Posts other emissions; the id of the correction that waits for it. */
  private String changedTo(String coil, String kilograms) {
    settle();
    Given.emissions(coil, kilograms);
    settle();
    return waitingFor(coil).get(0);
  }

  private static List<String> waitingFor(String coil) {
    return Door.analyst()
        .get(CORRECTIONS + "?waiting=true&limit=100")
        .then()
        .statusCode(200)
        .extract()
        .path("items.findAll { it.traceId == '" + coil + "' }.correctionId");
  }

  private static KgCo2e lastTotal(Firm firm, String product) {
    return firm
        .company()
        .received()
        .newestFirst(
            new org.cfptrace.service.answer.PageRequest(100, Optional.empty()), Optional.empty())
        .items()
        .stream()
        .filter(each -> each.product().traceId().equals(TraceId.of(product)))
        .findFirst()
        .orElseThrow()
        .total()
        .orElseThrow()
        .exclBiogenicUptake();
  }

  private static Response settle(String correction, String door) {
    return Door.with(Door.as(Roles.APPROVER), "").post(CORRECTIONS + "/" + correction + "/" + door);
  }

  private static Response recall(String declaration, String json) {
    return Door.with(Door.as(Roles.APPROVER), json)
        .post("/api/v1/declarations/" + declaration + "/recall");
  }

  private static Response resend(RequestSpecification caller) {
    return Door.with(caller, "").post("/api/v1/partners/" + CARS.id().shortId() + "/resend");
  }

  private static String footprint(String product) {
    return "/api/v1/products/" + product + "/footprint";
  }

  private void settle() {
    STREET.settle(service, trade);
  }
}
