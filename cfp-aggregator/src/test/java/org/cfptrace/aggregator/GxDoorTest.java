package org.cfptrace.aggregator;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.access.Roles;
import org.junit.jupiter.api.Test;

/** A verified reduction goes in through the door, certificates come out, and the ledger tells. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class GxDoorTest {
  private static final ParticipantId MILL = ParticipantId.of(DataSpace.DOMAIN, "gxmillaaaaaaaaa2");
  private static final ParticipantId RIVAL = ParticipantId.of(DataSpace.DOMAIN, "gxrivalaaaaaaaa2");
  private static final String POOLS = "/api/v1/gx/pools";

  // A project and certificates of each test's own: the tests share one database.
  private final String name = "P" + UUID.randomUUID();

  @Test
  void theWorkedCaseThroughTheDoor() {
    String pool = open();
    read(MILL, POOLS + "/" + pool)
        .statusCode(200)
        .body("cfpBefore.value", equalTo("2"))
        .body("remaining", equalTo("30000"));

    allocate(pool, lot("1", "10000", "30000"))
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo("LOT_BELOW_ZERO"));
    allocate(pool, lot("1", "15000", "30000"))
        .statusCode(201)
        .body("state", equalTo("ISSUED"))
        .body("cfpBefore.value", equalTo("2.3"))
        .body("cfpBefore.numerator", equalTo("23"))
        .body("cfpBefore.denominator", equalTo("10"))
        .body("cfpAfterAllocation.value", equalTo("0.3"));
    allocate(pool, lot("2", "1", "1")).statusCode(409).body("code", equalTo("POOL_OVERALLOCATED"));

    read(MILL, POOLS + "/" + pool)
        .statusCode(200)
        .body("pool.verifiedReduction", equalTo("30000"))
        .body("cfpBefore.value", equalTo("2.3"))
        .body("remaining", equalTo("0"))
        .body("gxMass", equalTo("15000"))
        .body("lots.items", hasSize(1))
        .body("lots.items[0].cfpAfterAllocation.value", equalTo("0.3"));
  }

  @Test
  void aCertificateBesideTheProductLeavesItsFigureAlone() {
    String pool = open();

    allocate(pool, lot("1", "7000", "1").replace("GX_ALLOCATION", "MASS_BALANCE_CERTIFICATE"))
        .statusCode(201)
        .body("cfpBefore.value", equalTo("2.00001"))
        .body("reductionPerTonne.value", equalTo("0.000143"))
        .body("reductionPerTonne.numerator", equalTo("1"))
        .body("reductionPerTonne.denominator", equalTo("7000"))
        .body("cfpAfterAllocation", nullValue());
  }

  @Test
  void aCertificateIsHandedOnRetiredOnceAndEveryEntryStays() {
    String pool = open();
    allocate(pool, lot("1", "15000", "20000")).statusCode(201);
    allocate(pool, lot("2", "15000", "5000")).statusCode(201);

    move("1", "transfer", "{\"to\": \"Car maker\"}")
        .statusCode(200)
        .body("state", equalTo("TRANSFERRED"))
        .body("holder", equalTo("Car maker"));
    move("1", "retirement", "{\"beneficiary\": \"Car maker\"}")
        .statusCode(200)
        .body("state", equalTo("RETIRED"));
    move("1", "retirement", "{\"beneficiary\": \"Car maker\"}")
        .statusCode(409)
        .body("code", equalTo("CERTIFICATE_RETIRED"));
    move("2", "cancellation", "{\"reason\": \"not delivered\"}")
        .statusCode(200)
        .body("state", equalTo("CANCELLED"))
        .body("cfpAfterAllocation", nullValue());
    move("2", "cancellation", "{\"reason\": \"not delivered\"}")
        .statusCode(409)
        .body("code", equalTo("CERTIFICATE_CANCELLED"));
    debit(
            pool,
            "{\"reference\": \"coil of May\", \"reduction\": \"10000\", \"cause\": \"LOWERED_CFP\"}")
        .statusCode(201)
        .body("debited", equalTo("10000"))
        .body("remaining", equalTo("0"));

    ValidatableResponse first =
        read(MILL, POOLS + "/" + pool + "/entries?limit=4")
            .statusCode(200)
            .body("items.number", contains(1, 2, 3, 4))
            .body("items.kind", contains("ISSUED", "ISSUED", "TRANSFERRED", "RETIRED"))
            .body("items[2].note", equalTo("Car maker"))
            .body("items[0].by", equalTo("disclosure-officer-user"))
            .body("items[0].cfpBefore.value", equalTo("2.2"));
    read(MILL, POOLS + "/" + pool + "/entries?limit=4&after=" + first.extract().path("next"))
        .statusCode(200)
        .body("items.kind", contains("CANCELLED", "DEBITED"))
        .body("next", nullValue());
    read(MILL, "/api/v1/gx/certificates/" + name + "-1")
        .statusCode(200)
        .body("state", equalTo("RETIRED"))
        .body("poolId", equalTo(pool));
  }

  @Test
  void aReductionIsPooledOnceAndForTwelveMonthsAtMost() {
    open();

    post(MILL, POOLS, pool())
        .then()
        .statusCode(409)
        .body("code", equalTo("REDUCTION_CLAIMED_TWICE"));
    post(MILL, POOLS, pool().replace("2026-12-31", "2027-01-01"))
        .then()
        .statusCode(422)
        .body("code", equalTo("CLAIM_PERIOD_TOO_LONG"));
  }

  @Test
  void everyFaultOfABodyIsToldAtOnceAndNothingIsKept() {
    post(
            MILL,
            POOLS,
            pool()
                .replace("\"30000\"", "30000")
                .replace("\"100000\"", "\"0\"")
                .replace("\"200000\"", "\"-1\"")
                .replace("\"verifier\": \"Verifier\"", "\"checker\": \"Verifier\""))
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_FIELDS"))
        .body(
            "errors.field",
            contains("verifiedReduction", "verifier", "totalMass", "actualEmissions", "checker"));
    String pool = open();
    allocate(pool, "{\"certificateId\": \"a b\", \"mass\": \"1\", \"method\": \"NONE\"}")
        .statusCode(400)
        .body(
            "errors.field", contains("certificateId", "productLot", "site", "reduction", "method"));
  }

  @Test
  void aSecondSiteNeedsItsVerifier() {
    String alone = open();
    allocate(alone, lot("1", "15000", "1").replace("Works A", "Works B"))
        .statusCode(422)
        .body("code", equalTo("SITE_TRANSFER_NOT_ALLOWED"));

    post(
            MILL,
            POOLS,
            pool()
                .replace(name, name + "-both")
                .replace("{\"project\"", "{\"multiSite\": {\"sites\": [\"Works B\"]}, \"project\""))
        .then()
        .statusCode(400)
        .body("errors.field", contains("multiSite.verifier"));
    String both =
        post(
                MILL,
                POOLS,
                pool()
                    .replace(name, name + "-both")
                    .replace(
                        "{\"project\"",
                        "{\"multiSite\": {\"sites\": [\"Works B\"], \"verifier\": \"V\"}, \"project\""))
            .then()
            .statusCode(201)
            .extract()
            .path("pool.id");
    allocate(both, lot("1", "15000", "1").replace("Works A", "Works B")).statusCode(201);
  }

  @Test
  void anAnalystReadsAndOnlyAnOfficerWrites() {
    String pool = open();

    Door.of(MILL, Roles.ANALYST)
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(lot("1", "15000", "1"))
        .post(POOLS + "/" + pool + "/allocations")
        .then()
        .statusCode(403);
    Door.of(MILL, Roles.SUPPLIER).get(POOLS + "/" + pool).then().statusCode(403);
    read(MILL, POOLS + "?limit=100").statusCode(200).body("items.project", hasItem(name));
  }

  @Test
  void anotherCompanySeesAndMovesNothingOfIt() {
    String pool = open();
    allocate(pool, lot("1", "15000", "1")).statusCode(201);

    for (String path :
        List.of(
            POOLS + "/" + pool,
            POOLS + "/" + pool + "/entries",
            "/api/v1/gx/certificates/" + name + "-1")) {
      read(RIVAL, path).statusCode(404);
    }
    post(RIVAL, POOLS + "/" + pool + "/allocations", lot("2", "15000", "1")).then().statusCode(404);
    post(RIVAL, "/api/v1/gx/certificates/" + name + "-1/cancellation", "{\"reason\": \"mine\"}")
        .then()
        .statusCode(404);
    read(RIVAL, POOLS + "?limit=100").statusCode(200).body("items.id", not(hasItem(pool)));
  }

  @Test
  void theSameRequestTwiceIsOneAllocation() {
    String pool = open();
    RequestSpecification request =
        writing(MILL, lot("1", "15000", "1")).header("Idempotency-Key", name);

    request.post(POOLS + "/" + pool + "/allocations").then().statusCode(201);
    writing(MILL, lot("1", "15000", "1"))
        .header("Idempotency-Key", name)
        .post(POOLS + "/" + pool + "/allocations")
        .then()
        .statusCode(201);
    allocate(pool, lot("1", "15000", "1"))
        .statusCode(409)
        .body("code", equalTo("CERTIFICATE_ID_USED"));

    read(MILL, POOLS + "/" + pool + "/entries").body("items", hasSize(1));
  }

  @Test
  void aRefusalIsToldInJapaneseToo() {
    String pool = open();

    writing(MILL, lot("1", "15000", "30000.1"))
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .header("Accept-Language", "ja")
        .post(POOLS + "/" + pool + "/allocations")
        .then()
        .statusCode(409)
        .body("title", equalTo("プールの残存削減量を超えています"))
        .body("detail", containsString("30000 t CO2e"));
  }

  // ---- the words of the tests

  private String pool() {
    return """
        {"project": "%s", "site": "Works A", "productLine": "%s",
         "period": {"from": "2026-01-01", "to": "2026-12-31"},
         "verifiedReduction": "30000", "verifier": "Verifier",
         "totalMass": "100000", "actualEmissions": "200000"}
        """
        .formatted(name, "coil of " + name);
  }

  private String lot(String number, String mass, String reduction) {
    return """
        {"certificateId": "%s-%s", "productLot": "lot %s of %s", "site": "Works A",
         "mass": "%s", "reduction": "%s", "method": "GX_ALLOCATION"}
        """
        .formatted(name, number, number, name, mass, reduction);
  }

  private String open() {
    return post(MILL, POOLS, pool()).then().statusCode(201).extract().path("pool.id");
  }

  private static ValidatableResponse allocate(String pool, String lot) {
    return post(MILL, POOLS + "/" + pool + "/allocations", lot).then();
  }

  private static ValidatableResponse debit(String pool, String debit) {
    return post(MILL, POOLS + "/" + pool + "/debits", debit).then();
  }

  private ValidatableResponse move(String number, String act, String json) {
    return post(MILL, "/api/v1/gx/certificates/" + name + "-" + number + "/" + act, json).then();
  }

  private static Response post(ParticipantId company, String path, String json) {
    return writing(company, json)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .post(path);
  }

  private static RequestSpecification writing(ParticipantId company, String json) {
    return Door.of(company, Roles.DISCLOSURE_OFFICER).contentType(ContentType.JSON).body(json);
  }

  private static ValidatableResponse read(ParticipantId company, String path) {
    return Door.of(company, Roles.ANALYST).get(path).then();
  }
}
