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
import org.cfptrace.aggregator.disclose.PrintedPages;
import org.cfptrace.paper.Pdf;

/**
 * Reads a declaration back: the data against their schema and the facts, the document against the
 * data, so that both say the same.
 */
final class DeclarationFaults {
  private DeclarationFaults() {}

  static List<String> of(DeclarationFacts facts, List<ExportFile> files) {
    Optional<byte[]> pdf = Files.named(BatteryDeclaration.PDF, files);
    Optional<byte[]> json = Files.named(BatteryDeclaration.JSON, files);
    if (files.size() != 2 || pdf.isEmpty() || json.isEmpty()) {
      return List.of(
          "expected " + BatteryDeclaration.PDF + " and " + BatteryDeclaration.JSON + " alone");
    }
    List<String> faults = new ArrayList<>(JsonSchemas.faults(DeclarationData.SCHEMA, json.get()));
    if (!faults.isEmpty()) {
      return faults;
    }
    JsonNode data = JsonDocument.read(json.get());
    faults.addAll(figures(facts, data));
    faults.addAll(Pdf.faults(pdf.get()));
    if (faults.isEmpty()) {
      faults.addAll(PaperFaults.of(PrintedPages.of(pdf.get()), data));
    }
    return faults;
  }

  private static List<String> figures(DeclarationFacts facts, JsonNode data) {
    BatteryFacts battery = facts.battery();
    Comparison comparison = new Comparison(BatteryDeclaration.JSON);
    JsonNode footprint = data.path("carbonFootprint");
    comparison.text(
        "carbonFootprint.perKwh",
        Printed.perKwh(battery, battery.declared()),
        footprint.path("perKwh"));
    comparison.text(
        "carbonFootprint.perBatteryKgCo2e",
        Printed.plain(battery.declared()),
        footprint.path("perBatteryKgCo2e"));
    comparison.text(
        "carbonFootprint.perKwhInclBiogenicUptake",
        Printed.perKwh(battery, battery.inclBiogenicUptake()),
        footprint.path("perKwhInclBiogenicUptake"));
    comparison.text(
        "functionalUnit.energyDeliveredKwh",
        FunctionalUnitLabels.energy(battery.functionalUnit()),
        data.path("functionalUnit").path("energyDeliveredKwh"));
    comparison.text(
        "performanceClass.class",
        battery.performanceClass(),
        data.path("performanceClass").path("class"));
    comparison.text("manufacturer.name", facts.manufacturerName(), data.at("/manufacturer/name"));
    comparison.text("battery.modelId", battery.model().modelId(), data.at("/battery/modelId"));
    comparison.text(
        "plant.facilityId", battery.model().plant().facilityId(), data.at("/plant/facilityId"));
    List<BigDecimal> stages = new ArrayList<>();
    for (int i = 0; i < battery.stages().size(); i++) {
      StageAmount stage = battery.stages().get(i);
      JsonNode one = data.path("stages").path(i);
      String at = "stages[" + i + "]";
      comparison.text(at + ".stage", stage.stage().jsonName(), one.path("stage"));
      comparison.text(
          at + ".perKwh", Printed.perKwh(battery, stage.declared()), one.path("perKwh"));
      comparison.text(
          at + ".perBatteryKgCo2e", Printed.plain(stage.declared()), one.path("perBatteryKgCo2e"));
      stages.add(new BigDecimal(one.path("perKwh").asText()));
    }
    List<String> faults = new ArrayList<>(comparison.faults());
    faults.addAll(
        StageSum.faults(battery, stages, new BigDecimal(footprint.path("perKwh").asText()), 6));
    return faults;
  }
}
