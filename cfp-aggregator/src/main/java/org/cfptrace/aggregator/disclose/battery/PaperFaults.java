package org.cfptrace.aggregator.disclose.battery;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
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

  /** Stands in print for a sign that no font has. */
  private static final int ILLEGIBLE = 0xFFFD;

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

  private final int[] paper;
  private final List<String> faults = new ArrayList<>();

  private PaperFaults(String paper) {
    this.paper = close(paper);
  }

  static List<String> of(String paper, JsonNode data) {
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
    boolean isThere =
        text.length() <= ONE_LINE
            ? isThere(text)
            : List.of(text.split("\\s+", -1)).stream()
                .filter(word -> word.length() <= ONE_LINE)
                .allMatch(this::isThere);
    if (!isThere) {
      faults.add(BatteryDeclaration.PDF + " does not print \"" + text + "\"");
    }
  }

  private boolean isThere(String text) {
    int[] wanted = close(text);
    for (int from = 0; from + wanted.length <= paper.length; from++) {
      if (isAt(from, wanted)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAt(int from, int[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (paper[from + i] != wanted[i] && paper[from + i] != ILLEGIBLE) {
        return false;
      }
    }
    return true;
  }

  private static int[] close(String text) {
    return text.codePoints().filter(sign -> !Character.isWhitespace(sign)).toArray();
  }
}
