package org.cfptrace.aggregator.disclose.customer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.JsonDocument;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Stages;

/**
 * The figures of the Catena-X PCF model, stage by stage. Production holds the packaging too, of
 * which the packaging stage tells how much (the model: "avoid double accounting"); distribution
 * stands apart from it.
 */
final class CatenaXStages {
  private CatenaXStages() {}

  static ObjectNode tree(Stages stages) {
    ObjectNode packaging = JsonDocument.object();
    packaging.put("packagingEmissionsIncluded", stages.packagingIncluded());
    packaging(stages).ifPresent(it -> figures(packaging, "packaging", it));
    ObjectNode distribution = JsonDocument.object();
    distribution.put("distributionStageIncluded", stages.distribution().isPresent());
    stages.distribution().ifPresent(it -> figures(distribution, "distributionStage", it));
    ObjectNode json = JsonDocument.object();
    json.set("productionStage", one(figures(JsonDocument.object(), "", stages.production())));
    json.set("packagingStage", one(packaging));
    json.set("distributionStage", one(distribution));
    return json;
  }

  private static ObjectNode figures(ObjectNode json, String stage, StageFigures figures) {
    json.put(named(stage, "pcfIncludingBiogenicUptake"), figures.inclBiogenicUptake());
    json.put(named(stage, "pcfExcludingBiogenicUptake"), figures.exclBiogenicUptake());
    figures
        .accounts()
        .ifPresent(
            it -> {
              json.put(named(stage, "fossilGhgEmissions"), it.fossil());
              json.put(named(stage, "biogenicNonCO2Emissions"), it.biogenicNonCo2());
              json.put(named(stage, "biogenicCO2Uptake"), it.biogenicUptake());
              json.put(named(stage, "landUseChangeGhgEmissions"), it.landUseChange());
              json.put(
                  named(stage, "landManagementBiogenicCO2Emissions"), it.landManagementEmissions());
              json.put(
                  named(stage, "landManagementBiogenicCO2Removals"), it.landManagementRemovals());
              json.put(named(stage, "aircraftGhgEmissions"), it.aircraft());
            });
    return json;
  }

  /** {@code packaging} + {@code fossilGhgEmissions} = {@code packagingFossilGhgEmissions}. */
  static String named(String stage, String figure) {
    return stage.isEmpty()
        ? figure
        : stage + figure.substring(0, 1).toUpperCase(Locale.ROOT) + figure.substring(1);
  }

  /** The packaging's figures, where the model has a place for them: it takes none below 0. */
  static Optional<StageFigures> packaging(Stages stages) {
    return stages
        .packaging()
        .filter(it -> stages.packagingIncluded())
        .filter(it -> it.inclBiogenicUptake().signum() >= 0)
        .filter(it -> it.exclBiogenicUptake().signum() >= 0);
  }

  private static ArrayNode one(ObjectNode group) {
    return JsonDocument.array().add(group);
  }
}
