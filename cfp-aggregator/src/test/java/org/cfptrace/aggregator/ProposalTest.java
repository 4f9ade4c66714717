package org.cfptrace.aggregator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.FootprintProposalBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.ProposalAnswerBody;
import org.cfptrace.envelope.ProposalId;
import org.cfptrace.envelope.ReceiptBody;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.service.access.Roles;
import org.cfptrace.verify.VerifiedMessage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A footprint goes back to the connector of the company whose product it is of. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ProposalTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Period YEAR = Period.ofYear(2025);
  private static final DeclarationId STATEMENT = new DeclarationId("A".repeat(43));

  @Inject @Any InMemoryConnector topics;
  @Inject EnrolledParticipant aggregator;

  @ConfigProperty(name = "cfptrace.registry.url")
  String registry;

  @ConfigProperty(name = "test.directory-key")
  String directoryKey;

  private Company maker;
  private final String car = TraceId.random().toString();

  @BeforeEach
  void aCompany() {
    maker = newCompany();
  }

  @Test
  void itTravelsToTheCompanyAndItsAnswerIsKept() {
    partner();
    write(car, complete());

    String id =
        propose("")
            .statusCode(201)
            .body("state", equalTo("PROPOSED"))
            .body("exclBiogenicUptake", equalTo("18"))
            .body("complete", equalTo(true))
            .body("sources", equalTo(1))
            .body("missing", equalTo(0))
            .body("validUntil", equalTo("2028-12-31"))
            .body("proposedBy", equalTo("disclosure-officer-user"))
            .extract()
            .path("proposalId");

    FootprintProposalBody heard = heard();
    assertThat(heard.proposalId()).hasToString(id);
    assertThat(heard.product().traceId()).hasToString(car);
    assertThat(heard.period().period()).isEqualTo(YEAR);
    assertThat(heard.amounts()).isEqualTo(new CommittedTotals(18_000_000_000L, 0, 0));

    answer(maker, ProposalAnswerBody.accepted(heard.proposalId(), STATEMENT));
    list()
        .body("items.proposalId", contains(id))
        .body("items[0].state", equalTo("ACCEPTED"))
        .body("items[0].declarationId", equalTo(STATEMENT.value()))
        .body("items[0].reason", nullValue());
  }

  @Test
  void aRefusalIsKeptWithItsReasonAndTheFirstAnswerCounts() {
    partner();
    write(car, complete());
    ProposalId id = ProposalId.of(propose("").statusCode(201).extract().path("proposalId"));

    assertThat(answer(maker, ProposalAnswerBody.refused(id, "wrong model")).isAccepted()).isTrue();
    assertThat(answer(maker, ProposalAnswerBody.accepted(id, STATEMENT)).refusal())
        .contains("UNKNOWN_PROPOSAL");

    list()
        .body("items", hasSize(1))
        .body("items[0].state", equalTo("REFUSED"))
        .body("items[0].reason", equalTo("wrong model"))
        .body("items[0].declarationId", nullValue());
  }

  @Test
  void anotherCompanySeesNothingAndAnswersNothing() {
    partner();
    write(car, complete());
    ProposalId id = ProposalId.of(propose("").statusCode(201).extract().path("proposalId"));
    Company mine = maker;
    maker = newCompany();
    partner();

    assertThat(answer(maker, ProposalAnswerBody.accepted(id, STATEMENT)).refusal())
        .contains("UNKNOWN_PROPOSAL");

    list().body("items", empty());
    maker = mine;
    list().body("items[0].state", equalTo("PROPOSED"));
  }

  @Test
  void anIncompleteTotalGoesOnlyWhereSomebodySaysSo() {
    partner();
    write(
        car,
        product(
            """
            {"lineId": "coil", "partName": "coil", "amount": "1", "unit": "piece",
             "kind": "PROCURED", "sources": []}
            """));

    propose("")
        .statusCode(409)
        .body("code", equalTo("TOTAL_INCOMPLETE"))
        .body("errors.field", contains("lines.coil"));
    propose(", \"acceptIncomplete\": true")
        .statusCode(201)
        .body("complete", equalTo(false))
        .body("exclBiogenicUptake", equalTo("10"))
        .body("missing", equalTo(1));
  }

  @Test
  void whatCannotBeProposedIsRefused() {
    write(car, complete());
    propose("").statusCode(409).body("code", equalTo("NOT_ALLOWED_NOW"));
    partner();
    writer()
        .body("{\"period\": {\"from\": \"2025-12-31\", \"to\": \"2025-01-01\"}, \"asOf\": \"x\"}")
        .post(proposals(car))
        .then()
        .statusCode(400)
        .body("errors.field", contains("period.to", "asOf"));
    writer().body(wish("")).post(proposals(TraceId.random().toString())).then().statusCode(404);
    Door.of(maker.id, Roles.SUPPLIER).get(proposals(car)).then().statusCode(403);
    list().body("items", empty());
  }

  // ---- the words of the tests

  private static String complete() {
    return product(
        """
        {"lineId": "part", "partName": "part", "amount": "1", "unit": "piece", "kind": "TERMINAL",
         "estimate": {"origin": "SECONDARY", "unit": "piece", "reference": "a test",
                      "values": [{"stage": "main", "account": "fossil", "value": "8"}]}}
        """);
  }

  private static String product(String lines) {
    return """
        {"name": "Car", "unit": "piece", "validFrom": "2020-01-01",
         "own": {"values": [{"stage": "main", "account": "fossil", "value": "10"}],
                 "primaryActivityData": true, "primaryEmissionFactor": true},
         "lines": [%s]}
        """
        .formatted(lines);
  }

  private static String wish(String more) {
    return "{\"period\": {\"from\": \"2025-01-01\", \"to\": \"2025-12-31\"}" + more + "}";
  }

  private static String proposals(String product) {
    return "/api/v1/products/" + product + "/proposals";
  }

  private ValidatableResponse propose(String more) {
    return writer().body(wish(more)).post(proposals(car)).then();
  }

  private ValidatableResponse list() {
    return Door.of(maker.id, Roles.ANALYST).get(proposals(car)).then().statusCode(200);
  }

  private void write(String product, String json) {
    writer().body(json).put("/api/v1/products/" + product).then().statusCode(200);
  }

  private RequestSpecification writer() {
    return Door.of(maker.id, Roles.DISCLOSURE_OFFICER, Roles.ANALYST)
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID().toString());
  }

  private FootprintProposalBody heard() {
    await().atMost(PATIENCE).until(() -> !to(maker, MessageType.FOOTPRINT_PROPOSAL).isEmpty());
    return FootprintProposalBody.fromJson(to(maker, MessageType.FOOTPRINT_PROPOSAL).get(0).body());
  }

  /** Answers, and waits for the receipt. */
  private ReceiptBody answer(Company company, ProposalAnswerBody body) {
    int before = receipts(company).size();
    send("inbox", company.says(MessageType.PROPOSAL_ANSWER, "answers", body.toJson()));
    await().atMost(PATIENCE).until(() -> receipts(company).size() == before + 1);
    return receipts(company).get(before);
  }

  private List<ReceiptBody> receipts(Company company) {
    return to(company, MessageType.RECEIPT).stream()
        .filter(message -> message.thread().startsWith("answers"))
        .map(message -> ReceiptBody.fromJson(message.body()))
        .toList();
  }

  private List<VerifiedMessage> to(Company company, MessageType type) {
    return topics.<String>sink("outbox").received().stream()
        .flatMap(
            message ->
                company
                    .opens(
                        message.getPayload().getBytes(StandardCharsets.US_ASCII),
                        aggregator.keys().signing())
                    .stream())
        .filter(message -> message.type() == type)
        .toList();
  }

  private void partner() {
    send("door", maker.invitation("our cars"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                Door.writing("{\"fingerprint\":\"" + maker.fingerprint() + "\"}")
                    .post("/api/v1/partners/" + maker.id.shortId() + "/acceptance")
                    .then()
                    .statusCode(200));
  }

  private void send(String channel, byte[] message) {
    topics.<List<byte[]>>source(channel).send(List.of(message));
  }

  private Company newCompany() {
    return new Company(
            Company.newShortId(),
            registry,
            DataSpace.signer(directoryKey, aggregator),
            aggregator.keys().encryption().sealingKey())
        .admitted();
  }
}
