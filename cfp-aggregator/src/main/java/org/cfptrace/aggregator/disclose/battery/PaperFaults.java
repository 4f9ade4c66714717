package org.cfptrace.aggregator.disclose.battery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the data say and the printed declaration does not. Line ends and blanks do not count, so
 * that a text which was broken into lines is found; of a long one its words are looked for, as a
 * page may end within it.
 */
final class PaperFaults {
  private static final int ONE_LINE = 60;
  private static final List<String> FIGURES =
      List.of(
          "/exportId",
          "/asOf",
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
          "/carbonFootprint/perBatteryKgCo2e",
          "/functionalUnit/fullEquivalentCycles",
          "/functionalUnit/yearsOfOperation",
          "/functionalUnit/energyDeliveredKwh",
          "/declarationOfConformity",
          "/study",
          "/method/version",
          "/method/gwp",
          "/method/circularFootprintFormula",
          "/quality/primaryDataSharePercent",
          "/quality/verifier",
          "/legalStatus/sentence",
          "/override/reason",
          "/override/by",
          "/supersedes");

  private PaperFaults() {}

  static List<String> of(String paper, JsonNode data) {
    String text = close(paper);
    List<String> faults = new ArrayList<>();
    Set<String> expected = new LinkedHashSet<>();
    for (String pointer : FIGURES) {
      JsonNode said = data.at(pointer);
      if (said.isTextual()) {
        expected.add(said.textValue());
      }
    }
    for (JsonNode stage : data.path("stages")) {
      expected.add(stage.path("name").asText());
      expected.add(stage.path("perKwh").asText());
      if (stage.has("sharePercent")) {
        expected.add(stage.path("sharePercent").asText());
      }
    }
    data.path("statements").forEach(statement -> expected.add(statement.asText()));
    for (JsonNode finding : data.path("findings")) {
      expected.add(finding.path("code").asText());
      expected.add(finding.path("detail").asText());
    }
    expected.add(
        data.at("/performanceClass/defined").asBoolean()
            ? data.at("/performanceClass/class").asText()
            : Statements.NO_CLASSES);
    for (char point = 'a'; point <= 'g'; point++) {
      expected.add("Article 7(1)(" + point + ")");
    }
    for (String each : expected) {
      if (!isIn(text, each)) {
        faults.add(BatteryDeclaration.PDF + " does not print \"" + each + "\"");
      }
    }
    return faults;
  }

  private static boolean isIn(String text, String expected) {
    if (expected.length() <= ONE_LINE) {
      return text.contains(close(expected));
    }
    for (String word : expected.split("\\s+", -1)) {
      if (!word.isEmpty() && word.length() <= ONE_LINE && !text.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private static String close(String text) {
    return text.replaceAll("\\s+", "");
  }
}
