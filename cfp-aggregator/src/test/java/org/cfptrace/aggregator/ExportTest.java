package org.cfptrace.aggregator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.paper.Pdf;
import org.cfptrace.service.access.Roles;
import org.junit.jupiter.api.Test;

/** Export jobs at their doors, on a real database: from the order to the files. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ExportTest extends OfficersDesk {
  // ---- what is tried

  @Test
  void aBatteryDeclarationGoesFromBlockedByAReasonToFilesThatAreTheSameEveryTime()
      throws IOException {
    aBattery();
    String order = order("EU_BATTERY_ART7", body, asOf(Instant.now()));
    String id = ordered(order);
    awaitState(id, "BLOCKED").body("files", empty()).body("exportId", containsString("urn:"));
    export(id).body("progress.gathered", equalTo(1)).body("progress.rendered", equalTo(0));
    get(maker, "/api/v1/exports/" + id + "/subjects")
        .body("items[0].findings.detail.toString()", not(containsString("NOT_FOUND")))
        .body("items[0].findings.code", hasItems("COMPANY_DATA_REQUIRED", "METHOD_DRAFT"));
    get(maker, "/api/v1/exports/" + id + "/files/export.zip")
        .statusCode(409)
        .body("code", equalTo("NOT_ALLOWED_NOW"));

    act(id, "override", "{\"reason\": \"" + MADE_ON_PURPOSE + "\"}").statusCode(200);
    awaitState(id, "READY")
        .body("override.reason", equalTo(MADE_ON_PURPOSE))
        .body("files.path", hasItem("manifest.json"));

    byte[] zip = file(id, "export.zip");
    Map<String, byte[]> entries = entries(zip);
    String pdf = Pdf.text(entries.get(folder(body) + "/declaration.pdf"));
    assertThat(pdf.replaceAll("\\s+", " "))
        .contains("0.158333")
        .contains(MADE_ON_PURPOSE)
        .contains("湖西市");
    assertThat(new String(entries.get("manifest.json"), UTF_8)).contains("EXCL_BIOGENIC_UPTAKE");

    // The same order is the same job; withdrawn, it is made anew, byte for byte the same.
    officer().body(order).post("/api/v1/exports").then().statusCode(200).body("id", equalTo(id));
    act(id, "revocation", "{\"reason\": \"filed too early\"}")
        .statusCode(200)
        .body("state", equalTo("REVOKED"));
    String again = ordered(order);
    awaitState(again, "BLOCKED");
    act(again, "override", "{\"reason\": \"" + MADE_ON_PURPOSE + "\"}").statusCode(200);
    awaitState(again, "READY");
    assertThat(file(again, "export.zip")).isEqualTo(zip);
  }

  @Test
  void theAsOfThatIsShownOrdersTheSameJob() {
    partner();
    String id = ordered(order("AUDITORS_PACK", car, ""));
    String asOf = export(id).statusCode(200).extract().path("asOf");

    officer()
        .body(order("AUDITORS_PACK", car, ", \"asOf\": \"" + asOf + "\""))
        .post("/api/v1/exports")
        .then()
        .statusCode(200)
        .body("id", equalTo(id));
  }

  @Test
  void whatIsMissingBlocksAndNamesThePart() {
    partner();
    SignedDeclaration coil = maker.car(3, lastYear());
    give(coil);
    write(car, product("Car", 10, procured("coil", "1", Company.CAR))).statusCode(200);
    send(maker.recalls(coil.id(), "the meter was wrong"));
    awaitTotal(car, "10", false);

    String id = ordered(order("AUDITORS_PACK", car, ""));
    awaitState(id, "BLOCKED");
    get(maker, "/api/v1/exports/" + id + "/subjects/1")
        .body("findings.code", hasItem("RECALLED_INPUT"))
        .body("findings.find { it.code == 'RECALLED_INPUT' }.path", equalTo("coil"))
        .body("findings.find { it.code == 'RECALLED_INPUT' }.weight", equalTo("BLOCKS"));
    act(id, "cancellation", "").statusCode(200).body("state", equalTo("CANCELLED"));
    act(id, "override", "{\"reason\": \"x\"}").statusCode(409);
  }

  @Test
  void anInputThatIsCorrectedMarksTheExportAndItsCorrectionSupersedesIt() {
    partner();
    SignedDeclaration first = maker.car(3, lastYear());
    give(first);
    write(car, product("Car", 10, procured("coil", "2", Company.CAR))).statusCode(200);
    awaitTotal(car, "16", true);
    String id = ordered(order("AUDITORS_PACK", car, ""));
    awaitState(id, "READY").body("fallenInputs", empty()).body("correctionOffered", equalTo(false));
    byte[] filed = file(id, "export.zip");

    send(maker.corrects(maker.correction(first.id(), 4, lastYear())));
    awaitTotal(car, "18", true);

    export(id)
        .body("fallenInputs.declarationId", equalTo(List.of(first.id().value())))
        .body("fallenInputs[0].kind", equalTo("SUPERSEDED"))
        .body("correctionOffered", equalTo(true));
    String correction = act(id, "correction", "").statusCode(201).extract().path("id");
    awaitState(correction, "READY").body("supersedes", equalTo(id)).body("fallenInputs", empty());
    export(id)
        .body("state", equalTo("SUPERSEDED"))
        .body("supersededBy", equalTo(correction))
        .body("correctionOffered", equalTo(false));
    assertThat(file(id, "export.zip")).isEqualTo(filed);
    act(id, "correction", "").statusCode(409).body("code", equalTo("NOT_ALLOWED_NOW"));
  }

  private String aYearOfTheWorks() {
    String works = "works-" + UUID.randomUUID();
    writer()
        .body(SteelDoorTest.DOCUMENT)
        .put("/api/v1/steel/installations/" + works + "/years/2026")
        .then()
        .statusCode(200);
    return works;
  }

  private static String summaryOf(String works) {
    return """
        {"target": "CBAM_SUMMARY_2547", "plant": "%s",
         "period": {"from": "2026-01-01", "to": "2026-12-31"}}
        """
        .formatted(works);
  }

  @Test
  void aCorrectedYearOfTheWorksMarksItsSummary() {
    partner();
    String works = aYearOfTheWorks();
    String id = ordered(summaryOf(works));
    awaitState(id, "READY").body("fallenInputs", empty());
    byte[] filed = file(id, "export.zip");

    writer()
        .body(SteelDoorTest.DOCUMENT.replace("\"0.5\"", "\"0.25\""))
        .header("If-Match", "\"1\"")
        .put("/api/v1/steel/installations/" + works + "/years/2026")
        .then()
        .statusCode(200);

    export(id)
        .body("state", equalTo("READY"))
        .body("fallenInputs.kind", equalTo(List.of("REPLACED")))
        .body("fallenInputs[0].source", equalTo("INSTALLATION_YEAR " + works + " 2026"))
        .body("fallenInputs[0].declarationId", nullValue())
        .body("correctionOffered", equalTo(true));
    notifications(maker)
        .body("items.export", equalTo(List.of(id)))
        .body("items[0].kind", equalTo("REPLACED"))
        .body("items[0].source", equalTo("INSTALLATION_YEAR " + works + " 2026"));
    String correction = act(id, "correction", "").statusCode(201).extract().path("id");
    awaitState(correction, "READY").body("supersedes", equalTo(id)).body("fallenInputs", empty());
    export(id).body("state", equalTo("SUPERSEDED"));
    assertThat(file(id, "export.zip")).isEqualTo(filed);
    assertThat(file(correction, "export.zip")).isNotEqualTo(filed);
  }

  private void writesAnew(int version, String structure) {
    writer()
        .header("If-Match", "\"" + version + "\"")
        .body(structure)
        .put("/api/v1/products/" + car)
        .then()
        .statusCode(200);
  }

  private static String from(LocalDate day, String product) {
    return product.replace(
        "\"unit\": \"piece\",", "\"unit\": \"piece\", \"validFrom\": \"" + day + "\",");
  }

  @Test
  void aStructureThatIsWrittenAnewMarksWhatRestsOnItAndOneForLaterDoesNot() {
    partner();
    write(car, product("Car", 10, "")).statusCode(200);
    String id = ordered(order("AUDITORS_PACK", car, ""));
    awaitState(id, "READY");

    writesAnew(1, from(today().plusDays(1), product("Car", 11, "")));
    export(id).body("fallenInputs", empty()).body("correctionOffered", equalTo(false));

    writesAnew(2, from(today().minusYears(3), product("Car", 12, "")));
    export(id)
        .body("fallenInputs.source", equalTo(List.of("STRUCTURE " + car)))
        .body("correctionOffered", equalTo(true));
  }

  @Test
  void anOrderOfACbamSummaryIsToldEverythingThatIsWrongWithIt() {
    officer()
        .body(
            """
            {"target": "CBAM_SUMMARY_2547", "period": {"from": "2026-07-01", "to": "2027-06-30"},
             "products": [{"traceId": "%s"}], "options": {"cnCodes": ["7208360"]}}
            """
                .formatted(car))
        .post("/api/v1/exports")
        .then()
        .statusCode(400)
        .body("errors.find { it.field == 'period' }.code", equalTo("PERIOD_MIX"))
        .body("errors.find { it.field == 'products' }.code", equalTo("NOT_EXPECTED"))
        .body("errors.find { it.field == 'plant' }.code", equalTo("REQUIRED"))
        .body("errors.find { it.field == 'options.cnCodes[0]' }.code", equalTo("CN_INVALID"));
  }

  @Test
  void theOfficerHearsOfEveryInputThatFallsAfterTheExportIsReady() {
    partner();
    SignedDeclaration first = maker.car(3, lastYear());
    give(first);
    write(car, product("Car", 10, procured("coil", "2", Company.CAR))).statusCode(200);
    awaitTotal(car, "16", true);
    String id = ordered(order("AUDITORS_PACK", car, ""));
    awaitState(id, "READY");
    notifications(maker).body("items", empty());

    SignedDeclaration second = maker.correction(first.id(), 4, lastYear());
    send(maker.corrects(second));
    awaitTotal(car, "18", true);

    notifications(maker)
        .body("items", hasSize(1))
        .body("items[0].export", equalTo(id))
        .body("items[0].state", equalTo("READY"))
        .body("items[0].declarationId", equalTo(first.id().value()))
        .body("items[0].kind", equalTo("SUPERSEDED"))
        .body("items[0].since", not(nullValue()))
        .body("items[0].correction", equalTo("/api/v1/exports/" + id + "/correction"))
        .body("items[0].correctedBy", nullValue());
    notifications(newCompany()).body("items", empty());
    String correction = act(id, "correction", "").statusCode(201).extract().path("id");
    awaitState(correction, "READY");
    notifications(maker)
        .body("items", hasSize(1))
        .body("items[0].state", equalTo("SUPERSEDED"))
        .body("items[0].correction", nullValue())
        .body("items[0].correctedBy", equalTo(correction));

    send(maker.recalls(second.id(), "the meter was wrong"));
    awaitTotal(car, "10", false);

    // Of what its correction has superseded nobody has to hear any more.
    notifications(maker)
        .body("items.export", equalTo(List.of(correction, id)))
        .body("items.kind", equalTo(List.of("RECALLED", "SUPERSEDED")));
    Door.of(maker.id, Roles.DISCLOSURE_OFFICER)
        .get("/api/v1/export-notifications?limit=1")
        .then()
        .body("items.export", equalTo(List.of(correction)))
        .body("next", not(nullValue()));
  }

  private static ValidatableResponse notifications(Company company) {
    return Door.of(company.id, Roles.DISCLOSURE_OFFICER)
        .get("/api/v1/export-notifications")
        .then()
        .statusCode(200);
  }

  @Test
  void whatHadFallenBeforeAnExportWasMadeIsItsFindingAndNoNotification() {
    partner();
    SignedDeclaration coil = maker.car(3, lastYear());
    give(coil);
    write(car, product("Car", 10, procured("coil", "1", Company.CAR))).statusCode(200);
    awaitTotal(car, "13", true);
    Instant before = Instant.now();
    send(maker.recalls(coil.id(), "the meter was wrong"));
    awaitTotal(car, "10", false);

    String id = ordered(order("AUDITORS_PACK", car, asOf(before)));
    awaitState(id, "BLOCKED");
    act(id, "override", "{\"reason\": \"the auditor wants to see it\"}").statusCode(200);
    awaitState(id, "READY").body("fallenInputs.kind", equalTo(List.of("RECALLED")));

    notifications(maker).body("items", empty());
  }

  @Test
  void nobodyElseSeesAnExportAndAnAnalystOrdersNone() {
    aBattery();
    String id = ordered(order("BATTERY_PASS_SAMM_1_2_0", body, STUDY));
    Company other = newCompany();

    Door.of(other.id, Roles.DISCLOSURE_OFFICER).get("/api/v1/exports/" + id).then().statusCode(404);
    Door.of(other.id, Roles.DISCLOSURE_OFFICER)
        .get("/api/v1/exports/" + id + "/files/manifest.json")
        .then()
        .statusCode(404);
    officer(other).post("/api/v1/exports/" + id + "/cancellation").then().statusCode(404);
    Door.of(other.id, Roles.DISCLOSURE_OFFICER)
        .get("/api/v1/exports")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    writer()
        .body(order("BATTERY_PASS_SAMM_1_2_0", body, STUDY))
        .post("/api/v1/exports")
        .then()
        .statusCode(403);
  }

  @Test
  void everyFaultOfAnOrderIsToldAtOnce() {
    officer()
        .body(order("CX_PCF_8", car, ""))
        .post("/api/v1/exports")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("target"))
        .body("errors[0].message", containsString("CX_PCF_9"));
    officer()
        .body(
            """
            {"target": "EU_BATTERY_ART7", "period": {"from": "2026-01-01", "to": "2026-13-31"},
             "asOf": "tomorrow", "options": {"study": "no link", "colour": "red"},
             "products": [{"traceId": "%s"}, {"traceId": "%s"}]}
            """
                .formatted(car, car))
        .post("/api/v1/exports")
        .then()
        .statusCode(400)
        .body(
            "errors.field",
            hasItems(
                "period.to",
                "asOf",
                "products[0].options.study",
                "products[0].options.colour",
                "products[1].traceId"));
    officer()
        .body(order("AUDITORS_PACK", car, asOf(Instant.now().plusSeconds(3600))))
        .post("/api/v1/exports")
        .then()
        .statusCode(400)
        .body("detail", containsString("future"));
  }

  @Test
  void aProductNobodyKnowsBlocksAndCannotBeOverridden() {
    partner();
    String id = ordered(order("AUDITORS_PACK", car, ""));
    awaitState(id, "BLOCKED").body("exportId", not(nullValue()));
    get(maker, "/api/v1/exports/" + id + "/subjects/1")
        .body("findings.code", equalTo(List.of("NOT_AVAILABLE")))
        .body("discloses", nullValue());
    act(id, "override", "{\"reason\": \"because\"}")
        .statusCode(409)
        .body("detail", containsString("FORBIDS"));
  }
}
