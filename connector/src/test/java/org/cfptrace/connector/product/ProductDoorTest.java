package org.cfptrace.connector.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.connector.wiring.Door.supplier;
import static org.cfptrace.connector.wiring.Door.writing;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.cfptrace.connector.wiring.Given;
import org.cfptrace.connector.wiring.RealDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ProductDoorTest {
  private static final String PRODUCTS = "/api/v1/products";

  @Test
  void aProductGetsATraceId() {
    writing("{\"partsName\": \"Coil A\", \"unit\": \"kilogram\"}")
        .post(PRODUCTS)
        .then()
        .statusCode(201)
        .header("ETag", equalTo("\"0\""))
        .header("Location", containsString(PRODUCTS + "/urn:uuid:"))
        .body("traceId", startsWith("urn:uuid:"));
  }

  @Test
  void aProductKeepsTheTraceIdItComesWith() {
    var traceId = "urn:uuid:" + UUID.randomUUID();
    var json =
        """
        {"traceId": "%s", "partsName": "Coil B", "supportPartsName": "1.2 mm", "partsLabelName": "コイル",
         "partsAddInfo1": "a", "partsAddInfo2": "b", "partsAddInfo3": "c", "category": "steel",
         "unit": "unit", "massPerUnit": "7.850"}\
        """
            .formatted(traceId);

    writing(json).post(PRODUCTS).then().statusCode(201).body("traceId", equalTo(traceId));

    supplier()
        .get(PRODUCTS + "/" + traceId)
        .then()
        .statusCode(200)
        .body("partsName", equalTo("Coil B"))
        .body("supportPartsName", equalTo("1.2 mm"))
        .body("partsLabelName", equalTo("コイル"))
        .body("partsAddInfo3", equalTo("c"))
        .body("category", equalTo("steel"))
        .body("unit", equalTo("piece"))
        .body("massPerUnit", equalTo("7.85"));
    writing(json.replace("Coil B", "Coil C"))
        .post(PRODUCTS)
        .then()
        .statusCode(409)
        .body("errors[0].field", equalTo("traceId"));
  }

  @Test
  void anUnknownUnitIsAnsweredWithTheKnownOnes() {
    writing("{\"partsName\": \"Coil D\", \"unit\": \"furlong\"}")
        .post(PRODUCTS)
        .then()
        .statusCode(400)
        .body("errors.field", contains("unit"))
        .body("errors[0].message", containsString("unknown unit \"furlong\", known are liter"));
  }

  @Test
  void allFaultsOfAProductAreToldAtOnce() {
    writing(
            """
            {"partsName": "%s", "unit": "kilogramme", "massPerUnit": 7.85, "traceId": "1", "plantId": "x"}\
            """
                .formatted("名".repeat(51)))
        .post(PRODUCTS)
        .then()
        .statusCode(400)
        .body("errors.field", contains("traceId", "partsName", "unit", "massPerUnit", "plantId"))
        .body(
            "errors.code",
            contains("INVALID", "TOO_LONG", "INVALID", "DECIMAL_AS_STRING", "INVALID"));
  }

  @Test
  void aNameOfFiftyJapaneseCharactersFits() {
    writing("{\"partsName\": \"" + "鋼".repeat(50) + "\", \"unit\": \"kilogram\"}")
        .post(PRODUCTS)
        .then()
        .statusCode(201);
  }

  @Test
  void anUnknownPlantIsRefused() {
    writing(
            """
            {"partsName": "Coil E", "unit": "kilogram", "plantId": "%s"}\
            """
                .formatted(UUID.randomUUID()))
        .post(PRODUCTS)
        .then()
        .statusCode(400)
        .body("errors.field", contains("plantId"))
        .body("errors.code", contains("UNKNOWN"));
  }

  @Test
  void twoProductsOfOnePlantDifferInTheirNames() {
    Given.aProduct("Coil F", "kilogram");

    writing("{\"partsName\": \"Coil F\", \"unit\": \"piece\"}")
        .post(PRODUCTS)
        .then()
        .statusCode(409)
        .body("errors.field", contains("partsName"));
    writing("{\"partsName\": \"Coil F\", \"supportPartsName\": \"thin\", \"unit\": \"piece\"}")
        .post(PRODUCTS)
        .then()
        .statusCode(201);
  }

  @Test
  void aProductIsChangedAndRemovedAtItsVersion() {
    var traceId = Given.aProduct("Coil G", "kilogram");
    var path = PRODUCTS + "/" + traceId;

    writing("{\"partsName\": \"Coil G2\", \"unit\": \"piece\"}")
        .header("If-Match", "\"0\"")
        .put(path)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("partsName", equalTo("Coil G2"))
        .body("unit", equalTo("piece"));
    supplier()
        .header("Idempotency-Key", "remove-" + traceId)
        .header("If-Match", "\"0\"")
        .delete(path)
        .then()
        .statusCode(412);
    supplier()
        .header("Idempotency-Key", "remove-" + traceId)
        .header("If-Match", "\"1\"")
        .delete(path)
        .then()
        .statusCode(204);
    supplier().get(path).then().statusCode(404);
    // The repeat of a removal hears what the removal heard.
    supplier()
        .header("Idempotency-Key", "remove-" + traceId)
        .header("If-Match", "\"1\"")
        .delete(path)
        .then()
        .statusCode(204);
  }

  @Test
  void theUnitStaysOnceEmissionsWerePosted() {
    var traceId = Given.aProduct("Coil H", "kilogram");
    Given.emissions(traceId, "3");

    writing("{\"partsName\": \"Coil H\", \"unit\": \"piece\"}")
        .header("If-Match", "\"0\"")
        .put(PRODUCTS + "/" + traceId)
        .then()
        .statusCode(409)
        .body("errors.field", contains("unit"))
        .body("errors[0].message", equalTo("stays kilogram: emissions were posted for it"));
  }

  @Test
  void aProductOthersAreMadeOfIsNotRemoved() {
    var part = Given.aProduct("kilogram");
    var whole = Given.aProduct("piece");
    Given.billOfMaterials(whole, Given.ownLine(part, "2", "kilogram"));

    var refused =
        supplier()
            .header("Idempotency-Key", "remove-" + part)
            .header("If-Match", "\"0\"")
            .delete(PRODUCTS + "/" + part);

    refused.then().statusCode(409);
    assertThat(refused.<String>path("detail"))
        .isEqualTo("the product is relied on: the bill of materials of " + whole + " uses it");
  }
}
