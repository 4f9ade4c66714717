package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.cfptrace.connector.exchange.Service;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.connector.wiring.CompanyExchange;
import org.cfptrace.connector.wiring.Door;
import org.cfptrace.connector.wiring.RealDatabase;
import org.cfptrace.connector.wiring.Trade;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.service.access.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An approver hands a supplier's declaration on to an aggregator. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class PresentationDoorTest {
  private static final Street STREET = new Street();
  private static final Firm MILL = STREET.firm("zzzzzzzzzzzzzzpm", "Aso Steel");
  private static final Collector COLLECTOR = STREET.collector("zzzzzzzzzzzzzzpc");

  @Inject Service service;
  @Inject Trade trade;
  @Inject CompanyExchange company;

  @BeforeEach
  void partnersTheyAre() {
    STREET.meet(service, trade);
  }

  @Test
  void itIsHandedOnListedFollowedAndEnded() {
    DeclarationId given = given(Audience.AGGREGATOR, Audience.AUDITOR);
    int before = COLLECTOR.heard().size();
    Door.analyst().get(presentations(given)).then().statusCode(200).body("items", empty());

    present(Door.as(Roles.APPROVER), given)
        .then()
        .statusCode(201)
        .body("declarationId", equalTo(given.value()))
        .body("recipientId", equalTo(COLLECTOR.id().did()))
        .body("shown", hasItems("product", "total", "period", "terms"))
        .body("delivery.state", equalTo("PENDING"))
        .body("follows", equalTo(true))
        .body("orderedBy", equalTo("approver-user"))
        .body("fallen", nullValue());
    settle();

    assertThat(COLLECTOR.heardSince(before)).hasSize(1);
    Door.analyst()
        .get(presentations(given))
        .then()
        .body("items", hasSize(1))
        .body("items[0].delivery.state", equalTo("DELIVERED"));
    end(Door.as(Roles.APPROVER), given).then().statusCode(204);
    settle();
    Door.analyst()
        .get(presentations(given))
        .then()
        .body("items[0].follows", equalTo(false))
        .body("items[0].fallen.kind", equalTo("ENDED"));
    assertThat(COLLECTOR.heardSince(before)).hasSize(2);
    end(Door.as(Roles.APPROVER), given).then().statusCode(404);
    Door.as(Roles.AUDITOR)
        .get("/api/v1/journal?limit=100")
        .then()
        .body("items.action", hasItem("declaration.presented"))
        .body("items.action", hasItem("presentation.ended"));
  }

  @Test
  void onlyAnApproverHandsOn() {
    DeclarationId given = given(Audience.AGGREGATOR);

    present(Door.supplier(), given).then().statusCode(403);
    end(Door.supplier(), given).then().statusCode(403);
  }

  @Test
  void whatMayNotGoOnIsRefusedWithItsReason() {
    DeclarationId kept = given(Audience.AUDITOR);
    DeclarationId open = given(Audience.AGGREGATOR);

    present(Door.as(Roles.APPROVER), kept)
        .then()
        .statusCode(409)
        .body("code", equalTo("ONWARD_NOT_ALLOWED"));
    present(Door.as(Roles.APPROVER), new DeclarationId("A".repeat(43)))
        .then()
        .statusCode(404)
        .body("code", equalTo("NOT_FOUND"));
    write(Door.as(Roles.APPROVER), open, "{\"recipient\": \"xxxxxxxxxxxxxxxx\"}")
        .then()
        .statusCode(404);
    write(Door.as(Roles.APPROVER), open, "{\"recipient\": \"%s\"}".formatted(MILL.id().shortId()))
        .then()
        .statusCode(409)
        .body("code", equalTo("NOT_ALLOWED_NOW"));
    write(Door.as(Roles.APPROVER), open, "{\"recipiant\": \"x\"}")
        .then()
        .statusCode(400)
        .body("errors.field", hasItems("recipient", "recipiant"));
    MILL.recalls(open, "wrong meter");
    settle();
    present(Door.as(Roles.APPROVER), open)
        .then()
        .statusCode(409)
        .body("code", equalTo("ILLEGAL_MOVE"))
        .body("errors[0].code", equalTo("RECALLED"))
        .body("errors[0].message", equalTo("nothing is possible any more"));
  }

  /** A coil of the mill's, declared to the service under terms that name these. */
  private DeclarationId given(Audience... onward) {
    MILL.letsHandOnTo(onward);
    TraceId coil = MILL.makes("coil " + UUID.randomUUID(), DeclaredUnit.KILOGRAM);
    MILL.emits(coil, "3");
    MILL.releases(service.id(), coil, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    settle();
    return company.received().of(MILL.id(), coil).get(0).id();
  }

  private static Response present(RequestSpecification caller, DeclarationId id) {
    return write(caller, id, "{\"recipient\": \"%s\"}".formatted(COLLECTOR.id().shortId()));
  }

  private static Response write(RequestSpecification caller, DeclarationId id, String json) {
    return Door.with(caller, json).post(presentations(id));
  }

  private static Response end(RequestSpecification caller, DeclarationId id) {
    return Door.with(caller, "").delete(presentations(id) + "/" + COLLECTOR.id().shortId());
  }

  private static String presentations(DeclarationId id) {
    return "/api/v1/declarations/" + id.value() + "/presentations";
  }

  private void settle() {
    STREET.settle(service, trade);
  }
}
