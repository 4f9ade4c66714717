package org.cfptrace.aggregator.disclose.cbam;

import java.util.List;
import java.util.stream.Stream;

/**
 * The sixteen items of the operator's summary emissions report, Implementing Regulation (EU)
 * 2025/2547, Annex IV, point 1.2, in its order.
 */
final class OperatorsSummary {
  static final String TITLE = "CBAM operator's summary emissions report";
  static final String METHOD =
      "Implementing Regulation (EU) 2025/2547; summary by Annex IV, point 1.2";
  static final String SHOWN =
      "specific embedded emissions (SEE), t CO2e per t of good, direct and indirect apart; not a"
          + " product carbon footprint";

  private OperatorsSummary() {}

  static List<SummaryItem> of(CbamFacts facts) {
    return Stream.of(
            InstallationItems.of(facts),
            List.of(GoodsItem.of(facts)),
            EmissionItems.of(facts),
            PrecursorItems.of(facts))
        .flatMap(List::stream)
        .toList();
  }
}
