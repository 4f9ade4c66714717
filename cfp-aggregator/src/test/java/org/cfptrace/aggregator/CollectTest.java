package org.cfptrace.aggregator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.cfptrace.aggregator.Door.admin;
import static org.cfptrace.aggregator.Door.analyst;
import static org.cfptrace.aggregator.Door.as;
import static org.cfptrace.aggregator.Door.writing;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.ReceiptBody;
import org.cfptrace.envelope.RequestCounts;
import org.cfptrace.envelope.SharedItem;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.service.Tokens;
import org.cfptrace.service.database.Sql;
import org.cfptrace.service.database.Transactions;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.VerifiedMessage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A company becomes a partner and gives its figures, in good ways and bad. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class CollectTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject @Any InMemoryConnector topics;
  @Inject EnrolledParticipant aggregator;
  @Inject DataSource database;
  @Inject Tenancy tenancy;
  @Inject Transactions transactions;

  @ConfigProperty(name = "cfptrace.registry.url")
  String registry;

  @ConfigProperty(name = "test.directory-key")
  String directoryKey;

  private Company maker;

  @BeforeEach
  void aCompanyIsAdmitted() {
    maker = newCompany();
  }

  // ---- partners

  @Test
  void anInvitationWaitsForAPersonWhoComparesTheFingerprint() {
    knock(maker);

    Map<String, Object> waiting = partner(maker);
    assertThat(waiting)
        .containsEntry("state", "INVITES_US")
        .containsEntry("did", maker.id.did())
        .containsEntry("name", "Car maker " + maker.id.shortId())
        .containsEntry("fingerprint", maker.fingerprint())
        .containsEntry("confirmed", false)
        .containsEntry("note", "our cars, please");
    assertThat(maker.mayWriteToTheInbox()).isFalse();
  }

  @Test
  void onceAPersonHasComparedTheRegistryLetsItInAndItHearsYes() {
    becomePartner(maker);

    assertThat(partner(maker)).containsEntry("state", "ACCEPTED").containsEntry("confirmed", true);
    await().atMost(PATIENCE).until(maker::mayWriteToTheInbox);
    VerifiedMessage answer = heard(maker, MessageType.PARTNER_ANSWER);
    assertThat(answer.body().get("accepted").booleanValue()).isTrue();
  }

  @Test
  void aWrongFingerprintLetsNobodyIn() {
    knock(maker);

    writing("{\"fingerprint\":\"" + newCompany().fingerprint() + "\"}")
        .post(acceptance(maker))
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo("FINGERPRINT_MISMATCH"))
        .body("errors[0].field", equalTo("fingerprint"));

    assertThat(partner(maker)).containsEntry("state", "INVITES_US");
    assertThat(maker.mayWriteToTheInbox()).isFalse();
  }

  @Test
  void onlyAnAdminLetsPartnersIn() {
    given()
        .auth()
        .oauth2(Tokens.of("ann", "analyst"))
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body("{\"fingerprint\":\"x\"}")
        .post(acceptance(maker))
        .then()
        .statusCode(403)
        .body("code", equalTo("FORBIDDEN"));
  }

  @Test
  void theJournalIsAddedToAndNeverChanged() {
    becomePartner(maker);

    for (String attempt :
        List.of(
            "update journal set who = 'nobody'",
            "delete from journal",
            "delete from journal where number < 0",
            "truncate journal")) {
      assertThatThrownBy(() -> new Sql(database).update(attempt))
          .rootCause()
          .hasMessageContaining("the journal is added to and never changed");
    }

    Company next = newCompany();
    becomePartner(next);
    assertThat(all("/api/v1/journal"))
        .filteredOn(line -> List.of(maker.id.did(), next.id.did()).contains(line.get("subject")))
        .extracting(line -> line.get("who") + " " + line.get("action"))
        .containsExactly("admin-user partner.accepted", "admin-user partner.accepted");
  }

  @Test
  void aDeclinedCompanyIsToldWhyAndMayNotWrite() {
    becomePartner(maker);

    writing("{\"reason\":\"we only take batteries\"}")
        .post("/api/v1/partners/" + maker.id.shortId() + "/refusal")
        .then()
        .statusCode(200)
        .body("state", equalTo("REFUSED"));

    await().atMost(PATIENCE).until(() -> !maker.mayWriteToTheInbox());
    send("inbox", maker.gives(maker.car(18, 2025)));
    awaitQuarantined(maker, "NOT_A_PARTNER");
  }

  // ---- figures

  @Test
  void aFigureIsVerifiedKeptListedAndReceipted() {
    becomePartner(maker);
    SignedDeclaration car = maker.car(18, 2025);

    send("inbox", maker.gives(car));

    ReceiptBody receipt = ReceiptBody.fromJson(heard(maker, MessageType.RECEIPT, "car").body());
    assertThat(receipt.isAccepted()).isTrue();
    assertThat(receipt.declarationId()).contains(car.id());
    analyst(maker.id)
        .get("/api/v1/declarations/" + car.id().value())
        .then()
        .statusCode(200)
        .body("issuer", equalTo(maker.id.did()))
        .body("traceId", equalTo(Company.CAR.toString()))
        .body("unit", equalTo("piece"))
        .body("state", equalTo("ACTIVE"))
        .body("total.exclBiogenicUptake", equalTo("18"))
        .body("total.inclBiogenicUptake", equalTo("18"))
        .body("total.complete", equalTo(true))
        .body("total.estimatedShare", equalTo("0"))
        .body("quality.primaryDataShare", equalTo("100"))
        .body("period.to", equalTo("2025-12-31"))
        .body("shown", not(hasItem("stages")));
    assertThat(bytesOf(car)).isEqualTo(car.view(Company.ALL_BUT_STAGES));
  }

  @Test
  void theSameMessageTwiceIsKeptOnceAndAnsweredOnce() {
    becomePartner(maker);
    SignedDeclaration car = maker.car(18, 2025);
    byte[] sealed = maker.gives(car);

    send("inbox", sealed);
    heard(maker, MessageType.RECEIPT, "car");
    send("inbox", sealed);
    send("inbox", maker.gives(maker.car(19, 2025)));

    await().atMost(PATIENCE).until(() -> receipts(maker).size() == 2);
    assertThat(receipts(maker)).allMatch(ReceiptBody::isAccepted);
    assertThat(quarantined(maker)).isEmpty();
  }

  @Test
  void aProofThatItIsInTheLogIsTakenAndHoldsNothingBack() {
    becomePartner(maker);
    SignedDeclaration car = maker.car(18, 2025);

    send("inbox", maker.gives(car));
    send("inbox", maker.proves(car.id()));
    send("inbox", maker.gives(maker.car(19, 2025)));

    await().atMost(PATIENCE).until(() -> receipts(maker).size() == 3);
    assertThat(receipts(maker)).allMatch(ReceiptBody::isAccepted);
    assertThat(quarantined(maker)).isEmpty();
  }

  @Test
  void aWithheldTotalIsAVisibleStateAndNeverZero() {
    becomePartner(maker);
    Set<ClaimName> shown = EnumSet.copyOf(Company.ALL_BUT_STAGES);
    shown.remove(ClaimName.TOTAL);

    send("inbox", maker.gives(maker.car(18, 2025), shown));
    heard(maker, MessageType.RECEIPT, "car");

    footprint("2026-06-30")
        .then()
        .statusCode(200)
        .body("state", equalTo("WITHHELD"))
        .body("total", nullValue())
        .body("lastKnown", nullValue());
  }

  @Test
  void aLaterDeliveryMayShowMoreOfTheSameDeclaration() {
    becomePartner(maker);
    SignedDeclaration car = maker.car(18, 2025);
    Set<ClaimName> less = EnumSet.copyOf(Company.ALL_BUT_STAGES);
    less.remove(ClaimName.TOTAL);

    send("inbox", maker.gives(car, less));
    send("inbox", maker.gives(car));
    await().atMost(PATIENCE).until(() -> receipts(maker).size() == 2);

    footprint("2026-06-30")
        .then()
        .body("state", equalTo("OK"))
        .body("total.exclBiogenicUptake", equalTo("18"))
        .body("declarationId", equalTo(car.id().value()));
  }

  @Test
  void afterItsLastDayAFigureIsShownApartAndNotAsTheFootprint() {
    becomePartner(maker);
    send("inbox", maker.gives(maker.car(18, 2025)));
    heard(maker, MessageType.RECEIPT, "car");

    footprint("2028-01-01")
        .then()
        .body("state", equalTo("EXPIRED"))
        .body("total", nullValue())
        .body("lastKnown.exclBiogenicUptake", equalTo("18"));
  }

  @Test
  void aCompanySeesWhatItHandedInAndNothingOfAnother() {
    becomePartner(maker);
    Company other = newCompany();
    becomePartner(other);
    send("inbox", maker.gives(maker.car(18, 2025)));
    send("inbox", other.gives(other.car(21, 2025)));
    heard(maker, MessageType.RECEIPT, "car");
    heard(other, MessageType.RECEIPT, "car");

    for (Company each : List.of(maker, other)) {
      analyst(each.id)
          .get("/api/v1/declared-products")
          .then()
          .statusCode(200)
          .body("items.issuer", contains(each.id.did()))
          .body("next", nullValue());
    }
    analyst(other.id)
        .get("/api/v1/declared-products/" + Company.CAR + "/footprint")
        .then()
        .body("total.exclBiogenicUptake", equalTo("21"));
    analyst(other.id)
        .get("/api/v1/declared-products/" + Company.CAR + "/footprint?issuer=" + maker.id.did())
        .then()
        .statusCode(404);
  }

  @Test
  void aCallerOfNoCompanySeesNothing() {
    as("analyst")
        .get("/api/v1/declared-products")
        .then()
        .statusCode(403)
        .body("code", equalTo("FORBIDDEN"))
        .body("detail", containsString("participant"));
  }

  /** Even a statement without any condition finds nothing of others, and nothing of anybody. */
  @Test
  void theDatabaseShowsACompanyItsOwnRowsAlone() {
    becomePartner(maker);
    send("inbox", maker.gives(maker.car(18, 2025)));
    heard(maker, MessageType.RECEIPT, "car");
    Sql sql = new Sql(database);

    for (String table : List.of("declaration", "declaration_delivery", "issuer_word")) {
      String count = "select count(*) from " + table;
      assertThat(transactions.inNew(() -> sql.number(count))).describedAs(table).isZero();
      Company other = newCompany();
      long others = tenancy.as(new Tenant(other.id), () -> sql.number(count));
      assertThat(others).describedAs(table).isZero();
    }
    long own =
        tenancy.as(new Tenant(maker.id), () -> sql.number("select count(*) from declaration"));
    assertThat(own).isEqualTo(1);
    assertThatThrownBy(
            () ->
                tenancy.as(
                    new Tenant(newCompany().id),
                    () ->
                        sql.update(
                            "insert into issuer_word (tenant, issuer, trace_id, withheld)"
                                + " values (?, 'x', gen_random_uuid(), '{}')",
                            maker.id.did())))
        .hasRootCauseInstanceOf(SQLException.class);
  }

  // ---- what a maker says later

  @Test
  void aRecalledFigureStaysReadableAndIsNoFigureAnyMore() {
    becomePartner(maker);
    SignedDeclaration car = maker.car(18, 2025);

    send("inbox", maker.gives(car));
    send("inbox", maker.recalls(car.id(), "the meter was wrong"));
    awaitAllAccepted(maker, 2);

    declaration(car)
        .then()
        .body("state", equalTo("RECALLED"))
        .body("recallReason", equalTo("the meter was wrong"))
        .body("recalledAt", notNullValue())
        .body("total.exclBiogenicUptake", equalTo("18"));
    footprint("2026-06-30")
        .then()
        .body("state", equalTo("RECALLED"))
        .body("total", nullValue())
        .body("lastKnown.exclBiogenicUptake", equalTo("18"))
        .body("declarationId", equalTo(car.id().value()));
    footprint("2028-01-01").then().body("state", equalTo("RECALLED"));
  }

  @Test
  void anOlderFigureDoesNotStandInForARecalledOne() {
    becomePartner(maker);
    SignedDeclaration car = maker.car(18, 2025);

    send("inbox", maker.gives(maker.car(16, 2024)));
    send("inbox", maker.gives(maker.car(17, 2025)));
    send("inbox", maker.gives(car));
    send("inbox", maker.recalls(car.id(), "the meter was wrong"));
    awaitAllAccepted(maker, 4);

    footprint("2026-06-30").then().body("state", equalTo("RECALLED")).body("total", nullValue());
  }

  @Test
  void whatIsDeclaredAfterARecallIsTheFigure() {
    becomePartner(maker);
    SignedDeclaration car = maker.car(18, 2025);

    send("inbox", maker.gives(car));
    send("inbox", maker.recalls(car.id(), "the meter was wrong"));
    send("inbox", maker.gives(maker.car(17, 2025)));
    awaitAllAccepted(maker, 3);

    footprint("2026-06-30")
        .then()
        .body("state", equalTo("OK"))
        .body("total.exclBiogenicUptake", equalTo("17"));
  }

  @Test
  void aRecallSaidTwiceKeepsItsFirstReason() {
    becomePartner(maker);
    SignedDeclaration car = maker.car(18, 2025);

    send("inbox", maker.gives(car));
    send("inbox", maker.recalls(car.id(), "the meter was wrong"));
    send("inbox", maker.recalls(car.id(), "said again"));
    awaitAllAccepted(maker, 3);

    declaration(car).then().body("recallReason", equalTo("the meter was wrong"));
  }

  @Test
  void aRecallOfAnothersDeclarationIsRefusedAndChangesNothing() {
    becomePartner(maker);
    Company other = newCompany();
    becomePartner(other);
    SignedDeclaration car = maker.car(18, 2025);
    send("inbox", maker.gives(car));
    awaitAllAccepted(maker, 1);

    send("inbox", other.recalls(car.id(), "not mine to say"));

    assertThat(refusalHeardBy(other)).isEqualTo("UNKNOWN_DECLARATION");
    awaitQuarantined(other, "UNKNOWN_DECLARATION");
    declaration(car).then().body("state", equalTo("ACTIVE")).body("recallReason", nullValue());
    footprint("2026-06-30").then().body("state", equalTo("OK"));
  }

  @Test
  void aRecallOfWhatWasNeverGivenIsRefused() {
    becomePartner(maker);

    send("inbox", maker.recalls(maker.car(18, 2025).id(), "the meter was wrong"));

    assertThat(refusalHeardBy(maker)).isEqualTo("UNKNOWN_DECLARATION");
    awaitQuarantined(maker, "UNKNOWN_DECLARATION");
  }

  @Test
  void aRecallOfAnotherFormIsRefused() {
    becomePartner(maker);

    send("inbox", maker.says(MessageType.RECALL, "car", StrictJson.object()));

    assertThat(refusalHeardBy(maker)).isEqualTo("MALFORMED_BODY");
    awaitQuarantined(maker, "MALFORMED_BODY");
  }

  @Test
  void aWithheldFigureIsShownApartAndComesBackWithItsRelease() {
    becomePartner(maker);

    send("inbox", maker.gives(maker.car(18, 2025)));
    send("inbox", maker.withholds(SharedItem.TOTAL, SharedItem.QUALITY));
    awaitAllAccepted(maker, 2);
    footprint("2026-06-30")
        .then()
        .body("state", equalTo("WITHHELD"))
        .body("total", nullValue())
        .body("lastKnown.exclBiogenicUptake", equalTo("18"))
        .body("withheld", contains("QUALITY", "TOTAL"));

    send("inbox", maker.releases(SharedItem.TOTAL));
    awaitAllAccepted(maker, 3);
    footprint("2026-06-30")
        .then()
        .body("state", equalTo("OK"))
        .body("total.exclBiogenicUptake", equalTo("18"))
        .body("lastKnown", nullValue())
        .body("withheld", contains("QUALITY"));
  }

  @Test
  void whatOneMakerWithholdsIsAnothersToShow() {
    becomePartner(maker);
    Company other = newCompany();
    becomePartner(other);

    send("inbox", maker.gives(maker.car(18, 2025)));
    send("inbox", other.withholds(SharedItem.TOTAL));
    awaitAllAccepted(maker, 1);
    awaitAllAccepted(other, 1);

    footprint("2026-06-30")
        .then()
        .body("state", equalTo("OK"))
        .body("withheld", empty())
        .body("progress", nullValue());
  }

  @Test
  void aRecalledFigureDoesNotComeBackWithARelease() {
    becomePartner(maker);
    SignedDeclaration car = maker.car(18, 2025);

    send("inbox", maker.gives(car));
    send("inbox", maker.withholds(SharedItem.TOTAL));
    send("inbox", maker.recalls(car.id(), "the meter was wrong"));
    send("inbox", maker.releases(SharedItem.TOTAL));
    awaitAllAccepted(maker, 4);

    footprint("2026-06-30").then().body("state", equalTo("RECALLED")).body("total", nullValue());
  }

  @Test
  void progressMakesATotalIncompleteUntilItIsComplete() {
    becomePartner(maker);

    send("inbox", maker.gives(maker.car(18, 2025)));
    send("inbox", maker.progress(false, Optional.of(RequestCounts.partial(5, 3)), "2026-05-04"));
    awaitAllAccepted(maker, 2);
    footprint("2026-06-30")
        .then()
        .body("state", equalTo("OK"))
        .body("total.exclBiogenicUptake", equalTo("18"))
        .body("total.complete", equalTo(false))
        .body("progress.complete", equalTo(false))
        .body("progress.requests.asked", equalTo(5))
        .body("progress.requests.answered", equalTo(3))
        .body("progress.requests.partial", equalTo(true))
        .body("progress.changedOn", equalTo("2026-05-04"));

    send("inbox", maker.progress(true, Optional.empty(), "2026-05-06"));
    awaitAllAccepted(maker, 3);
    footprint("2026-06-30")
        .then()
        .body("total.complete", equalTo(true))
        .body("progress.complete", equalTo(true))
        .body("progress.requests", nullValue())
        .body("progress.changedOn", equalTo("2026-05-06"));
  }

  // ---- corrections

  @Test
  void aCorrectionReplacesWhatItCorrects() {
    becomePartner(maker);
    SignedDeclaration first = maker.car(18, 2025);
    SignedDeclaration second = maker.correction(first.id(), 17, 2025);

    send("inbox", maker.gives(first));
    send("inbox", maker.corrects(second));
    awaitAllAccepted(maker, 2);

    declaration(first)
        .then()
        .body("state", equalTo("SUPERSEDED"))
        .body("supersededBy", equalTo(second.id().value()));
    declaration(second).then().body("state", equalTo("ACTIVE")).body("supersededBy", nullValue());
    footprint("2026-06-30").then().body("total.exclBiogenicUptake", equalTo("17"));
  }

  @Test
  void whoAsksWhileCorrectionsComeInAlwaysFindsAFigure() {
    becomePartner(maker);
    SignedDeclaration latest = maker.car(18, 2025);
    send("inbox", maker.gives(latest));
    awaitAllAccepted(maker, 1);

    for (int kilograms = 19; kilograms <= 48; kilograms++) {
      latest = maker.correction(latest.id(), kilograms, 2025);
      send("inbox", maker.corrects(latest));
    }

    await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(
            () ->
                footprint("2026-06-30")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("OK"))
                    .extract()
                    .path("total.exclBiogenicUptake"),
            equalTo("48"));
  }

  @Test
  void aCorrectionThatComesFirstCountsAllTheSame() {
    becomePartner(maker);
    SignedDeclaration first = maker.car(18, 2025);
    SignedDeclaration second = maker.correction(first.id(), 17, 2025);

    send("inbox", maker.corrects(second));
    send("inbox", maker.gives(first));
    awaitAllAccepted(maker, 2);

    declaration(first).then().body("supersededBy", equalTo(second.id().value()));
    footprint("2026-06-30").then().body("total.exclBiogenicUptake", equalTo("17"));
  }

  @Test
  void aCorrectionForAnotherPeriodThatComesFirstCorrectsNothing() {
    becomePartner(maker);
    SignedDeclaration first = maker.car(18, 2025);

    send("inbox", maker.corrects(maker.correction(first.id(), 1, 2024)));
    send("inbox", maker.gives(first));
    awaitAllAccepted(maker, 2);

    declaration(first).then().body("state", equalTo("ACTIVE")).body("supersededBy", nullValue());
    footprint("2026-06-30").then().body("total.exclBiogenicUptake", equalTo("18"));
  }

  @Test
  void whatACorrectionReplacedDoesNotComeBackWhenItIsRecalled() {
    becomePartner(maker);
    SignedDeclaration first = maker.car(18, 2025);
    SignedDeclaration second = maker.correction(first.id(), 17, 2025);

    send("inbox", maker.gives(first));
    send("inbox", maker.corrects(second));
    send("inbox", maker.recalls(second.id(), "neither was right"));
    awaitAllAccepted(maker, 3);

    declaration(first).then().body("state", equalTo("SUPERSEDED"));
    footprint("2026-06-30")
        .then()
        .body("state", equalTo("RECALLED"))
        .body("lastKnown.exclBiogenicUptake", equalTo("17"));
  }

  @Test
  void aCorrectionOfAnothersDeclarationIsRefused() {
    becomePartner(maker);
    Company other = newCompany();
    becomePartner(other);
    SignedDeclaration car = maker.car(18, 2025);
    send("inbox", maker.gives(car));
    awaitAllAccepted(maker, 1);

    SignedDeclaration forged = other.correction(car.id(), 1, 2025);
    send("inbox", other.corrects(forged));

    assertThat(refusalHeardBy(other)).isEqualTo("SUPERSEDES_ANOTHERS");
    awaitQuarantined(other, "SUPERSEDES_ANOTHERS");
    declaration(forged).then().statusCode(404);
    declaration(car).then().body("state", equalTo("ACTIVE"));
    footprint("2026-06-30").then().body("total.exclBiogenicUptake", equalTo("18"));
  }

  @Test
  void aCorrectionForAnotherPeriodIsRefused() {
    becomePartner(maker);
    SignedDeclaration car = maker.car(18, 2025);
    send("inbox", maker.gives(car));
    awaitAllAccepted(maker, 1);

    send("inbox", maker.corrects(maker.correction(car.id(), 1, 2024)));

    awaitQuarantined(maker, "SUPERSEDES_OTHER");
    declaration(car).then().body("state", equalTo("ACTIVE"));
  }

  @Test
  void correctionsThatLeadBackToThemselvesAreRefused() {
    becomePartner(maker);
    SignedDeclaration car = maker.car(18, 2025);
    SignedDeclaration correction = maker.correction(car.id(), 17, 2025);
    send("inbox", maker.gives(car));
    awaitAllAccepted(maker, 1);
    // Ids are digests: only a table that was tampered with can hold such a circle.
    pretendCorrects(car, correction);

    send("inbox", maker.corrects(correction));

    awaitQuarantined(maker, "SUPERSESSION_CYCLE");
    declaration(correction).then().statusCode(404);
  }

  // ---- what goes wrong

  @Test
  void poisonIsQuarantinedAndHoldsNothingBack() {
    becomePartner(maker);
    long before = openItems();

    send("inbox", ("poison " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
    SignedDeclaration car = maker.car(18, 2025);
    send("inbox", maker.gives(car));

    heard(maker, MessageType.RECEIPT, "car");
    await().atMost(PATIENCE).until(() -> openItems() == before + 1);
  }

  @Test
  void aDeclarationWhoseFigureWasChangedIsRefusedAndItsSenderIsTold() {
    becomePartner(maker);
    SignedDeclaration car = maker.car(18, 2025);
    SignedDeclaration other = maker.car(17, 2025);
    var body = Company.body(car, Company.ALL_BUT_STAGES);
    body.set("opening", other.opening().toJson());

    send("inbox", maker.says(MessageType.DECLARATION, "car", body));

    ReceiptBody receipt = ReceiptBody.fromJson(heard(maker, MessageType.RECEIPT, "car").body());
    assertThat(receipt.refusal()).contains("COMMITMENT_DOES_NOT_OPEN");
    awaitQuarantined(maker, "COMMITMENT_DOES_NOT_OPEN");
    analyst(maker.id).get("/api/v1/declarations/" + car.id().value()).then().statusCode(404);
  }

  @Test
  void aMessageTypeNobodyTakesIsQuarantinedNotLost() {
    becomePartner(maker);

    send("inbox", maker.says(MessageType.FILE_OFFER, "car", StrictJson.object()));

    assertThat(refusalHeardBy(maker)).isEqualTo("UNKNOWN_MESSAGE_TYPE");
    awaitQuarantined(maker, "UNKNOWN_MESSAGE_TYPE");
  }

  @Test
  void aDeclarationOverTheDoorIsRefused() {
    knock(maker);

    send("door", maker.gives(maker.car(18, 2025)));

    awaitQuarantined(maker, "WRONG_WAY");
  }

  @Test
  void aMessageAheadOfItsTurnWaitsAndTheMissingOneIsAskedFor() {
    becomePartner(maker);
    SignedDeclaration first = maker.car(18, 2024);
    SignedDeclaration second = maker.car(17, 2025);
    byte[] one =
        maker.says(MessageType.DECLARATION, "car", 1, Company.body(first, Company.ALL_BUT_STAGES));
    byte[] two =
        maker.says(MessageType.DECLARATION, "car", 2, Company.body(second, Company.ALL_BUT_STAGES));

    send("inbox", two);
    VerifiedMessage asked = heard(maker, MessageType.RESEND_REQUEST);
    assertThat(asked.body().toString()).isEqualTo("{\"from\":1,\"to\":1}");
    send("inbox", one);

    await().atMost(PATIENCE).until(() -> receipts(maker).size() == 2);
    assertThat(receipts(maker))
        .extracting(receipt -> receipt.declarationId().orElseThrow())
        .containsExactly(first.id(), second.id());
    assertThat(quarantined(maker)).isEmpty();
  }

  @Test
  void whatASuspendedSenderSaysIsHeldUntilItIsBack() {
    becomePartner(maker);
    publish(maker, maker.entry(DirectoryStatus.SUSPENDED));

    send("inbox", maker.gives(maker.car(18, 2025)));
    awaitQuarantined(maker, "SUSPENDED_SIGNER");
    publish(maker, maker.entry(DirectoryStatus.ACTIVE));

    heard(maker, MessageType.RECEIPT, "car");
    assertThat(quarantined(maker)).isEmpty();
  }

  @Test
  void whatAFalseKeyOfAPartnerSignsIsHeldAndAnAlarmIsRaised() {
    becomePartner(maker);
    Company thief =
        new Company(
            maker.id.shortId(),
            registry,
            DataSpace.signer(directoryKey, aggregator),
            aggregator.keys().encryption().sealingKey());
    // The newest entry of the company, with no word of the key that was confirmed.
    thief.entry(DirectoryStatus.ACTIVE);
    publish(maker, thief.entry(DirectoryStatus.ACTIVE));

    long before = openItems();
    SignedDeclaration forged = thief.car(1, 2025);
    send("inbox", thief.gives(forged));

    awaitAlarm("UNPROVEN_KEY_OF_PARTNER", maker.id.did());
    await().atMost(PATIENCE).until(() -> openItems() > before);
    declaration(forged).then().statusCode(404);
  }

  @Test
  void aKeyInOurNameThatWeDidNotMakeRaisesTheAlarm() {
    Company impostor =
        new Company(
            Surroundings.AGGREGATOR.shortId(),
            registry,
            DataSpace.signer(directoryKey, aggregator),
            aggregator.keys().encryption().sealingKey());

    publish(impostor, impostor.entry(DirectoryStatus.ACTIVE));

    awaitAlarm("FOREIGN_KEY_IN_OUR_NAME", Surroundings.AGGREGATOR.did());
  }

  @Test
  void anOperatorReplaysWhatWasRefused() {
    knock(maker);
    send("inbox", maker.gives(maker.car(18, 2025)));
    awaitQuarantined(maker, "NOT_A_PARTNER");
    accept(maker);
    String item = quarantined(maker).get(0).get("id").toString();

    given()
        .auth()
        .oauth2(Tokens.of("olga", "operator"))
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .post("/api/v1/quarantine/" + item + "/replay")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("APPLIED"));

    assertThat(quarantined(maker)).isEmpty();
    footprint("2026-06-30").then().body("total.exclBiogenicUptake", equalTo("18"));
  }

  // ---- what every door has

  @Test
  void withoutATokenNobodyComesIn() {
    given()
        .header("Accept-Language", "ja")
        .get("/api/v1/declarations")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("title", equalTo("認証が必要です"));
  }

  @Test
  void aWriteWithoutItsKeyIsRefused() {
    admin()
        .contentType("application/json")
        .body("{\"fingerprint\":\"x\"}")
        .post(acceptance(maker))
        .then()
        .statusCode(400)
        .body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
  }

  @Test
  void aRepeatedAcceptanceHearsTheSameAnswer() {
    knock(maker);
    String key = UUID.randomUUID().toString();
    String body = "{\"fingerprint\":\"" + maker.fingerprint() + "\"}";
    String first = accepting(key, body);

    assertThat(accepting(key, body)).isEqualTo(first);
    heard(maker, MessageType.PARTNER_ANSWER);
    assertThat(messages(maker))
        .filteredOn(message -> message.type() == MessageType.PARTNER_ANSWER)
        .hasSize(1);
  }

  @Test
  void itSaysWhoItIsAndIsReady() {
    admin()
        .get("/api/v1/participant")
        .then()
        .statusCode(200)
        .body("did", equalTo(Surroundings.AGGREGATOR.did()))
        .body("fingerprint", equalTo(aggregator.fingerprint().text()));
    given().get("/q/health/ready").then().statusCode(200);
    given().get("/q/openapi").then().statusCode(200);
  }

  // ---- the words of the tests

  private Company newCompany() {
    return new Company(
            Company.newShortId(),
            registry,
            DataSpace.signer(directoryKey, aggregator),
            aggregator.keys().encryption().sealingKey())
        .admitted();
  }

  private void knock(Company company) {
    send("door", company.invitation("our cars, please"));
    await().atMost(PATIENCE).until(() -> !partners(company).isEmpty());
  }

  private void accept(Company company) {
    writing("{\"fingerprint\":\"" + company.fingerprint() + "\"}")
        .post(acceptance(company))
        .then()
        .statusCode(200)
        .body("state", equalTo("ACCEPTED"));
  }

  private void becomePartner(Company company) {
    knock(company);
    accept(company);
  }

  private static String acceptance(Company company) {
    return "/api/v1/partners/" + company.id.shortId() + "/acceptance";
  }

  private String accepting(String key, String body) {
    return admin()
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(body)
        .post(acceptance(maker))
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private Map<String, Object> partner(Company company) {
    return partners(company).get(0);
  }

  private List<Map<String, Object>> partners(Company company) {
    return all("/api/v1/partners").stream()
        .filter(item -> company.id.did().equals(item.get("did")))
        .toList();
  }

  private List<Map<String, Object>> quarantined(Company company) {
    return all("/api/v1/quarantine").stream()
        .filter(item -> company.id.did().equals(item.get("sender")))
        .toList();
  }

  private static List<Map<String, Object>> all(String list) {
    return admin()
        .get(list + "?limit=100")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items");
  }

  private void awaitQuarantined(Company company, String reason) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(quarantined(company))
                    .extracting(item -> item.get("reason"))
                    .containsExactly(reason));
  }

  private long openItems() {
    return all("/api/v1/quarantine").size();
  }

  private io.restassured.response.Response footprint(String day) {
    return analyst(maker.id)
        .get(
            "/api/v1/declared-products/"
                + Company.CAR
                + "/footprint?asOf="
                + day
                + "&issuer="
                + maker.id.did());
  }

  private io.restassured.response.Response declaration(SignedDeclaration declaration) {
    return analyst(maker.id).get("/api/v1/declarations/" + declaration.id().value());
  }

  private void awaitAllAccepted(Company company, int howMany) {
    await().atMost(PATIENCE).until(() -> receipts(company).size() == howMany);
    assertThat(receipts(company)).allMatch(ReceiptBody::isAccepted);
  }

  private String refusalHeardBy(Company company) {
    return ReceiptBody.fromJson(heard(company, MessageType.RECEIPT, "car").body())
        .refusal()
        .orElseThrow();
  }

  private void pretendCorrects(SignedDeclaration kept, SignedDeclaration corrected) {
    tenancy.doAs(
        new Tenant(maker.id),
        () ->
            assertThat(
                    new Sql(database)
                        .update(
                            "update declaration set supersedes = ? where declaration_id = ?",
                            corrected.id().value(),
                            kept.id().value()))
                .isEqualTo(1));
  }

  private VerifiedMessage heard(Company company, MessageType type) {
    return heard(company, type, "");
  }

  private VerifiedMessage heard(Company company, MessageType type, String thread) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                messages(company).stream()
                    .filter(message -> message.type() == type)
                    .filter(message -> message.thread().startsWith(thread))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private List<ReceiptBody> receipts(Company company) {
    return messages(company).stream()
        .filter(message -> message.type() == MessageType.RECEIPT)
        .filter(message -> message.thread().startsWith("car"))
        .map(message -> ReceiptBody.fromJson(message.body()))
        .toList();
  }

  private List<VerifiedMessage> messages(Company company) {
    return topics.<String>sink("outbox").received().stream()
        .flatMap(
            message ->
                company
                    .opens(
                        message.getPayload().getBytes(StandardCharsets.US_ASCII),
                        aggregator.keys().signing())
                    .stream())
        .toList();
  }

  private void send(String channel, byte[] envelope) {
    topics.<List<byte[]>>source(channel).send(List.of(envelope));
  }

  private void publish(Company company, String entry) {
    topics.<Record<String, String>>source("directory").send(Record.of(company.id.shortId(), entry));
  }

  private void awaitAlarm(String kind, String participant) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(all("/api/v1/alarms"))
                    .anySatisfy(
                        alarm ->
                            assertThat(alarm)
                                .containsEntry("kind", kind)
                                .containsEntry("participant", participant)));
  }

  private String bytesOf(SignedDeclaration declaration) {
    byte[] token =
        tenancy.as(
            new Tenant(maker.id),
            () ->
                new Sql(database)
                    .first(
                        "select y.token from declaration_delivery y"
                            + " join declaration d on d.number = y.declaration"
                            + " where d.declaration_id = ?",
                        row -> row.bytes("token"),
                        declaration.id().value())
                    .orElseThrow());
    return new String(token, StandardCharsets.US_ASCII);
  }
}
