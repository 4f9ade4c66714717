package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.connector.exchange.Service;
import org.cfptrace.connector.wiring.Door;
import org.cfptrace.connector.wiring.Given;
import org.cfptrace.connector.wiring.RealDatabase;
import org.cfptrace.connector.wiring.Trade;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.access.Roles;
import org.cfptrace.trade.RequestId;
import org.cfptrace.trade.RequestState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What partners are told: a clerk drafts it, an approver releases it. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ReleaseDoorTest {
  private static final String RELEASES = "/api/v1/releases";
  private static final String TOTAL = "{\"switches\": {\"total\": true}}";
  private static final Street STREET = new Street();
  private static final Firm CARS = STREET.firm("zzzzzzzzzzzzzzre", "Aki Cars");

  @Inject Service service;
  @Inject Trade trade;

  @BeforeEach
  void partnersTheyAre() {
    STREET.meet(service, trade);
  }

  @Test
  void nothingIsToldBeforeAnApproverHasReleasedIt() {
    String coil = aCoil();
    String asked = linked(coil);

    Door.supplier()
        .get(release(coil))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"0\""))
        .body("inForce.switches.total", equalTo(false))
        .body("inForce.redeclare.rule", equalTo("ASK"))
        .body("draft", nullValue());
    draft(coil, TOTAL)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("draft.switches.total", equalTo(true))
        .body("draftedBy", equalTo("supplier-user"))
        .body("inForce.switches.total", equalTo(false));
    settle();
    assertThat(CARS.stateOf(RequestId.of(asked))).isEqualTo(RequestState.LINKED);

    approve(Door.as(Roles.APPROVER), coil, "\"1\"")
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .body("inForce.switches.total", equalTo(true))
        .body("releasedBy", equalTo("approver-user"))
        .body("draft", nullValue());
    settle();
    assertThat(CARS.stateOf(RequestId.of(asked))).isEqualTo(RequestState.ANSWERED);
  }

  @Test
  void whoReleasesNamesTheVersionThatWasRead() {
    String coil = aCoil();
    draft(coil, TOTAL).then().statusCode(200);
    draft(coil, "{\"switches\": {\"total\": true, \"quality\": true}}").then().statusCode(200);

    Door.with(Door.as(Roles.APPROVER), "")
        .post(release(coil) + "/approval")
        .then()
        .statusCode(428)
        .body("code", equalTo("VERSION_REQUIRED"));
    approve(Door.as(Roles.APPROVER), coil, "\"1\"")
        .then()
        .statusCode(412)
        .body("code", equalTo("VERSION_OUTDATED"));
    Door.supplier().get(release(coil)).then().body("inForce.switches.total", equalTo(false));
    approve(Door.as(Roles.APPROVER), coil, "\"2\"").then().statusCode(200);
    approve(Door.as(Roles.APPROVER), coil, "\"3\"")
        .then()
        .statusCode(409)
        .body("code", equalTo("NOT_ALLOWED_NOW"));
    Door.with(Door.supplier().header("If-Match", "\"1\""), TOTAL)
        .put(release(coil) + "/draft")
        .then()
        .statusCode(412);
  }

  @Test
  void aClerkDeclaresOnlyWhatIsReleased() {
    String coil = aCoil();

    declare(Door.supplier(), coil, "").then().statusCode(409).body("code", equalTo("NOT_RELEASED"));
    draft(coil, TOTAL).then().statusCode(200);
    declare(Door.supplier(), coil, "").then().statusCode(409).body("code", equalTo("NOT_RELEASED"));
    approve(Door.as(Roles.APPROVER), coil, "\"1\"").then().statusCode(200);
    declare(Door.supplier(), coil, ", \"switches\": {\"total\": true, \"quality\": true}")
        .then()
        .statusCode(409)
        .body("code", equalTo("NOT_RELEASED"));
    declare(Door.supplier(), coil, "")
        .then()
        .statusCode(201)
        .body("total.exclBiogenicUptake", equalTo("5"));
  }

  @Test
  void anApproverReleasesAndDeclaresInOneStep() {
    String coil = aCoil();

    declare(Door.as(Roles.APPROVER), coil, "")
        .then()
        .statusCode(409)
        .body("code", equalTo("NOT_RELEASED"));
    declare(Door.as(Roles.APPROVER), coil, ", \"switches\": {\"total\": true}")
        .then()
        .statusCode(201)
        .body("delivery", equalTo("PENDING"));
    Door.supplier()
        .get(release(coil))
        .then()
        .body("inForce.switches.total", equalTo(true))
        .body("releasedBy", equalTo("approver-user"));
  }

  @Test
  void aDeclarationThatIsRefusedLeavesTheReleaseAsItWas() {
    String coil = aCoil();
    draft(coil, TOTAL).then().statusCode(200).body("audience", equalTo("NEXT_TIER"));

    Door.with(
            Door.as(Roles.APPROVER),
            """
            {"traceId": "%s", "partnerId": "%s", "audience": "AGGREGATOR", "switches": {"total": true}}\
            """
                .formatted(coil, CARS.id().shortId()))
        .post("/api/v1/declarations")
        .then()
        .statusCode(409)
        .body("code", equalTo("NOT_ALLOWED_NOW"));
    Door.supplier()
        .get(release(coil))
        .then()
        .body("audience", equalTo("NEXT_TIER"))
        .body("inForce.switches.total", equalTo(false))
        .body("draft.switches.total", equalTo(true));
  }

  @Test
  void withholdingIsToldToThePartner() {
    String coil = aCoil();
    String asked = linked(coil);
    declare(Door.as(Roles.APPROVER), coil, ", \"switches\": {\"total\": true}")
        .then()
        .statusCode(201);
    settle();
    assertThat(CARS.stateOf(RequestId.of(asked))).isEqualTo(RequestState.ANSWERED);

    draft(coil, "{\"switches\": {}}").then().statusCode(200);
    approve(Door.as(Roles.APPROVER), coil, "\"2\"").then().statusCode(200);
    settle();

    assertThat(CARS.stateOf(RequestId.of(asked))).isEqualTo(RequestState.LINKED);
    Door.supplier().get("/api/v1/requests/" + asked).then().body("state", equalTo("LINKED"));
  }

  @Test
  void stagesAreReleasedWithTheTotalOrNotAtAll() {
    String coil = aCoil();

    fault(coil, "{\"switches\": {\"stages\": true}}", "switches.stages", "NEEDS_TOTAL");
    draft(coil, "{\"switches\": {\"stages\": true, \"total\": true}}")
        .then()
        .statusCode(200)
        .body("draft.switches.stages", equalTo(true));
  }

  @Test
  void aPercentageBelongsToItsRuleAndOnlyThere() {
    String coil = aCoil();

    fault(coil, rule("{\"rule\": \"AUTOMATIC_BELOW\"}"), "redeclare.percent", "WRONG_FOR_RULE");
    fault(
        coil,
        rule("{\"rule\": \"ASK\", \"percent\": \"10\"}"),
        "redeclare.percent",
        "WRONG_FOR_RULE");
    fault(
        coil,
        rule("{\"rule\": \"AUTOMATIC_BELOW\", \"percent\": \"0\"}"),
        "redeclare.percent",
        "NOT_POSITIVE",
        "WRONG_FOR_RULE");
    fault(coil, rule("{\"rule\": \"ALWAYS\"}"), "redeclare.rule", "INVALID");
    fault(coil, "{}", "switches", "REQUIRED");
    fault(coil, "{\"switches\": {\"recipe\": true}}", "switches.recipe", "UNKNOWN_FIELD");
    draft(coil, rule("{\"rule\": \"AUTOMATIC_BELOW\", \"percent\": \"10\"}"))
        .then()
        .statusCode(200)
        .body("draft.redeclare.percent", equalTo("10"));
  }

  @Test
  void draftsThatWaitAreListed() {
    String drafted = aCoil();
    String released = aCoil();
    draft(drafted, TOTAL).then().statusCode(200);
    draft(released, TOTAL).then().statusCode(200);
    approve(Door.as(Roles.APPROVER), released, "\"1\"").then().statusCode(200);

    Door.as(Roles.AUDITOR)
        .get(RELEASES + "?limit=100")
        .then()
        .statusCode(200)
        .body("items.traceId", hasItem(drafted))
        .body("items.traceId", hasItem(released));
    Door.as(Roles.APPROVER)
        .get(RELEASES + "?drafts=true&limit=100")
        .then()
        .body("items.traceId", hasItem(drafted))
        .body("items.traceId", not(hasItem(released)));
    for (String bad : List.of("drafts=yes", "after=AA", "limit=101")) {
      Door.supplier()
          .get(RELEASES + "?" + bad)
          .then()
          .statusCode(400)
          .body("code", equalTo("INVALID_PARAMETER"));
    }
  }

  @Test
  void whatIsNotOursIsNotThere() {
    String coil = aCoil();
    String nobody = "xxxxxxxxxxxxxxxx";
    String nothing = "urn:uuid:" + UUID.randomUUID();
    for (String path :
        List.of("/" + nobody + "/" + coil, "/" + CARS.id().shortId() + "/" + nothing, "/x/y")) {
      Door.supplier()
          .get(RELEASES + path)
          .then()
          .statusCode(404)
          .body("code", equalTo("NOT_FOUND"));
      Door.with(Door.supplier(), TOTAL).put(RELEASES + path + "/draft").then().statusCode(404);
      Door.with(Door.as(Roles.APPROVER).header("If-Match", "\"0\""), "")
          .post(RELEASES + path + "/approval")
          .then()
          .statusCode(404);
    }
    for (RequestSpecification each : List.of(Door.supplier(), Door.as(Roles.APPROVER))) {
      declare(each, nothing, "")
          .then()
          .statusCode(404)
          .body("detail", equalTo("no product " + nothing));
    }
    Door.with(
            Door.supplier(),
            "{\"traceId\": \"%s\", \"partnerId\": \"%s\", \"audience\": \"NEXT_TIER\"}"
                .formatted(coil, nobody))
        .post("/api/v1/declarations")
        .then()
        .statusCode(404);
  }

  @Test
  void onlyApproversReleaseAndOnlyClerksAndApproversDraft() {
    String coil = aCoil();
    draft(coil, TOTAL).then().statusCode(200);
    for (String role :
        List.of(Roles.SUPPLIER, Roles.ANALYST, Roles.AUDITOR, Roles.ADMIN, Roles.OPERATOR)) {
      approve(Door.as(role), coil, "\"1\"").then().statusCode(403);
    }
    for (String role : List.of(Roles.ANALYST, Roles.AUDITOR, Roles.ADMIN, Roles.OPERATOR)) {
      Door.with(Door.as(role), TOTAL).put(release(coil) + "/draft").then().statusCode(403);
      declare(Door.as(role), coil, "").then().statusCode(403);
    }
    Door.as(Roles.OPERATOR).get(RELEASES).then().statusCode(403);
    Door.as(Roles.DISCLOSURE_OFFICER).get(release(coil)).then().statusCode(403);
  }

  private void fault(String coil, String json, String field, String... codes) {
    draft(coil, json)
        .then()
        .statusCode(400)
        .body("errors.field", hasItem(field))
        .body("errors.code", containsInAnyOrder(codes));
  }

  private static String rule(String rule) {
    return "{\"switches\": {\"total\": true}, \"redeclare\": " + rule + "}";
  }

  private static String aCoil() {
    String coil = Given.aProduct("kilogram");
    Given.emissions(coil, "5");
    return coil;
  }

  /** The car maker has asked, and the coil is linked. */
  private String linked(String coil) {
    TraceId car = CARS.makes("car " + UUID.randomUUID(), DeclaredUnit.PIECE);
    CARS.buys(car, "coil", "1", DeclaredUnit.KILOGRAM);
    RequestId asked = CARS.asks(service.id(), car, "coil", Share.ALL, Optional.empty());
    settle();
    Door.writing("{\"traceId\": \"%s\"}".formatted(coil))
        .post("/api/v1/requests/" + asked + "/link")
        .then()
        .statusCode(200);
    settle();
    return asked.toString();
  }

  private static String release(String coil) {
    return RELEASES + "/" + CARS.id().shortId() + "/" + coil;
  }

  private static Response draft(String coil, String json) {
    return Door.writing(json).put(release(coil) + "/draft");
  }

  private static Response approve(RequestSpecification caller, String coil, String version) {
    return Door.with(caller.header("If-Match", version), "").post(release(coil) + "/approval");
  }

  private static Response declare(RequestSpecification caller, String coil, String more) {
    return Door.with(
            caller,
            "{\"traceId\": \"%s\", \"partnerId\": \"%s\", \"audience\": \"NEXT_TIER\"%s}"
                .formatted(coil, CARS.id().shortId(), more))
        .post("/api/v1/declarations");
  }

  private void settle() {
    STREET.settle(service, trade);
  }
}
