package org.cfptrace.aggregator;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.service.access.Roles;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;

/** What an analyst does at the aggregator's doors, in the words of the tests that use them. */
abstract class AnalystsDesk {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject @Any InMemoryConnector topics;
  @Inject EnrolledParticipant aggregator;

  @ConfigProperty(name = "cfptrace.registry.url")
  String registry;

  @ConfigProperty(name = "test.directory-key")
  String directoryKey;

  Company maker;
  final String body = TraceId.random().toString();
  final String car = TraceId.random().toString();

  @BeforeEach
  void aCompany() {
    maker = newCompany();
  }

  // ---- the words of the tests

  static int lastYear() {
    return today().getYear() - 1;
  }

  static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  static String product(String name, int own, String lines) {
    return """
        {"name": "%s", "unit": "piece",
         "own": {"values": [{"stage": "main", "account": "fossil", "value": "%d"}],
                 "primaryActivityData": true, "primaryEmissionFactor": true},
         "lines": [%s]}
        """
        .formatted(name, own, lines);
  }

  static String own(String line, String amount, String part) {
    return """
        {"lineId": "%s", "partName": "%s", "amount": "%s", "unit": "piece", "kind": "OWN",
         "ownTraceId": "%s"}
        """
        .formatted(line, line, amount, part);
  }

  String procured(String line, String amount, TraceId product) {
    return procured(line, amount, maker, product);
  }

  static String procured(String line, String amount, Company supplier, TraceId product) {
    return """
        {"lineId": "%s", "partName": "%s", "amount": "%s", "unit": "piece", "kind": "PROCURED",
         "sources": [{"partnerId": "%s", "supplierTraceId": "%s"}]}
        """
        .formatted(line, line, amount, supplier.id.did(), product);
  }

  static String blankOption() {
    return """
        {"lineId": "a", "partName": "A", "amount": "1", "unit": "kilogram", "kind": "PROCURED",
         "option": " "}
        """;
  }

  static String emits(int own) {
    return """
        {"values": [{"stage": "main", "account": "fossil", "value": "%d"}], \
        "primaryActivityData": true, "primaryEmissionFactor": true}\
        """
        .formatted(own);
  }

  ValidatableResponse upload(String type, String file) {
    return upload(type, file, UUID.randomUUID().toString());
  }

  ValidatableResponse upload(String type, String file, String key) {
    return uploading(type, file)
        .header("Idempotency-Key", key)
        .post("/api/v1/structure-imports")
        .then();
  }

  RequestSpecification uploading(String type, String file) {
    return Door.of(maker.id, Roles.ANALYST)
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)
                        .encodeContentTypeAs("text/csv", ContentType.TEXT)))
        .contentType(type)
        .body(file.getBytes(StandardCharsets.UTF_8));
  }

  RequestSpecification writer() {
    return writer(maker);
  }

  static RequestSpecification writer(Company company) {
    return Door.of(company.id, Roles.ANALYST)
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID().toString());
  }

  ValidatableResponse write(String product, String json) {
    return writer().body(json).put("/api/v1/products/" + product).then();
  }

  ValidatableResponse footprint(String product) {
    return footprint(product, "/footprint");
  }

  ValidatableResponse footprint(String product, String rest) {
    return get(maker, "/api/v1/products/" + product + rest).statusCode(200);
  }

  ValidatableResponse ask(String product, String question) {
    return get(maker, "/api/v1/products/" + product + "/" + question).statusCode(200);
  }

  static ValidatableResponse get(Company company, String path) {
    return Door.of(company.id, Roles.ANALYST).get(path).then();
  }

  void awaitTotal(String product, String total, boolean isComplete) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                footprint(product)
                    .body("total.exclBiogenicUptake", equalTo(total))
                    .body("total.complete", equalTo(isComplete)));
  }

  void partner() {
    send("door", maker.invitation("our parts"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                Door.writing("{\"fingerprint\":\"" + maker.fingerprint() + "\"}")
                    .post("/api/v1/partners/" + maker.id.shortId() + "/acceptance")
                    .then()
                    .statusCode(200));
  }

  void give(SignedDeclaration declaration) {
    send(maker.gives(declaration));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> get(maker, "/api/v1/declarations/" + declaration.id().value()).statusCode(200));
  }

  /** What the registry says from now on, over HTTP and on its topic. */
  void publish(Company company, String entry) {
    topics
        .<Record<String, String>>source("directory")
        .send(Record.of(company.id.shortId(), company.inDirectory(entry)));
  }

  void send(byte[] message) {
    send("inbox", message);
  }

  void send(String channel, byte[] message) {
    topics.<List<byte[]>>source(channel).send(List.of(message));
  }

  Company newCompany() {
    return new Company(
            Company.newShortId(),
            registry,
            DataSpace.signer(directoryKey, aggregator),
            aggregator.keys().encryption().sealingKey())
        .admitted();
  }
}
