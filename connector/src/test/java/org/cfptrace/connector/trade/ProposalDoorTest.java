package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.cfptrace.connector.exchange.Service;
import org.cfptrace.connector.wiring.Door;
import org.cfptrace.connector.wiring.RealDatabase;
import org.cfptrace.connector.wiring.Trade;
import org.cfptrace.envelope.FootprintProposalBody;
import org.cfptrace.envelope.ProposalAnswerBody;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.access.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An approver states what an aggregator proposes, or refuses it. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ProposalDoorTest {
  private static final Street STREET = new Street();
  private static final Collector COLLECTOR = STREET.collector("zzzzzzzzzzzzzzpq");

  @Inject Service service;
  @Inject Trade trade;

  @BeforeEach
  void partnersTheyAre() {
    STREET.meet(service, trade);
  }

  @Test
  void itIsSeenAcceptedStatedAndAnswered() {
    FootprintProposalBody body = proposed();
    String path = "/api/v1/proposals/" + body.proposalId();
    Door.supplier()
        .get("/api/v1/proposals?waiting=true&limit=100")
        .then()
        .statusCode(200)
        .body("items.proposalId", hasItem(body.proposalId().toString()));
    Door.supplier()
        .get(path)
        .then()
        .statusCode(200)
        .body("state", equalTo("WAITING"))
        .body("proposedBy", equalTo(COLLECTOR.id().did()))
        .body("exclBiogenicUptake", equalTo("6120.500000001"))
        .body("inclBiogenicUptake", equalTo("6118.250000001"))
        .body("stages.main", equalTo("1121.5"))
        .body("sources", equalTo(240))
        .body("madeFrom", equalTo(Proposed.MADE_FROM))
        .body("declarationId", nullValue());

    settling(Roles.SUPPLIER, path + "/acceptance", "").then().statusCode(403);
    String statement =
        settling(Roles.APPROVER, path + "/acceptance", "")
            .then()
            .statusCode(200)
            .body("state", equalTo("ACCEPTED"))
            .body("settledBy", equalTo("approver-user"))
            .body("declarationId", notNullValue())
            .extract()
            .path("declarationId");
    settle();

    Door.analyst()
        .get("/api/v1/declarations/" + statement)
        .then()
        .statusCode(200)
        .body("state", equalTo("ACTIVE"));
    assertThat(COLLECTOR.answers())
        .filteredOn(answer -> answer.proposalId().equals(body.proposalId()))
        .extracting(answer -> answer.declarationId().orElseThrow().value())
        .containsExactly(statement);
    settling(Roles.APPROVER, path + "/acceptance", "")
        .then()
        .statusCode(409)
        .body("code", equalTo("ILLEGAL_MOVE"))
        .body("errors[0].code", equalTo("ACCEPTED"))
        .body("errors[0].message", equalTo("nothing is possible any more"));
    Door.as(Roles.AUDITOR)
        .get("/api/v1/journal?limit=100")
        .then()
        .body("items.action", hasItems("proposal.read", "proposal.accepted"));
  }

  @Test
  void itIsRefusedWithAReason() {
    FootprintProposalBody body = proposed();
    String path = "/api/v1/proposals/" + body.proposalId() + "/refusal";

    settling(Roles.APPROVER, path, "{}")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("reason"));
    settling(Roles.APPROVER, path, "{\"reason\": \"wrong model\"}")
        .then()
        .statusCode(200)
        .body("state", equalTo("REFUSED"))
        .body("reason", equalTo("wrong model"));
    settle();

    assertThat(COLLECTOR.answers())
        .contains(ProposalAnswerBody.refused(body.proposalId(), "wrong model"));
    settling(
            Roles.APPROVER,
            "/api/v1/proposals/urn:uuid:" + UUID.randomUUID() + "/refusal",
            "{\"reason\": \"x\"}")
        .then()
        .statusCode(404);
  }

  private FootprintProposalBody proposed() {
    String car =
        Door.with(
                Door.supplier(),
                "{\"partsName\": \"car %s\", \"unit\": \"piece\"}"
                    .formatted(UUID.randomUUID().toString().substring(0, 20)))
            .post("/api/v1/products")
            .then()
            .statusCode(201)
            .extract()
            .path("traceId");
    FootprintProposalBody body = Proposed.of(TraceId.of(car));
    COLLECTOR.proposes(service.id(), body);
    settle();
    return body;
  }

  private static Response settling(String role, String path, String json) {
    return Door.with(Door.as(role), json).post(path);
  }

  private void settle() {
    STREET.settle(service, trade);
  }
}
