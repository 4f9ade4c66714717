package org.cfptrace.aggregator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cfptrace.aggregator.disclose.TargetName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every target from the order to its files, twice the same. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class EveryTargetTest extends OfficersDesk {
  private static final String WORKS = "works-" + UUID.randomUUID();
  private static final String RATED =
      """
      {"name": "Screw ねじ", "unit": "%s", "massPerUnit": "1", "plant": "Kosai",
       "own": {"values": [
           {"stage": "pre", "account": "fossil", "value": "3"},
           {"stage": "main", "account": "fossil", "value": "15"}],
         "quality": {"scale": "ONE_TO_FIVE", "byProcess": {
           "pre": {"TeR": "1", "TiR": "2", "GeR": "3"},
           "main": {"TeR": "1", "TiR": "2", "GeR": "3"}}},
         "primaryActivityData": true, "primaryEmissionFactor": true}}
      """;
  private static final String CATENA_X =
      """
      {"bpnl": "BPNL000000000DWF", "validUntil": "%s", "geographyCountry": "JP",
       "crossSectoralStandards": ["ISO 14067"], "exemptedEmissionsPercent": "0",
       "allocationWasteIncineration": "polluter pays principle",
       "ccsTechnologicalCO2CaptureIncluded": false, "massBalancingUsed": false}
      """
          .formatted(today().plusYears(1));
  private static final String PACT =
      """
      {"crossSectoralStandards": ["ISO14067"], "exemptedEmissionsPercent": "0",
       "fossilCarbonContent": "0"}
      """;

  @ParameterizedTest
  @EnumSource(TargetName.class)
  void everyTargetGoesFromOrderToFiles(TargetName target) throws IOException {
    partner();
    String order = ordered(target);
    Set<String> expected = new TreeSet<>(files(target));

    String id = ready(order);

    byte[] zip = file(id, "export.zip");
    Map<String, byte[]> entries = entries(zip);
    Set<String> names = new TreeSet<>();
    entries.keySet().stream()
        .filter(path -> path.contains("/"))
        .forEach(path -> names.add(path.substring(path.indexOf('/') + 1)));
    expected.add("manifest.json");
    assertThat(names).isEqualTo(expected);
    assertThat(entries).containsKey("manifest.json");

    act(id, "revocation", "{\"reason\": \"once more\"}").statusCode(200);
    String again = ready(order);
    assertThat(again).isNotEqualTo(id);
    assertThat(file(again, "export.zip")).isEqualTo(zip);
  }

  /** What blocks is overridden, as an officer may; what forbids is not. */
  private String ready(String order) {
    String id = ordered(order);
    await().atMost(PATIENCE).until(() -> List.of("BLOCKED", "READY", "FAILED").contains(state(id)));
    if (state(id).equals("BLOCKED")) {
      act(id, "override", "{\"reason\": \"made for a test\"}").statusCode(200);
    }
    awaitState(id, "READY");
    return id;
  }

  private String state(String id) {
    return export(id).extract().path("state");
  }

  private String ordered(TargetName target) {
    return switch (target) {
      case EU_BATTERY_ART7 -> batteryOrder(target, "");
      case BATTERY_PASS_SAMM_1_2_0, IDTA_02035_3 -> batteryOrder(target, STUDY);
      case CBAM_SUMMARY_2547 -> summary();
      case VEHICLE_PART_LIST -> vehicle();
      case CX_PCF_9, CX_PCF_10 -> product(target, "kilogram", options(CATENA_X));
      case PACT_3 -> product(target, "kilogram", options(PACT));
      case IDTA_02023 ->
          product(target, "piece", options("{\"calculationMethods\": [\"ISO 14067\"]}"));
      case OURANOS, AUDITORS_PACK -> product(target, "piece", "");
    };
  }

  private static Set<String> files(TargetName target) {
    return switch (target) {
      case EU_BATTERY_ART7 -> Set.of("declaration.pdf", "declaration.json");
      case BATTERY_PASS_SAMM_1_2_0 -> Set.of("carbon-footprint.json", "din-dke-spec-99100.csv");
      case CBAM_SUMMARY_2547 ->
          Set.of("operators-summary.json", "operators-summary.xlsx", "operators-summary.pdf");
      // For the company itself: who supplies whom is in the ZIP, too.
      case VEHICLE_PART_LIST ->
          Set.of("part-list.csv", "summary.csv", "vehicle.xlsx", "vehicle.pdf", "provenance.json");
      case CX_PCF_9, CX_PCF_10 -> Set.of("pcf.json");
      case PACT_3 -> Set.of("product-footprint.json");
      case OURANOS ->
          Set.of(
              "ouranos-cfp.json",
              "ouranos-summary.csv",
              "ouranos-rows.csv",
              "ouranos-note.txt",
              "provenance.json");
      case IDTA_02035_3, IDTA_02023 -> Set.of("carbon-footprint.aas.json", "carbon-footprint.aasx");
      case AUDITORS_PACK ->
          Set.of(
              "data.csv",
              "lineage.json",
              "lineage.svg",
              "method.txt",
              "evidence-README.txt",
              "provenance.json");
    };
  }

  private String batteryOrder(TargetName target, String options) {
    write(body, PACK).statusCode(200);
    writer().body(MODEL).put("/api/v1/batteries/" + body + "/model").then().statusCode(200);
    return order(target.name(), body, options + asOf(Instant.now()));
  }

  private String summary() {
    writer()
        .body(SteelDoorTest.DOCUMENT)
        .put("/api/v1/steel/installations/" + WORKS + "/years/2026")
        .then()
        .statusCode(200);
    return """
        {"target": "CBAM_SUMMARY_2547", "plant": "%s", "asOf": "%s",
         "period": {"from": "2026-01-01", "to": "2026-12-31"}}
        """
        .formatted(WORKS, Instant.now());
  }

  private String vehicle() {
    String order = product(TargetName.VEHICLE_PART_LIST, "piece", "");
    writer()
        .body("{\"massKilograms\": \"1500\", \"lifetimeKilometres\": \"200000\"}")
        .put("/api/v1/vehicles/" + car + "/model")
        .then()
        .statusCode(200);
    return order;
  }

  private String product(TargetName target, String unit, String options) {
    write(car, RATED.formatted(unit)).statusCode(200);
    return order(target.name(), car, options + asOf(Instant.now()));
  }

  private static String options(String json) {
    return ", \"options\": " + json;
  }
}
