package org.cfptrace.connector.emission;

import static org.cfptrace.connector.wiring.Door.supplier;
import static org.cfptrace.connector.wiring.Door.writing;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.cfptrace.connector.wiring.Door;
import org.cfptrace.connector.wiring.Given;
import org.cfptrace.connector.wiring.RealDatabase;
import org.cfptrace.service.access.Roles;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class EmissionsDoorTest {
  @Test
  void aPostingComesBackAsItWasWritten() {
    var product = Given.aProduct("kilogram");

    writing(
            """
            {"period": {"from": "2025-04-01", "to": "2026-03-31"}, "profile": "OURANOS",
             "values": [{"stage": "pre", "account": "fossil", "value": "1.250"},
                        {"stage": "main", "account": "D", "value": "-0.5"}],
             "method": {"standards": ["ISO 14067:2018"], "gwp": "AR6", "boundary": "CRADLE_TO_GATE",
                        "allocation": "by mass", "exemptedPercent": "1.5", "electricity": "location-based"},
             "quality": {"scale": "ONE_TO_FIVE", "byProcess": {"main": {"TeR": "1", "TiR": "2.5", "GeR": "5"}}},
             "primaryActivityData": true, "primaryEmissionFactor": false}\
            """)
        .post(path(product))
        .then()
        .statusCode(201)
        .body("emissionsId", notNullValue());

    supplier()
        .get(path(product))
        .then()
        .statusCode(200)
        .body("items[0].period.from", equalTo("2025-04-01"))
        .body("items[0].profile", equalTo("OURANOS"))
        .body("items[0].values.stage", contains("pre", "main"))
        .body("items[0].values.account", contains("fossil", "biogenicUptake"))
        .body("items[0].values.value", contains("1.25", "-0.5"))
        .body("items[0].method.standards", contains("ISO 14067:2018"))
        .body("items[0].method.exemptedPercent", equalTo("1.5"))
        .body("items[0].quality.byProcess.main.TiR", equalTo("2.5"))
        .body("items[0].primaryActivityData", equalTo(true))
        .body("items[0].primaryEmissionFactor", equalTo(false));
  }

  @Test
  void aNegativeEmissionIsRefusedWithItsPath() {
    refused(Given.emissionsJson("-3"))
        .body("errors.field", contains("values[0].value"))
        .body("errors.code", contains("NEGATIVE"))
        .body("errors[0].message", containsString("fossil emissions are not negative, seen -3"));
  }

  @Test
  void anUptakeAboveZeroIsRefused() {
    refused(Given.emissionsJson("3").replace("fossil", "biogenicUptake"))
        .body("errors.code", contains("POSITIVE"));
  }

  @Test
  void anAstronomicalExponentIsRefused() {
    refused(Given.emissionsJson("1e400"))
        .body("errors.field", contains("values[0].value"))
        .body("errors.code", contains("NOT_A_DECIMAL"));
  }

  @Test
  void aJsonNumberIsRefusedWhereADecimalInQuotesIsExpected() {
    refused(Given.emissionsJson("3").replace("\"3\"", "3"))
        .body("errors.field", contains("values[0].value"))
        .body("errors.code", contains("DECIMAL_AS_STRING"));
    refused(Given.emissionsJson("3").replace("\"3\"", "1e400"))
        .body("errors.code", contains("DECIMAL_AS_STRING"));
  }

  @Test
  void tenDecimalsAreTooMany() {
    refused(Given.emissionsJson("0.1234567891")).body("errors.code", contains("NOT_A_DECIMAL"));
  }

  @Test
  void theSameCellTwiceIsRefused() {
    refused(
            Given.emissionsJson("3")
                .replace(
                    "\"values\": [",
                    "\"values\": [{\"stage\": \"main\", \"account\": \"A\", \"value\": \"1\"},"))
        .body("errors.field", contains("values[1].account"))
        .body("errors.code", contains("DUPLICATE"));
  }

  @Test
  void nothingIsBookedAsUnsplitByHand() {
    refused(Given.emissionsJson("3").replace("\"main\"", "\"unsplit\""))
        .body("errors.field", contains("values[0].stage"));
    refused(Given.emissionsJson("3").replace("\"fossil\"", "\"unsplitEmissions\""))
        .body("errors.field", contains("values[0].account"));
  }

  @Test
  void allFaultsOfAPostingAreToldAtOnce() {
    refused(
            """
            {"period": {"from": "2026-03-31", "to": "2025-04-01"}, "profile": "GUESSWORK",
             "values": [{"stage": "later", "account": "Z", "value": "x"}, 7],
             "method": {"gwp": "AR4", "exemptedPercent": "101"},
             "quality": {"scale": "ONE_TO_THREE", "byProcess": {"main": {"TeR": "4", "TiR": "1"}, "after": {}}},
             "primaryActivityData": "yes"}\
            """)
        .body(
            "errors.field",
            contains(
                "period.to",
                "profile",
                "values[1]",
                "values[0].stage",
                "values[0].account",
                "values[0].value",
                "method.gwp",
                "method.boundary",
                "method.exemptedPercent",
                "quality.byProcess.main.TeR",
                "quality.byProcess.main.GeR",
                "quality.byProcess.after",
                "primaryActivityData",
                "primaryEmissionFactor"));
  }

  @Test
  void aPostingWithoutAmountsIsRefused() {
    refused(
            Given.emissionsJson("3")
                .replace("{\"stage\": \"main\", \"account\": \"fossil\", \"value\": \"3\"}", ""))
        .body("errors.field", contains("values"))
        .body("errors.code", contains("REQUIRED"));
  }

  @Test
  void postingsAreNeverChangedANewerOneComesFirst() {
    var product = Given.aProduct("kilogram");
    Given.emissions(product, "3");
    Given.emissions(product, "4");

    supplier().get(path(product)).then().body("items.values.value.flatten()", contains("4", "3"));
  }

  @Test
  void emissionsOfAProductThatIsNotThereAreNotFound() {
    var nowhere = path("urn:uuid:0d5f2c1e-6f0e-4a52-9a3a-0f6a3f6d8b11");
    writing(Given.emissionsJson("3")).post(nowhere).then().statusCode(404);
    supplier().get(nowhere).then().statusCode(404);
    supplier().get(path("steel-1")).then().statusCode(404);
  }

  @Test
  void onlyASupplierPostsEmissions() {
    var product = Given.aProduct("kilogram");
    for (var role : new String[] {Roles.ANALYST, Roles.APPROVER, Roles.AUDITOR, Roles.ADMIN}) {
      Door.with(Door.as(role), Given.emissionsJson("3")).post(path(product)).then().statusCode(403);
    }
    supplier().get(path(product)).then().body("items", empty());
  }

  private static ValidatableResponse refused(String json) {
    var product = Given.aProduct("kilogram");
    var refused = writing(json).post(path(product)).then().statusCode(400);
    supplier().get(path(product)).then().body("items", empty());
    return refused.body("code", equalTo("INVALID_FIELDS"));
  }

  private static String path(String traceId) {
    return "/api/v1/products/" + traceId + "/emissions";
  }
}
