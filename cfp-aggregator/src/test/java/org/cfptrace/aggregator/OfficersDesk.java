package org.cfptrace.aggregator;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cfptrace.service.access.Roles;

/** What a disclosure officer does at the doors of exports, in the words of the tests. */
abstract class OfficersDesk extends AnalystsDesk {
  static final String PACK =
      """
      {"name": "電池パック Pack 75 kWh", "category": "BATTERY", "unit": "piece", "plant": "Kosai",
       "profile": "EU_BATTERY", "boundary": "CRADLE_TO_GRAVE",
       "own": {"values": [
           {"stage": "rawMaterial", "account": "fossil", "value": "4200"},
           {"stage": "mainProduction", "account": "fossil", "value": "1500"},
           {"stage": "distribution", "account": "fossil", "value": "150"},
           {"stage": "endOfLife", "account": "endOfLifeCredit", "value": "-150"}],
         "primaryActivityData": true, "primaryEmissionFactor": true}}
      """;
  static final String MODEL =
      """
      {"modelId": "MODEL-1", "category": "EV", "vehicleCategory": "M1", "chemistry": "NMC 622",
       "massKilograms": "450", "usableCapacity": "75",
       "warranty": {"years": "8", "kilometres": "160000"},
       "plant": {"facilityId": "Kosai", "name": "Kosai", "country": "JP",
                 "address": "湖西市 Kosai, Shizuoka"},
       "electricity": [{"source": "hydro", "country": "JP", "share": "1"}],
       "components": []}
      """;
  static final String STUDY = ", \"options\": {\"study\": \"https://maker.example/study.pdf\"}";
  static final String MADE_ON_PURPOSE = "Anode data follows in December; agreed with Dr. Sato";

  // ---- the words of the tests

  RequestSpecification officer() {
    return officer(maker);
  }

  static RequestSpecification officer(Company company) {
    return Door.of(company.id, Roles.DISCLOSURE_OFFICER)
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID().toString());
  }

  static String order(String target, String product, String more) {
    return """
        {"target": "%s", "products": [{"traceId": "%s"}],
         "period": {"from": "%s-01-01", "to": "%s"}%s}
        """
        .formatted(target, product, today().getYear(), today(), more);
  }

  static String asOf(Instant instant) {
    return ", \"asOf\": \"" + instant + "\"";
  }

  String ordered(String order) {
    return officer()
        .body(order)
        .post("/api/v1/exports")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  ValidatableResponse export(String id) {
    return Door.of(maker.id, Roles.DISCLOSURE_OFFICER).get("/api/v1/exports/" + id).then();
  }

  ValidatableResponse awaitState(String id, String state) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> export(id).statusCode(200).body("state", equalTo(state)));
    return export(id);
  }

  ValidatableResponse act(String id, String what, String json) {
    return officer().body(json).post("/api/v1/exports/" + id + "/" + what).then();
  }

  byte[] file(String id, String path) {
    return Door.of(maker.id, Roles.DISCLOSURE_OFFICER)
        .get("/api/v1/exports/" + id + "/files/" + path)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  static Map<String, byte[]> entries(byte[] zip) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  void aBattery() {
    partner();
    write(body, PACK).statusCode(200);
    writer().body(MODEL).put("/api/v1/batteries/" + body + "/model").then().statusCode(200);
  }

  static String folder(String product) {
    return product.substring("urn:uuid:".length());
  }
}
