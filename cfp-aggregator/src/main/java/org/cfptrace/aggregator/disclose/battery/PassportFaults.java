package org.cfptrace.aggregator.disclose.battery;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.BatteryFacts;
import org.cfptrace.aggregator.disclose.BatteryFacts.StageAmount;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.JsonDocument;
import org.cfptrace.aggregator.disclose.JsonSchemas;
import org.cfptrace.paper.Csv;

/** Reads a passport's files back and holds both against the facts and each other. */
final class PassportFaults {
  private static final int DECIMALS = 18;
  private static final int CLAUSE = 0;
  private static final int VALUE = 2;
  private static final int UNIT = 3;
  private static final BigDecimal KILOGRAMS = BigDecimal.valueOf(1000);

  private PassportFaults() {}

  static List<String> of(PassportFacts facts, List<ExportFile> files) {
    Optional<byte[]> aspect = Files.named(BatteryPassport.ASPECT, files);
    Optional<byte[]> table = Files.named(BatteryPassport.ATTRIBUTES, files);
    if (files.size() != 2 || aspect.isEmpty() || table.isEmpty()) {
      return List.of(
          "expected " + BatteryPassport.ASPECT + " and " + BatteryPassport.ATTRIBUTES + " alone");
    }
    List<String> faults =
        new ArrayList<>(JsonSchemas.faults(CarbonFootprintAspect.SCHEMA, aspect.get()));
    if (!faults.isEmpty()) {
      return faults;
    }
    JsonNode json = JsonDocument.read(aspect.get());
    faults.addAll(aspectFaults(facts, json));
    faults.addAll(tableFaults(facts, json, Csv.read(table.get())));
    return faults;
  }

  private static List<String> aspectFaults(PassportFacts facts, JsonNode json) {
    BatteryFacts battery = facts.battery();
    Comparison comparison = new Comparison(BatteryPassport.ASPECT);
    comparison.number(
        "batteryCarbonFootprint",
        battery.perKwhInFull(battery.declared()),
        json.path("batteryCarbonFootprint"));
    comparison.number(
        "absoluteCarbonFootprint",
        battery.declared().value(),
        json.path("absoluteCarbonFootprint"));
    comparison.text(
        "carbonFootprintPerformanceClass",
        battery.performanceClass(),
        json.path("carbonFootprintPerformanceClass"));
    comparison.text("carbonFootprintStudy", facts.study(), json.path("carbonFootprintStudy"));
    JsonNode stages = json.path("carbonFootprintPerLifecycleStage");
    comparison.text(
        "number of stages", String.valueOf(battery.stages().size()), String.valueOf(stages.size()));
    List<BigDecimal> printed = new ArrayList<>();
    for (int i = 0; i < battery.stages().size(); i++) {
      StageAmount stage = battery.stages().get(i);
      comparison.text(
          "stage " + i,
          ReportedStage.of(stage.stage()).samm(),
          stages.path(i).path("lifecycleStage"));
      comparison.number(
          "footprint of stage " + i,
          battery.perKwhInFull(stage.declared()),
          stages.path(i).path("carbonFootprint"));
      printed.add(stages.path(i).path("carbonFootprint").decimalValue());
    }
    List<String> faults = new ArrayList<>(comparison.faults());
    faults.addAll(
        StageSum.faults(
            battery, printed, json.path("batteryCarbonFootprint").decimalValue(), DECIMALS));
    return faults;
  }

  private static List<String> tableFaults(
      PassportFacts facts, JsonNode json, List<List<String>> table) {
    if (table.isEmpty() || !table.get(0).equals(AttributeTable.HEAD)) {
      return List.of(BatteryPassport.ATTRIBUTES + ": expected the columns " + AttributeTable.HEAD);
    }
    List<List<String>> attributes =
        table.stream().skip(1).filter(row -> !row.get(CLAUSE).isEmpty()).toList();
    List<List<String>> expected = AttributeTable.attributes(facts);
    Comparison comparison = new Comparison(BatteryPassport.ATTRIBUTES);
    comparison.text(
        "number of attributes", String.valueOf(expected.size()), String.valueOf(attributes.size()));
    for (int i = 0; i < Math.min(expected.size(), attributes.size()); i++) {
      List<String> row = expected.get(i);
      comparison.text("clause in row " + i, row.get(CLAUSE), attributes.get(i).get(CLAUSE));
      comparison.text(row.get(CLAUSE), asInCsv(row.get(VALUE)), attributes.get(i).get(VALUE));
      comparison.text("unit of " + row.get(CLAUSE), row.get(UNIT), attributes.get(i).get(UNIT));
    }
    List<String> faults = new ArrayList<>(comparison.faults());
    if (faults.isEmpty()) {
      BigDecimal tonnes = new BigDecimal(attributes.get(attributes.size() - 1).get(VALUE));
      BigDecimal kilograms = json.path("absoluteCarbonFootprint").decimalValue();
      if (tonnes.multiply(KILOGRAMS).compareTo(kilograms) != 0) {
        faults.add(
            "6.3.10 is "
                + tonnes.toPlainString()
                + " t, "
                + BatteryPassport.ASPECT
                + " has "
                + kilograms.toPlainString()
                + " kg");
      }
    }
    return faults;
  }

  /** A text as it stands in a table: one that begins like a formula has got its apostrophe. */
  private static String asInCsv(String text) {
    return Csv.read(Csv.write(List.of(text), List.of())).get(0).get(0);
  }
}
