package org.cfptrace.aggregator.disclose.battery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.aggregator.battery.BatteryModel;
import org.cfptrace.aggregator.battery.FunctionalUnit;
import org.cfptrace.aggregator.battery.Plant;
import org.cfptrace.aggregator.disclose.BatteryFacts;
import org.cfptrace.aggregator.disclose.JsonDocument;
import org.cfptrace.aggregator.disclose.PublicFinding;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Stage;

/**
 * The declaration as data: a document of our own with the content of the printed one, held against
 * {@code eu-battery-art7.schema.json}. Decimals are strings, per kWh as printed and per battery in
 * full; what was not stated is left out, and demanded points among that are listed.
 */
final class DeclarationData {
  static final String SCHEMA = "eu-battery-art7";

  private DeclarationData() {}

  static byte[] write(DeclarationFacts facts, Stamp stamp) {
    return JsonDocument.write(document(facts, stamp));
  }

  private static ObjectNode document(DeclarationFacts facts, Stamp stamp) {
    BatteryFacts battery = facts.battery();
    DeclarationOptions stated = facts.stated();
    ObjectNode json =
        JsonDocument.object()
            .put("document", "carbon-footprint-declaration")
            .put("version", "1")
            .put("law", "Regulation (EU) 2023/1542, Article 7(1)")
            .put("exportId", stamp.exportId())
            .put("asOf", stamp.asOf().toString());
    stamp.supersedes().ifPresent(earlier -> json.put("supersedes", earlier));
    json.put("shows", "EXCL_BIOGENIC_UPTAKE");
    json.set("legalStatus", legalStatus(battery, stamp));
    json.set("manufacturer", manufacturer(facts));
    json.set("battery", model(battery));
    json.set("plant", plant(battery.model().plant()));
    json.set("carbonFootprint", footprint(battery));
    json.set("stages", stages(battery));
    json.set("functionalUnit", functionalUnit(battery));
    stated.declarationOfConformity().ifPresent(it -> json.put("declarationOfConformity", it));
    stated.study().ifPresent(it -> json.put("study", it));
    json.set("method", method(facts));
    json.set("quality", quality(facts));
    json.set("performanceClass", performanceClass(battery));
    json.set("period", period(battery));
    ArrayNode gaps = json.putArray("notStated");
    facts.gaps().stream().map(DeclarationFacts.Gap::letter).distinct().forEach(gaps::add);
    json.set("findings", findings(stamp));
    stamp
        .override()
        .ifPresent(it -> json.putObject("override").put("reason", it.reason()).put("by", it.by()));
    json.putArray("statements")
        .add(Statements.TOTAL)
        .add(Statements.NO_OFFSETS)
        .add(Statements.ROUNDING);
    return json;
  }

  private static ObjectNode legalStatus(BatteryFacts battery, Stamp stamp) {
    Duties duties = Duties.of(battery, stamp.asOf());
    ObjectNode json =
        JsonDocument.object().put("code", duties.name()).put("sentence", duties.sentence(battery));
    ArrayNode obligations = json.putArray("obligations");
    for (BatteryFacts.Duty duty : battery.duties()) {
      ObjectNode one =
          obligations
              .addObject()
              .put("obligation", duty.obligation().name())
              .put("notBefore", duty.notBefore().toString());
      duty.from().ifPresent(day -> one.put("from", day.toString()));
    }
    return json;
  }

  private static ObjectNode manufacturer(DeclarationFacts facts) {
    Manufacturer manufacturer = facts.stated().manufacturer();
    ObjectNode json = JsonDocument.object().put("name", facts.manufacturerName());
    put(json, "tradeMark", manufacturer.tradeMark());
    put(json, "address", manufacturer.address());
    json.put("country", facts.battery().company().country());
    put(json, "web", manufacturer.web());
    put(json, "email", manufacturer.email());
    put(json, "operatorId", manufacturer.operatorId());
    return json;
  }

  private static ObjectNode model(BatteryFacts battery) {
    BatteryModel model = battery.model();
    ObjectNode json =
        JsonDocument.object()
            .put("product", model.product().toString())
            .put("modelId", model.modelId())
            .put("name", battery.name())
            .put("category", model.category().name());
    put(json, "vehicleCategory", model.vehicleCategory().map(Enum::name));
    return json.put("chemistry", model.chemistry())
        .put("massKilograms", Printed.plain(model.massKilograms()))
        .put("usableCapacityKwh", Printed.plain(model.usableCapacity().kilowattHours()));
  }

  private static ObjectNode plant(Plant plant) {
    return JsonDocument.object()
        .put("facilityId", plant.facilityId())
        .put("name", plant.name())
        .put("address", plant.address())
        .put("country", plant.country());
  }

