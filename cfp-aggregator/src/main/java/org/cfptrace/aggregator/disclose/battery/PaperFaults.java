package org.cfptrace.aggregator.disclose.battery;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cfptrace.aggregator.disclose.PrintedPages;

/** What the data say and the printed declaration does not. */
final class PaperFaults {
  private static final List<String> TEXTS =
      List.of(
          "/exportId",
          "/asOf",
          "/supersedes",
          "/legalStatus/sentence",
          "/override/reason",
          "/override/by",
          "/manufacturer/name",
          "/manufacturer/tradeMark",
          "/manufacturer/address",
          "/manufacturer/web",
          "/manufacturer/email",
          "/manufacturer/operatorId",
          "/battery/product",
          "/battery/modelId",
          "/battery/name",
          "/battery/chemistry",
          "/battery/massKilograms",
          "/battery/usableCapacityKwh",
          "/plant/facilityId",
          "/plant/name",
          "/plant/address",
          "/plant/country",
          "/carbonFootprint/perKwh",
          "/carbonFootprint/perKwhInclBiogenicUptake",
          "/functionalUnit/fullEquivalentCycles",
          "/functionalUnit/yearsOfOperation",
          "/functionalUnit/energyDeliveredKwh",
          "/declarationOfConformity",
          "/study",
          "/method/version",
          "/method/gwp",
          "/method/circularFootprintFormula",
          "/quality/verifier");

  private final PrintedPages paper;
  private final List<String> faults = new ArrayList<>();

  private PaperFaults(PrintedPages paper) {
    this.paper = paper;
  }

  static List<String> of(PrintedPages paper, JsonNode data) {
    PaperFaults check = new PaperFaults(paper);
    expected(data).forEach(check::expect);
    return check.faults;
  }

  private static Set<String> expected(JsonNode data) {
    Set<String> expected = new LinkedHashSet<>();
    for (char point = 'a'; point <= 'g'; point++) {
      expected.add("Article 7(1)(" + point + ")");
    }
    for (String pointer : TEXTS) {
      if (data.at(pointer).isTextual()) {
        expected.add(data.at(pointer).textValue());
      }
    }
    expected.add(perBattery(data.at("/carbonFootprint/perBatteryKgCo2e")));
    for (JsonNode stage : data.path("stages")) {
      expected.add(stage.path("name").asText());
      // Side by side, so that no stage bears the figure of another.
      expected.add(stage.path("perKwh").asText() + stage.path("sharePercent").asText());
      expected.add(perBattery(stage.path("perBatteryKgCo2e")));
    }
    for (JsonNode finding : data.path("findings")) {
      expected.add(finding.path("code").asText());
      expected.add(finding.path("text").asText());
    }
    data.path("statements").forEach(statement -> expected.add(statement.asText()));
    expected.add(
        data.at("/performanceClass/defined").asBoolean()
            ? data.at("/performanceClass/class").asText()
            : Statements.NO_CLASSES);
    return expected;
  }

  private static String perBattery(JsonNode kilograms) {
    return Printed.perBattery(new BigDecimal(kilograms.asText()));
  }

  private void expect(String text) {
    if (!paper.hold(text)) {
      faults.add(BatteryDeclaration.PDF + " does not print \"" + text + "\"");
    }
  }
}
