package org.cfptrace.aggregator;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.access.Roles;
import org.junit.jupiter.api.Test;

/** An installation's year goes in through the door, and its embedded emissions come out. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SteelDoorTest {
  private static final ParticipantId STEELMAKER =
      ParticipantId.of(DataSpace.DOMAIN, "steelmakeraaaaa2");
  private static final ParticipantId RIVAL = ParticipantId.of(DataSpace.DOMAIN, "steelrivalaaaaa2");
  private static final ParticipantId OFFICE =
      ParticipantId.of(DataSpace.DOMAIN, "steelofficeaaaa2");
  private static final String YEARS = "/api/v1/steel/installations/{id}/years/{year}";
  static final String DOCUMENT =
      """
      {"name": "Works A", "country": "JP",
       "period": {"from": "2026-01-01", "to": "2026-12-31"},
       "purchases": [
         {"id": "coil", "name": "Hot-rolled coil", "cn": "72083600", "origin": "JP", "tonnes": "110"}],
       "processes": [
         {"id": "cold", "name": "Cold rolling", "good": "IRON_OR_STEEL_PRODUCTS", "route": "BF_BOF",
          "outputs": [{"cn": "72091500", "tonnes": "100"}],
          "streams": [
            {"name": "gas", "method": "MASS_BALANCE", "direction": "IN", "tonnes": "100",
             "carbonContent": "0.5"}],
          "precursors": [{"purchase": "coil", "tonnes": "110"}]}]}
      """;
  private static final String TABLE =
      """
      country,cn,base,2026,2027,2028,indirect,route,source,as_of
      JP,7208,1.00,1.10,1.20,1.30,,C,made up,2026-01-01
      """;

  @Test
  void aYearIsComputedKeptAndExplained() {
    String works = works();

    writing(STEELMAKER, DOCUMENT)
        .put(YEARS, works, 2026)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("version", equalTo(1))
        // 183.2 / 100 + 1.1 × 2.31
        .body("result.processes[0].specificEmbeddedEmissions.direct.value", equalTo("4.373"))
        .body("result.processes[0].specificEmbeddedEmissions.indirect.value", equalTo("0"))
        .body("result.flags.kind", contains("DEFAULT_USED"))
        .body("result.explanation", nullValue());

    analyst(STEELMAKER)
        .get(YEARS, works, 2026)
        .then()
        .statusCode(200)
        .body("input.purchases[0].cn", equalTo("72083600"))
        .body("result.processes[0].specificEmbeddedEmissions.direct.numerator", equalTo("4373"));
    analyst(STEELMAKER)
        .get(YEARS + "/result", works, 2026)
        .then()
        .statusCode(200)
        .body("explanation.ja", hasItem("Hot-rolled coil: 実績値がないため、デフォルト値を使用しました"));
  }

  @Test
  void aLaterVersionNamesTheOneItFollowsAndTheEarlierStays() {
    String works = works();
    writing(STEELMAKER, DOCUMENT).put(YEARS, works, 2026).then().statusCode(200);

    writing(STEELMAKER, DOCUMENT).put(YEARS, works, 2026).then().statusCode(428);
    writing(STEELMAKER, DOCUMENT.replace("\"0.5\"", "\"0.25\""))
        .header("If-Match", "\"1\"")
        .put(YEARS, works, 2026)
        .then()
        .statusCode(200)
        .body("version", equalTo(2))
        .body("result.processes[0].specificEmbeddedEmissions.direct.value", equalTo("3.457"));

    analyst(STEELMAKER)
        .queryParam("version", 1)
        .get(YEARS, works, 2026)
        .then()
        .statusCode(200)
        .body("result.processes[0].specificEmbeddedEmissions.direct.value", equalTo("4.373"));
  }

  @Test
  void whatIsAgainstTheRulesIsRefusedWithItsFieldAndNothingIsKept() {
    String works = works();

    writing(STEELMAKER, DOCUMENT.replace("\"tonnes\": \"110\"}]}]", "\"tonnes\": \"111\"}]}]"))
        .put(YEARS, works, 2026)
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo("PRECURSOR_OVERUSED"))
        .body("errors.field", contains("purchases[0]"));
    writing(STEELMAKER, DOCUMENT.replace("\"origin\"", "\"footprint\": \"2.1\", \"origin\""))
        .put(YEARS, works, 2026)
        .then()
        .statusCode(422)
        .body("code", equalTo("NOT_SEE"))
        .body("errors.field", contains("purchases[0].footprint"));
    writing(STEELMAKER, DOCUMENT)
        .put(YEARS, works, 2025)
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"));

    analyst(STEELMAKER).get(YEARS, works, 2026).then().statusCode(404);
  }

  @Test
  void anotherCompanySeesNothingOfIt() {
    String works = works();
    writing(STEELMAKER, DOCUMENT).put(YEARS, works, 2026).then().statusCode(200);

    analyst(RIVAL).get(YEARS, works, 2026).then().statusCode(404);
    writing(RIVAL, DOCUMENT).put(YEARS, works, 2026).then().statusCode(200);
    analyst(RIVAL)
        .get("/api/v1/steel/installations")
        .then()
        .statusCode(200)
        .body("items.installation", contains(works));
  }

  @Test
  void anOfficerLoadsDefaultValuesAndTheyCountForThatCompanyAlone() {
    defaultValue(OFFICE).body("value", equalTo("2.31")).body("row.base", equalTo("2.10"));

    loading(OFFICE, Roles.ANALYST, TABLE).then().statusCode(403);
    loading(OFFICE, Roles.DISCLOSURE_OFFICER, TABLE.replace("7208,", "72,").replace("1.10", "1;1"))
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_FIELDS"))
        .body("errors.field", contains("lines[2].cn", "lines[2].2026"));
    defaultValue(OFFICE).body("value", equalTo("2.31"));

    loading(OFFICE, Roles.DISCLOSURE_OFFICER, TABLE)
        .then()
        .statusCode(201)
        .body("version", equalTo(1))
        .body("rows", equalTo(1));
    defaultValue(OFFICE).body("value", equalTo("1.10")).body("set", equalTo("test, version 1"));
    defaultValue(RIVAL)
        .body("value", equalTo("2.31"))
        .body("certificates.toBeCovered.value", equalTo("0.97425"));
  }

  private static ValidatableResponse defaultValue(ParticipantId company) {
    return analyst(company)
        .queryParam("cn", "72083600")
        .queryParam("country", "JP")
        .queryParam("year", "2026")
        .get("/api/v1/steel/default-values")
        .then()
        .statusCode(200);
  }

  private static Response loading(ParticipantId company, String role, String table) {
    return Door.of(company, role)
        .contentType("text/csv; charset=UTF-8")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .queryParam("name", "test")
        .body(table)
        .post("/api/v1/steel/default-value-sets");
  }

  private static RequestSpecification analyst(ParticipantId company) {
    return Door.of(company, Roles.ANALYST);
  }

  private static RequestSpecification writing(ParticipantId company, String json) {
    return analyst(company)
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(json);
  }

  private static String works() {
    return "works-" + UUID.randomUUID();
  }
}
