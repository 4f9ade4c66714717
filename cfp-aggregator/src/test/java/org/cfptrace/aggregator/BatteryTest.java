package org.cfptrace.aggregator;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.access.Roles;
import org.junit.jupiter.api.Test;

/** The doors of batteries: models, classes and rules, each company's own. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class BatteryTest {
  private static final ParticipantId MAKER = ParticipantId.of(DataSpace.DOMAIN, "batterymakeraaaa");
  private static final ParticipantId OTHER = ParticipantId.of(DataSpace.DOMAIN, "otherbatterymake");
  private static final String MODEL =
      """
      {"modelId": "MODEL-1", "category": "EV", "vehicleCategory": "M1", "chemistry": "NMC 622",
       "massKilograms": "450", "usableCapacity": "75",
       "warranty": {"years": "8", "kilometres": "160000"},
       "plant": {"facilityId": "BPNA000000000001", "name": "Kosai", "country": "JP",
                 "address": "Kosai, Shizuoka"},
       "electricity": [{"source": "hydro", "country": "JP", "share": "0.6"},
                       {"source": "gas", "country": "JP", "share": "0.4"}],
       "components": [{"part": "cell/anode", "role": "ANODE"}]}
      """;
  private static final String SCHEME =
      """
      {"version": "%s", "category": "EV", "validFrom": "2027-08-18", "source": "a test",
       "limits": [{"label": "A", "upperBoundExclusive": "0.05"}, {"label": "E"}]}
      """;

  private final String battery = "urn:uuid:" + UUID.randomUUID();

  @Test
  void aModelIsKeptAndSeenByItsCompanyAlone() {
    writing(MAKER, MODEL).put(model()).then().statusCode(200).body("traceId", equalTo(battery));
    writing(MAKER, MODEL.replace("\"75\"", "\"77.5\"")).put(model()).then().statusCode(200);

    reading(MAKER)
        .get(model())
        .then()
        .statusCode(200)
        .body("modelId", equalTo("MODEL-1"))
        .body("usableCapacity", equalTo("77.5"))
        .body("warranty.kilometres", equalTo("160000"))
        .body("cycles", nullValue())
        .body("electricity.source", contains("hydro", "gas"))
        .body("components.role", contains("ANODE"));
    reading(OTHER).get(model()).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
  }

  @Test
  void everyFaultOfAModelIsToldAtOnce() {
    writing(
            MAKER,
            MODEL
                .replace("\"EV\"", "\"BIKE\"")
                .replace("\"450\"", "\"0\"")
                .replace("\"0.4\"", "\"0.3\"")
                .replace("\"Kosai\"", "\"\""))
        .put(model())
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_FIELDS"))
        .body("errors.field", contains("category", "massKilograms", "plant.name", "electricity"));
  }

  @Test
  void aBatteryWithoutAFigureHasNoFootprintAndCannotBeDeclared() {
    writing(MAKER, MODEL).put(model()).then().statusCode(200);

    reading(MAKER)
        .get("/api/v1/batteries/" + battery + "/footprint?asOf=2026-11-27")
        .then()
        .statusCode(404)
        .body("code", equalTo("NOT_FOUND"));
    reading(MAKER)
        .get("/api/v1/batteries/" + battery + "/footprint?asOf=yesterday")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"));
    writing(MAKER, "{}")
        .post("/api/v1/batteries/" + battery + "/declarations")
        .then()
        .statusCode(404);
  }

  @Test
  void classesAreLoadedOnceAndSeenByTheirCompanyAlone() {
    String version = UUID.randomUUID().toString();
    writing(MAKER, SCHEME.formatted(version))
        .post("/api/v1/battery-class-schemes")
        .then()
        .statusCode(201)
        .body("limits.label", contains("A", "E"));

    writing(MAKER, SCHEME.formatted(version))
        .post("/api/v1/battery-class-schemes")
        .then()
        .statusCode(409)
        .body("code", equalTo("CONFLICT"));
    writing(
            MAKER,
            SCHEME
                .formatted("v")
                .replace("\"0.05\"", "\"1\"}, {\"label\": \"B\", \"upperBoundExclusive\": \"0.5\""))
        .post("/api/v1/battery-class-schemes")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("limits"));
    reading(MAKER)
        .get("/api/v1/battery-class-schemes")
        .then()
        .statusCode(200)
        .body("items.version", hasItem(version));
    reading(OTHER).get("/api/v1/battery-class-schemes").then().body("items", empty());
  }

  @Test
  void theDraftRulesAreThereAndACompanyAddsItsOwn() {
    reading(OTHER)
        .get("/api/v1/battery-functional-unit-rules")
        .then()
        .statusCode(200)
        .body("items.version", contains("Ares(2024)3131389"))
        .body("items[0].actInForce", nullValue())
        .body("items[0].cyclesPerYear.find { it.vehicleCategory == 'M1' }.value", equalTo("60"))
        .body("items[0].kilometresPerYear.find { it.vehicleCategory == 'L' }.draft", equalTo(true));

    String version = UUID.randomUUID().toString();
    writing(
            MAKER,
            """
            {"version": "%s", "category": "LMT", "validFrom": "2026-01-01", "source": "a test",
             "cyclesPerYear": [{"vehicleCategory": "L", "value": "25", "source": "s", "draft": true}],
             "kilometresPerYear": [],
             "yearsWithoutWarranty": {"value": "5", "source": "s", "draft": true}}
            """
                .formatted(version))
        .post("/api/v1/battery-functional-unit-rules")
        .then()
        .statusCode(201)
        .body("cyclesPerYear[0].value", equalTo("25"));
    reading(MAKER)
        .get("/api/v1/battery-functional-unit-rules")
        .then()
        .body("items.version", contains(version, "Ares(2024)3131389"));
  }

  @Test
  void parametersOfTheCircularFormulaAreLoadedInVersionsAndShownWithWhatTheyGive() {
    String door = "/api/v1/battery-circular-parameters";
    String version = UUID.randomUUID().toString();
    String set =
        """
        {"id": "ours", "version": "%s", "source": "a test", "year": "2026", "region": "JP",
         "draft": false, "materials": [
          {"code": "m", "name": "Material", "kind": "METAL", "r2": "0", "ev": "2", "ed": "1"}]}
        """
            .formatted(version);

    writing(MAKER, set).post(door).then().statusCode(201).body("materials", equalTo(1));
    writing(MAKER, set).post(door).then().statusCode(409).body("code", equalTo("CONFLICT"));

    reading(MAKER)
        .get(door + "/ours/versions/" + version)
        .then()
        .statusCode(200)
        .body("source", equalTo("a test"))
        .body("results[0].a", equalTo("0.2"))
        .body("results[0].rawMaterial", equalTo("2"))
        .body("results[0].endOfLifeBurdens", equalTo("1"))
        .body("results[0].endOfLifeCredits", equalTo("0"));
    reading(MAKER).get(door).then().body("items.id", contains("ours", "battery-pass-example"));
    reading(OTHER).get(door + "/ours/versions/" + version).then().statusCode(404);
    writing(MAKER, set.replace("\"0\"", "\"0.5\"")).post(door).then().statusCode(400);
  }

  @Test
  void onlyAnalystsAndDisclosureOfficersComeInAndOnlyTheLatterDeclare() {
    Door.of(MAKER, Roles.SUPPLIER).get(model()).then().statusCode(403);
    Door.of(MAKER, Roles.ANALYST)
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body("{}")
        .post("/api/v1/batteries/" + battery + "/declarations")
        .then()
        .statusCode(403)
        .body("code", equalTo("FORBIDDEN"));
    Door.as(Roles.ANALYST).get(model()).then().statusCode(403);
  }

  private String model() {
    return "/api/v1/batteries/" + battery + "/model";
  }

  private static RequestSpecification reading(ParticipantId company) {
    return Door.of(company, Roles.DISCLOSURE_OFFICER);
  }

  private static RequestSpecification writing(ParticipantId company, String json) {
    return reading(company)
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(json);
  }
}
