package org.cfptrace.connector.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cfptrace.connector.declare.DeclareFootprint;
import org.cfptrace.connector.wiring.Door;
import org.cfptrace.connector.wiring.Given;
import org.cfptrace.connector.wiring.RealDatabase;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.CryptoProviders;
import org.cfptrace.participant.ParticipantKeys;
import org.cfptrace.policy.Release;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.service.access.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The exchange through its doors: a service among two companies that live in the test. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ExchangeDoorsTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final ListedBroker BROKER = new ListedBroker();
  private static final Company MILL =
      Company.found(TestSurroundings.SPACE, BROKER, CLOCK, "mmmmmmmmmmmmmmmm", "Kita Mill");
  private static final Company CARS =
      Company.found(TestSurroundings.SPACE, BROKER, CLOCK, "zzzzzzzzzzzzzzzz", "Aki Cars");

  @Inject Service service;

  @BeforeEach
  void partnersTheyAre() {
    partnerWith(MILL);
    partnerWith(CARS);
  }

  @Test
  void aCompanyShowsWhoItIsAndTheFingerprintToReadOut() {
    Door.analyst()
        .get("/api/v1/participant")
        .then()
        .statusCode(200)
        .body("participantId", equalTo(TestSurroundings.SHORT_ID))
        .body("fingerprint", equalTo(service.fingerprint().text()));
  }

  @Test
  void partnersAreListedWithTheirStateAndFingerprint() {
    Door.analyst()
        .get("/api/v1/partners/" + MILL.id().shortId())
        .then()
        .statusCode(200)
        .body("did", equalTo(MILL.id().did()))
        .body("name", equalTo("Kita Mill"))
        .body("state", equalTo("ACCEPTED"))
        .body("confirmed", equalTo(true))
        .body("inbox", equalTo("OPEN"))
        .body("fingerprint", equalTo(MILL.fingerprint().text()));
    Door.analyst()
        .get("/api/v1/partners")
        .then()
        .body("items.participantId", hasItems(MILL.id().shortId(), CARS.id().shortId()));
  }

  @Test
  void aReceivedFigureIsLinkedByAPersonAndEntersTheSumAndIsPassedOn() {
    TraceId steel = TraceId.random();
    DeclarationId told = millDeclares(steel, "3");

    Door.analyst()
        .get("/api/v1/declarations?direction=RECEIVED&linked=false&limit=100")
        .then()
        .statusCode(200)
        .body("items.declarationId", hasItem(told.value()))
        .body("items.linked", everyItem(equalTo(false)));
    Door.analyst()
        .get("/api/v1/declarations/" + told.value())
        .then()
        .body("issuer", equalTo(MILL.id().did()))
        .body("total.exclBiogenicUptake", equalTo("3"))
        .body("shown", not(hasItem("inputs")))
        .body("delivery", nullValue());

    String bracket = Given.aProduct("kilogram");
    Given.emissions(bracket, "5");
    Given.billOfMaterials(
        bracket,
        """
        {"lineId": "coil", "partName": "Coil", "amount": "1", "unit": "kilogram", "kind": "PROCURED"}\
        """);
    link(bracket, steel).then().statusCode(200);

    Door.analyst()
        .get("/api/v1/declarations?direction=RECEIVED&linked=true&limit=100")
        .then()
        .body("items.declarationId", hasItem(told.value()));
    Door.analyst()
        .get("/api/v1/products/" + bracket + "/footprint")
        .then()
        .body("total.exclBiogenicUptake", equalTo("8"))
        .body("total.complete", equalTo(true));

    Response declared = declare(bracket, "true");
    declared
        .then()
        .statusCode(201)
        .body("delivery", equalTo("PENDING"))
        .body("total.exclBiogenicUptake", equalTo("8"));
    carry(CARS);
    String id = declared.path("declarationId");
    assertThat(CARS.own().received().find(new DeclarationId(id)).orElseThrow().total())
        .hasValueSatisfying(
            total -> assertThat(total.exclBiogenicUptake()).isEqualTo(KgCo2e.of("8")));
    Door.analyst()
        .get("/api/v1/declarations/" + id)
        .then()
        .body("delivery", equalTo("DELIVERED"))
        .body("recipient", equalTo(CARS.id().did()));
  }

  @Test
  void aStatementForOneselfIsNotSentToAnybody() {
    String product = Given.aProduct("kilogram");
    Given.emissions(product, "5");

    Door.with(
            Door.as(Roles.APPROVER),
            """
            {"traceId": "%s", "audience": "SELF"}\
            """
                .formatted(product))
        .post("/api/v1/declarations")
        .then()
        .statusCode(201)
        .body("audience", equalTo("SELF"))
        .body("delivery", nullValue())
        .body("total.exclBiogenicUptake", equalTo("5"));
  }

  @Test
  void aWishWithFaultsHearsOfAllOfThemAtOnce() {
    Door.with(
            Door.as(Roles.APPROVER),
            """
            {"traceId": "steel", "audience": "EVERYBODY", "period": {"from": "2026-02-30"}, "extra": 1}\
            """)
        .post("/api/v1/declarations")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_FIELDS"))
        .body("errors.field", hasItems("traceId", "audience", "period.from", "period.to", "extra"));
  }

  @Test
  void nothingIsDeclaredOfWhichNothingIsKnown() {
    String product = Given.aProduct("kilogram");

    declare(product, "true")
        .then()
        .statusCode(409)
        .body("code", equalTo("NOT_ALLOWED_NOW"))
        .body("detail", containsString("nothing is known"));
  }

  @Test
  void onlyWhoMayReleaseDeclares() {
    Door.with(Door.analyst(), "{}").post("/api/v1/declarations").then().statusCode(403);
    Door.with(Door.analyst(), "{}").post("/api/v1/partners").then().statusCode(403);
    Door.as(Roles.SUPPLIER).get("/api/v1/quarantine").then().statusCode(403);
  }

  @Test
  void aWrongFingerprintIsRefusedWithTheFieldNamed() {
    Company stranger =
        Company.found(TestSurroundings.SPACE, BROKER, CLOCK, "qqqqqqqqqqqqqqqq", "A Stranger");
    Door.with(
            Door.as(Roles.ADMIN),
            """
            {"participantId": "%s", "fingerprint": "%s"}\
            """
                .formatted(stranger.id().shortId(), MILL.fingerprint()))
        .post("/api/v1/partners")
        .then()
        .statusCode(422)
        .body("code", equalTo("FINGERPRINT_MISMATCH"))
        .body("errors[0].field", equalTo("fingerprint"));
  }

  @Test
  void poisonIsSeenAndReplayedByAnOperator() {
    BROKER.send(
        "cfp.inbox." + TestSurroundings.SHORT_ID,
        "x",
        UUID.randomUUID(),
        "poison " + UUID.randomUUID());
    service.waiting(BROKER).forEach(service::take);

    String id =
        Door.as(Roles.OPERATOR)
            .get("/api/v1/quarantine?limit=100")
            .then()
            .statusCode(200)
            .body("items.reason", hasItem("MALFORMED_ENVELOPE"))
            .extract()
            .path("items[0].id");
    Door.with(Door.as(Roles.OPERATOR), "")
        .post("/api/v1/quarantine/" + id + "/replay")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("QUARANTINED"));
  }

  @Test
  void aKeyInOurNameThatWeDidNotMakeRingsEverywhere() {
    service
        .exchange()
        .watchDirectory()
        .published(TestSurroundings.SPACE.forgedEntry(service.id(), ParticipantKeys.make()));

    Door.as(Roles.ADMIN)
        .get("/api/v1/alarms")
        .then()
        .statusCode(200)
        .body("items.kind", hasItem("FOREIGN_KEY_IN_OUR_NAME"));
    given().get("/q/health/ready").then().body("checks.name", hasItem("alarms"));
    String metrics = given().get("/q/metrics").asString();
    assertThat(metrics)
        .contains("cfptrace_outbox_depth")
        .contains("cfptrace_stale_products")
        .contains("cfptrace_notifications_unread")
        .contains("cfptrace_quarantine")
        .containsPattern("cfptrace_alarms_open [1-9]")
        .contains("cfptrace_crypto_provider{name=\"" + CryptoProviders.chosen().name() + "\"} 1.0");
    int number =
        Door.as(Roles.ADMIN).get("/api/v1/alarms?limit=1").then().extract().path("items[0].number");
    Door.with(Door.as(Roles.ADMIN), "")
        .post("/api/v1/alarms/" + number + "/settlement")
        .then()
        .statusCode(204);
  }

  @Test
  void everyReadingOfAReceivedFigureIsInTheJournal() {
    DeclarationId told = millDeclares(TraceId.random(), "3");

    Door.as(Roles.ANALYST).get("/api/v1/declarations/" + told.value()).then().statusCode(200);

    Door.as(Roles.AUDITOR)
        .get("/api/v1/journal?limit=5")
        .then()
        .body("items.action", hasItem("received-figure.read"))
        .body("items.subject", hasItem(told.value()));
  }

  private DeclarationId millDeclares(TraceId steel, String kilograms) {
    OwnProduct own =
        OwnProduct.of(steel, DeclaredUnit.KILOGRAM)
            .withOwn(
                OwnEmissions.primary(
                    Emissions.of(Stage.MAIN, EmissionAccount.FOSSIL, KgCo2e.of(kilograms))));
    DeclarationId id =
        MILL.database()
            .inNew(
                () ->
                    MILL.declaring(own)
                        .declare(
                            new DeclareFootprint.Wish(
                                steel,
                                Audience.NEXT_TIER,
                                Optional.of(service.id()),
                                Optional.empty(),
                                Release.of(Set.of(ReleaseSwitch.TOTAL)))));
    carry(MILL);
    return id;
  }

  private static Response declare(String product, String total) {
    return Door.with(
            Door.as(Roles.APPROVER),
            """
            {"traceId": "%s", "partnerId": "%s", "audience": "NEXT_TIER", "switches": {"total": %s}}\
            """
                .formatted(product, CARS.id().shortId(), total))
        .post("/api/v1/declarations");
  }

  private static Response link(String product, TraceId steel) {
    return Door.writing(
            """
            {"partnerId": "%s", "supplierTraceId": "%s", "share": "1"}\
            """
                .formatted(MILL.id().did(), steel))
        .post("/api/v1/products/" + product + "/bill-of-materials/lines/coil/sources");
  }

  /** Both sides, through this company's door and by the other's own hand. */
  private void partnerWith(Company other) {
    if (other.exchange().partners().find(service.id()).isPresent()) {
      return;
    }
    Door.with(
            Door.as(Roles.ADMIN),
            """
            {"participantId": "%s", "fingerprint": "%s"}\
            """
                .formatted(other.id().shortId(), other.fingerprint()))
        .post("/api/v1/partners")
        .then()
        .statusCode(201)
        .body("state", equalTo("INVITED"));
    service.exchange().openInboxes().round();
    carry(other);
    other
        .database()
        .inNew(
            () ->
                other
                    .exchange()
                    .partnerships()
                    .accept(service.id(), service.fingerprint(), "sato"));
    other.exchange().openInboxes().round();
    carry(other);
  }

  /** Back and forth until nothing moves. */
  private void carry(Company other) {
    for (int i = 0; i < 3; i++) {
      service.send(BROKER);
      other.takeWhatHasCome();
      while (other.exchange().relay().round().sent() > 0) {
        // As long as something moves.
      }
      service.waiting(BROKER).forEach(service::take);
    }
  }
}
