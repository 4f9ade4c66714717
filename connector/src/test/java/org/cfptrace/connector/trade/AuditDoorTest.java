package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.cfptrace.audit.AuditReport;
import org.cfptrace.bundle.BundleVerifier;
import org.cfptrace.connector.audit.Audit;
import org.cfptrace.connector.audit.AuditMode;
import org.cfptrace.connector.exchange.Service;
import org.cfptrace.connector.exchange.TestSurroundings;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.connector.wiring.Auditing;
import org.cfptrace.connector.wiring.CompanyExchange;
import org.cfptrace.connector.wiring.Door;
import org.cfptrace.connector.wiring.Given;
import org.cfptrace.connector.wiring.RealDatabase;
import org.cfptrace.connector.wiring.Trade;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.paper.Pdf;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.service.access.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Audits over HTTP: ordered, asked for, decided, carried out, attested. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class AuditDoorTest {
  private static final String AUDITS = "/api/v1/audits";
  private static final String PERIOD = "{\"from\": \"2025-04-01\", \"to\": \"2026-03-31\"}";
  private static final Street STREET = new Street();
  private static final Firm OTHER = STREET.firm("zzzzzzzzzzzzzzau", "Mori Assurance");

  @Inject Service service;
  @Inject Trade trade;
  @Inject Auditing auditing;
  @Inject CompanyExchange company;

  @BeforeEach
  void partnersAndAccredited() {
    STREET.meet(service, trade);
    for (ParticipantId auditor : List.of(OTHER.id(), service.id())) {
      DirectoryEntry entry =
          TestSurroundings.SPACE.accredit(
              auditor, Instant.now().minusSeconds(60), Instant.now().plus(Duration.ofDays(300)));
      service.exchange().watchDirectory().published(entry);
      OTHER.company().exchange().watchDirectory().published(entry);
    }
  }

  @Test
  void whatAnAuditorAsksForWaitsForAnApproverAndIsJournaled() {
    String coil = aStatedCoil();
    String mandate = ordered(coil).then().statusCode(201).extract().path("mandateId");
    settle();
    UUID audit = OTHER.audits(UUID.fromString(mandate));
    settle();
    String request =
        Door.as(Roles.APPROVER)
            .get(AUDITS + "/requests?state=WAITING")
            .then()
            .statusCode(200)
            .body("items[0].auditorId", equalTo(OTHER.id().did()))
            .body("items[0].leave", equalTo("MANDATE"))
            .body("items[0].settledBy", nullValue())
            .body("items[0].traceId", equalTo(coil))
            .body("items[0].declarationState", equalTo("ACTIVE"))
            .extract()
            .path("items[0].auditRequestId");
    for (String role : List.of(Roles.SUPPLIER, Roles.ANALYST, Roles.AUDITOR, Roles.ADMIN)) {
      Door.with(Door.as(role), "")
          .post(AUDITS + "/requests/" + request + "/approval")
          .then()
          .statusCode(403);
    }

    Door.with(Door.as(Roles.APPROVER), "")
        .post(AUDITS + "/requests/" + request + "/approval")
        .then()
        .statusCode(200)
        .body("state", equalTo("ACCEPTED"))
        .body("settledBy", equalTo("approver-user"));
    settle();

    assertThat(OTHER.audit(audit).state()).isEqualTo(Audit.State.DONE);
    Door.as(Roles.AUDITOR)
        .get(AUDITS + "/access-journal?limit=1")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].side", equalTo("OWNER"))
        .body("items[0].companyId", equalTo(OTHER.id().did()))
        .body("items[0].claims", hasItems("total", "own", "product"))
        .body("items[0].leave", equalTo("MANDATE"))
        .body("items[0].leaveBy", equalTo(service.id().did()))
        .body("items[0].refused", nullValue());
    String shown =
        Door.as(Roles.APPROVER)
            .get(AUDITS + "/requests/" + request)
            .then()
            .extract()
            .path("declarationId");
    Door.supplier()
        .get(AUDITS + "/access-journal?declarationId=" + shown)
        .then()
        .statusCode(200)
        .body("items.declarationId", everyItem(equalTo(shown)))
        .body("items", hasSize(1));
    Door.supplier().get(AUDITS + "/access-journal?declarationId=x").then().statusCode(400);
    Door.analyst().get(AUDITS + "/access-journal").then().statusCode(403);
    Door.with(Door.as(Roles.APPROVER), "{}")
        .post(AUDITS + "/requests/" + request + "/refusal")
        .then()
        .statusCode(409)
        .body("code", equalTo("ILLEGAL_MOVE"))
        .body("errors[0].code", equalTo("ANSWERED"))
        .body("errors[0].message", equalTo("nothing is possible any more"));
  }

  @Test
  void anAuditIsCarriedOutReportedAndAttested() {
    TraceId car = OTHER.makes("car " + UUID.randomUUID(), DeclaredUnit.PIECE);
    OTHER.emits(car, "10");
    OTHER.states(car);
    OTHER.answersAuditors(AuditMode.AUTOMATIC);
    OTHER.orders(service.id(), car, 3, Duration.ofDays(100));
    settle();
    String mandate =
        Door.as(Roles.AUDITOR)
            .get(AUDITS + "/mandates?side=RECEIVED")
            .then()
            .statusCode(200)
            .body("items[0].traceId", equalTo(car.toString()))
            .extract()
            .path("items[0].mandateId");

    String audit =
        Door.with(Door.as(Roles.AUDITOR), "{\"mandateId\": \"%s\"}".formatted(mandate))
            .post(AUDITS)
            .then()
            .statusCode(201)
            .body("state", equalTo("RUNNING"))
            .body("waitingFor", equalTo("COMPANIES"))
            .body("waitingForText.ja", equalTo("事業者の回答"))
            .extract()
            .path("auditId");
    Door.as(Roles.AUDITOR)
        .get(AUDITS + "/" + audit + "/report")
        .then()
        .statusCode(409)
        .body("code", equalTo("NOT_ALLOWED_NOW"));
    settle();

    Door.as(Roles.AUDITOR)
        .get(AUDITS + "/" + audit)
        .then()
        .statusCode(200)
        .body("state", equalTo("DONE"))
        .body("result", equalTo("VERIFIED"))
        .body("coverage", equalTo("100"))
        .body("waitingFor", nullValue());
    Door.as(Roles.AUDITOR)
        .get(AUDITS + "/" + audit + "/asked?limit=1")
        .then()
        .statusCode(200)
        .body("items.state", hasItem("ANSWERED"))
        .body("next", nullValue());
    Door.as(Roles.AUDITOR)
        .get(AUDITS + "/" + audit + "/hops?limit=1")
        .then()
        .statusCode(200)
        .body("items[0].outcome", equalTo("VERIFIED"))
        .body("next", nullValue());
    assertThat(readingsOf(audit)).isEqualTo(1);
    Response report = Door.as(Roles.AUDITOR).get(AUDITS + "/" + audit + "/report");
    assertThat(report.statusCode()).isEqualTo(200);
    assertThat(report.contentType()).startsWith("application/jwt");
    for (String lang : List.of("en", "ja")) {
      byte[] pdf =
          Door.as(Roles.AUDITOR)
              .get(AUDITS + "/" + audit + "/report.pdf?lang=" + lang)
              .then()
              .statusCode(200)
              .contentType("application/pdf")
              .extract()
              .asByteArray();
      assertThat(Pdf.faults(pdf)).isEmpty();
      assertThat(Pdf.text(pdf))
          .contains(AuditReport.digestOf(report.asString()), "Mori Assurance", car.toString());
    }
    // The list of what was found, the report, and two printings.
    assertThat(readingsOf(audit)).isEqualTo(4);
    byte[] bundle =
        Door.as(Roles.AUDITOR)
            .get(AUDITS + "/" + audit + "/bundle")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    assertThat(
            new BundleVerifier(TestSurroundings.SPACE.anchor())
                .verify(bundle)
                .asOptional()
                .orElseThrow()
                .holds())
        .isTrue();

    Door.with(Door.as(Roles.AUDITOR), "")
        .post(AUDITS + "/" + audit + "/attestation")
        .then()
        .statusCode(200)
        .body("attested", equalTo(true));
    settle();
    Door.with(Door.as(Roles.AUDITOR), "")
        .post(AUDITS + "/" + audit + "/attestation")
        .then()
        .statusCode(409);
    assertThat(OTHER.company().auditing().attestations().newestGood(car, Firm.YEAR)).isPresent();
    OTHER.releases(
        service.id(), car, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL, ReleaseSwitch.EVIDENCE);
    settle();
    Door.supplier()
        .get("/api/v1/declarations/" + heldOf(car) + "/attestation")
        .then()
        .statusCode(200)
        .body("auditorId", equalTo(service.id().did()))
        .body("companyId", equalTo(OTHER.id().did()))
        .body("traceId", equalTo(car.toString()))
        .body("result", equalTo("VERIFIED"))
        .body("coverage", equalTo("100"))
        .body("doubts", empty());
    withdrawn(audit, car);
    Door.supplier()
        .get("/api/v1/declarations/" + "A".repeat(43) + "/attestation")
        .then()
        .statusCode(404);
  }

  private void withdrawn(String audit, TraceId car) {
    String door = AUDITS + "/" + audit + "/attestation/withdrawal";
    Door.with(Door.as(Roles.AUDITOR), "{}").post(door).then().statusCode(400);
    Door.with(Door.as(Roles.SUPPLIER), "{\"reason\":\"x\"}").post(door).then().statusCode(403);
    Door.with(Door.as(Roles.AUDITOR), "{\"reason\":\"a wrong meter\"}")
        .post(door)
        .then()
        .statusCode(200);
    Door.with(Door.as(Roles.AUDITOR), "{\"reason\":\"once more\"}")
        .post(door)
        .then()
        .statusCode(409)
        .body("code", equalTo("ILLEGAL_MOVE"))
        .body("errors[0].code", equalTo("DONE"));
    settle();
    assertThat(OTHER.company().auditing().attestations().newestGood(car, Firm.YEAR)).isEmpty();
    Door.supplier()
        .get("/api/v1/declarations/" + heldOf(car) + "/attestation")
        .then()
        .statusCode(200)
        .body("doubts.code", containsInAnyOrder("WITHDRAWN"))
        .body("withdrawalReason", equalTo("a wrong meter"));
  }

  @Test
  void theSettingIsChangedByWhoHasReadIt() {
    Response before = Door.as(Roles.AUDITOR).get(AUDITS + "/settings");
    assertThat(before.statusCode()).isEqualTo(200);
    String version = before.header("ETag");

    setting(Door.as(Roles.APPROVER), "{\"mode\": \"REFUSE\"}").then().statusCode(428);
    setting(Door.as(Roles.SUPPLIER).header("If-Match", version), "{\"mode\": \"REFUSE\"}")
        .then()
        .statusCode(403);
    setting(Door.as(Roles.APPROVER).header("If-Match", version), "{\"mode\": \"OFTEN\"}")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("mode"));
    String next =
        setting(Door.as(Roles.APPROVER).header("If-Match", version), "{\"mode\": \"REFUSE\"}")
            .then()
            .statusCode(200)
            .extract()
            .header("ETag");
    setting(Door.as(Roles.ADMIN).header("If-Match", version), "{\"mode\": \"ASK\"}")
        .then()
        .statusCode(412);
    setting(Door.as(Roles.ADMIN).header("If-Match", next), "{\"mode\": \"ASK\"}")
        .then()
        .statusCode(200);
  }

  @Test
  void allFaultsOfAnOrderAreToldAtOnce() {
    Door.with(
            Door.as(Roles.APPROVER),
            """
            {"auditorId": "%s", "traceId": "coil", "period": {"from": "2026-01-01", "to": "2025-01-01"},
             "depth": "51", "until": "2020-01-01", "colour": "red"}\
            """
                .formatted(OTHER.id().shortId()))
        .post(AUDITS + "/mandates")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_FIELDS"))
        .body(
            "errors.field", containsInAnyOrder("traceId", "period.to", "depth", "until", "colour"));
  }

  @Test
  void whatIsNotThereAndWhatIsOfTheOtherSideAnswerAlike() {
    String coil = aStatedCoil();
    String issued = ordered(coil).then().statusCode(201).extract().path("mandateId");
    String nobody = UUID.randomUUID().toString();

    // A mandate that we have issued is none to carry out.
    for (String mandate : List.of(issued, nobody)) {
      Door.with(Door.as(Roles.AUDITOR), "{\"mandateId\": \"%s\"}".formatted(mandate))
          .post(AUDITS)
          .then()
          .statusCode(404)
          .body("detail", startsWith("no mandate "));
    }
    for (String path :
        List.of(
            "/" + nobody,
            "/" + nobody + "/report",
            "/" + nobody + "/report.pdf",
            "/" + nobody + "/bundle",
            "/" + nobody + "/asked",
            "/" + nobody + "/hops",
            "/none",
            "/requests/" + nobody,
            "/mandates/" + nobody)) {
      Door.as(Roles.AUDITOR)
          .get(AUDITS + path)
          .then()
          .statusCode(404)
          .body("code", equalTo("NOT_FOUND"));
    }
    Door.as(Roles.AUDITOR).get(AUDITS + "/requests?state=LOST").then().statusCode(400);
    Door.as(Roles.AUDITOR).get(AUDITS + "/mandates?side=BOTH").then().statusCode(400);
  }

  @Test
  void aMandateIsWithdrawnOnce() {
    String mandate = ordered(aStatedCoil()).then().statusCode(201).extract().path("mandateId");

    Door.with(Door.as(Roles.APPROVER), "")
        .post(AUDITS + "/mandates/" + mandate + "/withdrawal")
        .then()
        .statusCode(200);
    Door.with(Door.as(Roles.APPROVER), "")
        .post(AUDITS + "/mandates/" + mandate + "/withdrawal")
        .then()
        .statusCode(409)
        .body("code", equalTo("ILLEGAL_MOVE"))
        .body("errors[0].field", equalTo("state"))
        .body("errors[0].code", equalTo("WITHDRAWN"))
        .body("errors[0].message", equalTo("nothing is possible any more"));
    Door.with(Door.as(Roles.SUPPLIER), "{}").post(AUDITS + "/mandates").then().statusCode(403);
  }

  /** How often the journal says that the report of an audit was read. */
  private static int readingsOf(String audit) {
    return Door.as(Roles.ADMIN)
        .get("/api/v1/journal?limit=100")
        .then()
        .statusCode(200)
        .extract()
        .<List<String>>path("items.findAll { it.subject == '" + audit + "' }.action")
        .stream()
        .filter("audit.report"::equals)
        .toList()
        .size();
  }

  /** What the service holds of a product of the other firm. */
  private String heldOf(TraceId product) {
    return company.received().of(OTHER.id(), product).get(0).id().value();
  }

  private static Response setting(RequestSpecification caller, String json) {
    return Door.with(caller, json).put(AUDITS + "/settings");
  }

  private Response ordered(String coil) {
    return Door.with(
            Door.as(Roles.APPROVER),
            """
            {"auditorId": "%s", "traceId": "%s", "period": %s, "depth": "3", "until": "%s"}\
            """
                .formatted(
                    OTHER.id().shortId(),
                    coil,
                    PERIOD,
                    LocalDate.now(ZoneOffset.UTC).plusDays(100)))
        .post(AUDITS + "/mandates");
  }

  private static String aStatedCoil() {
    String coil = Given.aProduct("kilogram");
    Given.emissions(coil, "5");
    Door.with(
            Door.as(Roles.APPROVER),
            "{\"traceId\": \"%s\", \"audience\": \"SELF\"}".formatted(coil))
        .post("/api/v1/declarations")
        .then()
        .statusCode(201);
    return coil;
  }

  private void settle() {
    int moved = 1;
    while (moved > 0) {
      STREET.settle(service, trade);
      moved =
          service.exchange().logBook().orElseThrow().round()
              + auditing.answer().round()
              + auditing.follow().round()
              + OTHER.anchor()
              + OTHER.audit();
    }
    STREET.settle(service, trade);
  }
}
