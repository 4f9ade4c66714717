package org.cfptrace.aggregator.disclose.battery;

import java.util.Arrays;
import org.cfptrace.footprint.Stage;

/**
 * The four life-cycle stages that are reported (Annex II point 4), by the names that the law, the
 * passport's data model and DIN DKE SPEC 99100:2025-02 give them. Use is not among them.
 */
enum ReportedStage {
  RAW_MATERIAL(
      Stage.RAW_MATERIAL,
      "Raw material acquisition and pre-processing",
      "RawMaterialExtraction",
      "6.3.3"),
  MAIN_PRODUCTION(Stage.MAIN_PRODUCTION, "Main product production", "MainProduction", "6.3.4"),
  DISTRIBUTION(Stage.DISTRIBUTION, "Distribution", "Distribution", "6.3.5"),
  END_OF_LIFE(Stage.END_OF_LIFE, "End of life and recycling", "Recycling", "6.3.6");

  private final Stage stage;
  private final String title;
  private final String samm;
  private final String clause;

  ReportedStage(Stage stage, String title, String samm, String clause) {
    this.stage = stage;
    this.title = title;
    this.samm = samm;
    this.clause = clause;
  }

  static ReportedStage of(Stage stage) {
    return Arrays.stream(values())
        .filter(reported -> reported.stage == stage)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(stage.jsonName() + " is not reported of a battery"));
  }

  /** As the law names it. */
  String title() {
    return title;
  }

  /** As {@code io.BatteryPass.CarbonFootprint} names it. */
  String samm() {
    return samm;
  }

  /** Of DIN DKE SPEC 99100. */
  String clause() {
    return clause;
  }
}