  private static ObjectNode footprint(BatteryFacts battery) {
    return JsonDocument.object()
        .put("unit", "kgCO2e/kWh")
        .put("perKwh", Printed.perKwh(battery, battery.declared()))
        .put("perKwhInclBiogenicUptake", Printed.perKwh(battery, battery.inclBiogenicUptake()))
        .put("perBatteryKgCo2e", Printed.plain(battery.declared()))
        .put("perBatteryKgCo2eInclBiogenicUptake", Printed.plain(battery.inclBiogenicUptake()))
        .put("complete", battery.complete());
  }

  private static ArrayNode stages(BatteryFacts battery) {
    ArrayNode json = JsonDocument.array();
    for (BatteryFacts.StageAmount stage : battery.stages()) {
      ObjectNode one =
          json.addObject()
              .put("stage", stage.stage().jsonName())
              .put("name", ReportedStage.of(stage.stage()).title())
              .put("perKwh", Printed.perKwh(battery, stage.declared()))
              .put("perBatteryKgCo2e", Printed.plain(stage.declared()));
      put(
          one,
          "sharePercent",
          battery.percent(stage, Printed.PERCENT_DECIMALS).map(BigDecimal::toPlainString));
    }
    return json;
  }

  private static ObjectNode functionalUnit(BatteryFacts battery) {
    FunctionalUnit unit = battery.functionalUnit();
    ObjectNode json =
        JsonDocument.object()
            .put("usableCapacityKwh", Printed.plain(unit.capacity().kilowattHours()))
            .put("fullEquivalentCycles", Printed.plain(unit.cycles()))
            .put("cyclesPer", unit.years().isPresent() ? "YEAR" : "LIFE");
    put(json, "yearsOfOperation", unit.years().map(Printed::plain));
    json.put("yearsFrom", unit.yearsFrom().name())
        .put("energyDeliveredKwh", FunctionalUnitLabels.energy(unit));
    put(json, "warrantyYears", battery.model().warranty().years().map(Printed::plain));
    put(json, "warrantyKilometres", battery.model().warranty().kilometres().map(Printed::plain));
    put(json, "cyclesJustification", battery.model().cycles().map(it -> it.justification()));
    return json;
  }

  private static ObjectNode method(DeclarationFacts facts) {
    BatteryFacts battery = facts.battery();
    ObjectNode json =
        JsonDocument.object()
            .put("rules", "Regulation (EU) 2023/1542, Annex II")
            .put("version", battery.functionalUnit().rules())
            .put("draft", battery.functionalUnit().draft())
            .put("gwp", battery.basis().gwp().name())
            .put("boundary", battery.basis().boundary().name());
    put(json, "circularFootprintFormula", facts.stated().circularFootprintFormula());
    ArrayNode mix = json.putArray("electricity");
    battery
        .model()
        .electricity()
        .parts()
        .forEach(
            part ->
                mix.addObject()
                    .put("source", part.source())
                    .put("country", part.country())
                    .put("sharePercent", Printed.percent(part.share().value())));
    return json;
  }

  private static ObjectNode quality(DeclarationFacts facts) {
    BatteryFacts battery = facts.battery();
    ObjectNode json = JsonDocument.object();
    put(
        json,
        "primaryDataSharePercent",
        battery.primaryDataShare().map(share -> Printed.plain(share.percent())));
    json.put("estimatedSharePercent", Printed.percent(battery.estimatedShare().value()));
    battery.quality().ifPresent(quality -> json.set("dataQuality", ratings(quality)));
    put(json, "verifier", facts.stated().verifier());
    return json;
  }

  private static ObjectNode ratings(DataQuality quality) {
    ObjectNode json = JsonDocument.object().put("scale", quality.scale().name());
    ArrayNode ratings = json.putArray("ratings");
    for (Map.Entry<Stage, Representativeness> rating : quality.byProcess().entrySet()) {
      ratings
          .addObject()
          .put("stage", rating.getKey().jsonName())
          .put("ter", Printed.plain(rating.getValue().ter()))
          .put("tir", Printed.plain(rating.getValue().tir()))
          .put("ger", Printed.plain(rating.getValue().ger()))
          .put("dqr", Printed.plain(rating.getValue().dqr()));
    }
    return json;
  }

  private static ObjectNode performanceClass(BatteryFacts battery) {
    ObjectNode json =
        JsonDocument.object()
            .put("class", battery.performanceClass())
            .put("defined", battery.classScheme().isPresent());
    put(json, "scheme", battery.classScheme());
    return json;
  }

  private static ObjectNode period(BatteryFacts battery) {
    return JsonDocument.object()
        .put("from", battery.period().from().toString())
        .put("to", battery.period().to().toString());
  }

  private static ArrayNode findings(Stamp stamp) {
    ArrayNode json = JsonDocument.array();
    PublicFinding.of(stamp)
        .forEach(
            finding ->
                json.addObject()
                    .put("code", finding.code().name())
                    .put("weight", finding.code().weight().name())
                    .put("count", finding.count())
                    .put("text", finding.text()));
    return json;
  }

  private static void put(ObjectNode json, String member, Optional<String> text) {
    text.ifPresent(it -> json.put(member, it));
  }
}
