package org.cfptrace.aggregator.disclose.battery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cfptrace.aggregator.disclose.BatteryFacts;
import org.cfptrace.aggregator.disclose.JsonDocument;

/**
 * {@code urn:samm:io.BatteryPass.CarbonFootprint:1.2.0#CarbonFootprintForBatteries}. Its figures
 * are numbers and not rounded for display, so the stages add up to the total; the absolute
 * footprint is in kilograms here.
 */
final class CarbonFootprintAspect {
  static final String SCHEMA = "battery-pass-carbon-footprint-1.2.0";

  private CarbonFootprintAspect() {}

  static byte[] write(PassportFacts facts) {
    BatteryFacts battery = facts.battery();
    ObjectNode json =
        JsonDocument.object()
            .put("batteryCarbonFootprint", battery.perKwhInFull(battery.declared()));
    ArrayNode stages = json.putArray("carbonFootprintPerLifecycleStage");
    battery
        .stages()
        .forEach(
            stage ->
                stages
                    .addObject()
                    .put("lifecycleStage", ReportedStage.of(stage.stage()).samm())
                    .put("carbonFootprint", battery.perKwhInFull(stage.declared())));
    json.put("carbonFootprintPerformanceClass", battery.performanceClass())
        .put("carbonFootprintStudy", facts.study())
        .put("absoluteCarbonFootprint", battery.declared().value());
    return JsonDocument.write(json);
  }
}
