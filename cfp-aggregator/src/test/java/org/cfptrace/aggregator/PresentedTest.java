package org.cfptrace.aggregator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cfptrace.aggregator.Door.admin;
import static org.cfptrace.aggregator.Door.analyst;
import static org.cfptrace.aggregator.Door.writing;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.PresentationBody.Fallen;
import org.cfptrace.envelope.ReceiptBody;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.service.access.Roles;
import org.cfptrace.verify.VerifiedMessage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A company hands on what its supplier, whom nobody here knows, has declared to it. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class PresentedTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Set<ClaimName> HANDED_ON = EnumSet.copyOf(Company.ALL_BUT_STAGES);

  static {
    HANDED_ON.add(ClaimName.TERMS);
    HANDED_ON.add(ClaimName.SUPERSEDES);
  }

  @Inject @Any InMemoryConnector topics;
  @Inject EnrolledParticipant aggregator;

  @ConfigProperty(name = "cfptrace.registry.url")
  String registry;

  @ConfigProperty(name = "test.directory-key")
  String directoryKey;

  private Company presenter;
  private Company supplier;
  private SignedDeclaration part;

  @BeforeEach
  void aCompanyThatIsAPartnerBuysFromOneThatIsNot() {
    presenter = newCompany();
    supplier = newCompany();
    part = supplier.declaresTo(presenter.id, 3, Audience.AGGREGATOR);
    send("door", presenter.invitation("our parts, please"));
    await().atMost(PATIENCE).until(() -> !of(presenter, "/api/v1/partners", "did").isEmpty());
    writing("{\"fingerprint\":\"" + presenter.fingerprint() + "\"}")
        .post("/api/v1/partners/" + presenter.id.shortId() + "/acceptance")
        .then()
        .statusCode(200);
  }

  @Test
  void itIsVerifiedAndKeptForWhoHandsItOnAlone() {
    accepted(presenter.presents(part, HANDED_ON));

    footprint()
        .body("state", equalTo("OK"))
        .body("issuer", equalTo(supplier.id.did()))
        .body("total.exclBiogenicUptake", equalTo("3"));
    declaration().body("state", equalTo("ACTIVE")).body("fallen", nullValue());
    analyst(supplier.id).get("/api/v1/declarations/" + part.id().value()).then().statusCode(404);
  }

  @Test
  void withoutTheSuppliersLeaveItIsRefused() {
    SignedDeclaration kept = supplier.declaresTo(presenter.id, 3, Audience.AUDITOR);

    refused(presenter.presents(kept, HANDED_ON), "ONWARD_NOT_ALLOWED");
  }

  @Test
  void whatWasMadeForAnotherIsRefused() {
    SignedDeclaration others = supplier.declaresTo(newCompany().id, 3, Audience.AGGREGATOR);

    refused(presenter.presents(others, HANDED_ON), "NOT_THE_AUDIENCE");
  }

  @Test
  void oneOfItsOwnIsForItToDeclare() {
    SignedDeclaration own = presenter.declaresTo(presenter.id, 3, Audience.AGGREGATOR);

    refused(presenter.presents(own, HANDED_ON), "PRESENTED_BY_ITS_ISSUER");
  }

  @Test
  void whatIsRecalledIsNoFigureAndNeverBecomesOneAgain() {
    accepted(presenter.presents(part, HANDED_ON));
    accepted(presenter.tellsFall(part.id(), Fallen.Kind.RECALLED, Optional.of("wrong meter")));
    accepted(presenter.presents(part, HANDED_ON));
    accepted(presenter.tellsFall(part.id(), Fallen.Kind.WITHHELD, Optional.empty()));

    footprint()
        .body("state", equalTo("RECALLED"))
        .body("total", nullValue())
        .body("lastKnown.exclBiogenicUptake", equalTo("3"));
    declaration()
        .body("state", equalTo("RECALLED"))
        .body("fallen.kind", equalTo("RECALLED"))
        .body("fallen.reason", equalTo("wrong meter"))
        .body("fallen.on", equalTo("2026-11-27"));
  }

  @Test
  void whatIsWithheldComesBackWithItsTotalAndNotWithout() {
    Set<ClaimName> withoutTotal = EnumSet.copyOf(HANDED_ON);
    withoutTotal.remove(ClaimName.TOTAL);
    accepted(presenter.presents(part, HANDED_ON));

    accepted(presenter.tellsFall(part.id(), Fallen.Kind.WITHHELD, Optional.empty()));
    footprint()
        .body("state", equalTo("WITHHELD"))
        .body("total", nullValue())
        .body("lastKnown.exclBiogenicUptake", equalTo("3"));

    accepted(presenter.presents(part, withoutTotal));
    footprint().body("state", equalTo("WITHHELD"));

    accepted(presenter.presents(part, HANDED_ON));
    footprint().body("state", equalTo("OK")).body("total.exclBiogenicUptake", equalTo("3"));
  }

  @Test
  void whatIsFollowedNoMoreOrCorrectedOutOfSightCountsNoMore() {
    accepted(presenter.presents(part, HANDED_ON));

    accepted(presenter.tellsFall(part.id(), Fallen.Kind.ENDED, Optional.empty()));
    footprint().body("state", equalTo("WITHHELD")).body("total", nullValue());
    declaration().body("state", equalTo("ACTIVE")).body("fallen.kind", equalTo("ENDED"));

    accepted(presenter.tellsFall(part.id(), Fallen.Kind.SUPERSEDED, Optional.empty()));
    footprint().body("state", equalTo("WITHHELD")).body("total", nullValue());
    declaration().body("state", equalTo("SUPERSEDED"));
  }

  @Test
  void whatASuspendedIssuerDeclaredLeavesTheTotalWithinSeconds() {
    accepted(presenter.presents(part, HANDED_ON));
    String vehicle = aVehicleOfThePart();
    awaitTotal(vehicle, "13", true);

    publish(supplier.entry(DirectoryStatus.SUSPENDED));

    awaitTotal(vehicle, "10", false);
    missing(vehicle)
        .body("items[0].state", equalTo("SENDER_SUSPENDED"))
        .body("items[0].since", equalTo(LocalDate.now(ZoneOffset.UTC).toString()));

    publish(supplier.entry(DirectoryStatus.ACTIVE));

    awaitTotal(vehicle, "13", true);
  }

  @Test
  void aCompromisedKeyIsARecallOfWhatItSigned() {
    accepted(presenter.presents(part, HANDED_ON));
    String vehicle = aVehicleOfThePart();
    awaitTotal(vehicle, "13", true);

    publish(supplier.entryOfCompromisedKey(Instant.now().minusSeconds(1800)));

    awaitTotal(vehicle, "10", false);
    missing(vehicle).body("items[0].state", equalTo("RECALLED"));
    declaration().body("state", equalTo("RECALLED"));
  }

  @Test
  void whatItsIssuerCallsIncompleteMakesTheTotalIncomplete() {
    LocalDate day = LocalDate.parse("2026-11-20");
    accepted(presenter.presents(part, HANDED_ON));
    String vehicle = aVehicleOfThePart();
    awaitTotal(vehicle, "13", true);

    accepted(presenter.tellsProgress(part.id(), false, day));

    awaitTotal(vehicle, "13", false);
    footprint().body("total.complete", equalTo(false));
    declaration().body("incompleteSince", equalTo("2026-11-20"));
    missing(vehicle)
        .body("items[0].state", equalTo("OK"))
        .body("items[0].since", equalTo("2026-11-20"));

    accepted(presenter.tellsProgress(part.id(), true, day.plusDays(1)));

    awaitTotal(vehicle, "13", true);
    refused(
        presenter.tellsProgress(presenter.car(18, 2025).id(), false, day), "UNKNOWN_DECLARATION");
  }

  @Test
  void nobodySpeaksOfWhatItHasNotHandedOn() {
    SignedDeclaration own = presenter.car(18, 2025);
    accepted(presenter.gives(own));

    refused(
        presenter.tellsFall(own.id(), Fallen.Kind.WITHHELD, Optional.empty()),
        "UNKNOWN_DECLARATION");
    refused(
        presenter.tellsFall(part.id(), Fallen.Kind.RECALLED, Optional.empty()),
        "UNKNOWN_DECLARATION");
  }

  // ---- the surroundings

  private ValidatableResponse footprint() {
    return analyst(presenter.id)
        .get(
            "/api/v1/declared-products/"
                + Company.CAR
                + "/footprint?asOf=2026-06-30&issuer="
                + supplier.id.did())
        .then()
        .statusCode(200);
  }

  private ValidatableResponse declaration() {
    return analyst(presenter.id)
        .get("/api/v1/declarations/" + part.id().value())
        .then()
        .statusCode(200);
  }

  private String aVehicleOfThePart() {
    String vehicle = TraceId.random().toString();
    Door.of(presenter.id, Roles.ANALYST)
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(
            AnalystsDesk.product(
                "Vehicle", 10, AnalystsDesk.procured("part", "1", supplier, Company.CAR)))
        .put("/api/v1/products/" + vehicle)
        .then()
        .statusCode(200);
    return vehicle;
  }

  private void awaitTotal(String product, String total, boolean isComplete) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                analyst(presenter.id)
                    .get("/api/v1/products/" + product + "/footprint")
                    .then()
                    .statusCode(200)
                    .body("total.exclBiogenicUptake", equalTo(total))
                    .body("total.complete", equalTo(isComplete)));
  }

  private ValidatableResponse missing(String product) {
    return analyst(presenter.id)
        .get("/api/v1/products/" + product + "/missing")
        .then()
        .statusCode(200);
  }

  /** What the registry says of the supplier from now on, over HTTP and on its topic. */
  private void publish(String entry) {
    topics
        .<Record<String, String>>source("directory")
        .send(Record.of(supplier.id.shortId(), supplier.inDirectory(entry)));
  }

  private void accepted(byte[] envelope) {
    assertThat(answerTo(envelope).refusal()).isEmpty();
  }

  private void refused(byte[] envelope, String reason) {
    assertThat(answerTo(envelope).refusal()).contains(reason);
  }

  /** Sends it and waits for its receipt. */
  private ReceiptBody answerTo(byte[] envelope) {
    int before = receipts().size();
    send("inbox", envelope);
    await().atMost(PATIENCE).until(() -> receipts().size() == before + 1);
    return receipts().get(before);
  }

  private List<ReceiptBody> receipts() {
    return topics.<String>sink("outbox").received().stream()
        .flatMap(
            message ->
                presenter
                    .opens(
                        message.getPayload().getBytes(StandardCharsets.US_ASCII),
                        aggregator.keys().signing())
                    .stream())
        .filter(message -> message.type() == MessageType.RECEIPT)
        .filter(message -> message.thread().startsWith("car"))
        .map(VerifiedMessage::body)
        .map(ReceiptBody::fromJson)
        .toList();
  }

  private static List<Map<String, Object>> of(Company company, String list, String member) {
    List<Map<String, Object>> items =
        admin().get(list + "?limit=100").then().extract().jsonPath().getList("items");
    return items.stream().filter(item -> company.id.did().equals(item.get(member))).toList();
  }

  private void send(String channel, byte[] envelope) {
    topics.<List<byte[]>>source(channel).send(List.of(envelope));
  }

  private Company newCompany() {
    return new Company(
            Company.newShortId(), registry, signer(), aggregator.keys().encryption().sealingKey())
        .admitted();
  }

  private SigningKey signer() {
    try {
      var key =
          (ECPrivateKey)
              KeyFactory.getInstance("EC")
                  .generatePrivate(
                      new PKCS8EncodedKeySpec(Base64.getDecoder().decode(directoryKey)));
      return SigningKey.of(key, aggregator.trustAnchor().directoryKey().publicKey());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has EC", e);
    }
  }
}
