package org.cfptrace.aggregator.disclose.battery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.aggregator.battery.BatteryCategory;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Stage;
import org.cfptrace.paper.Document.Label;

/** What the regulation calls things. */
final class Wording {
  private Wording() {}

  static String of(BatteryCategory category) {
    return switch (category) {
      case EV -> "electric vehicle battery (EV)";
      case INDUSTRIAL -> "rechargeable industrial battery above 2 kWh (INDUSTRIAL)";
      case LMT -> "light means of transport battery (LMT)";
      case INDUSTRIAL_EXTERNAL_STORAGE ->
          "industrial battery with external storage (INDUSTRIAL_EXTERNAL_STORAGE)";
    };
  }

  /** A rating by stage, or that there is none. */
  static List<Label> ratings(Optional<DataQuality> quality) {
    if (quality.isEmpty()) {
      return List.of(new Label("Data quality rating", DeclarationPaper.NOT_STATED));
    }
    List<Label> labels = new ArrayList<>();
    labels.add(
        new Label(
            "Data quality scale", "1 (best) to " + quality.get().scale().worst().toPlainString()));
    for (Map.Entry<Stage, Representativeness> rating : quality.get().byProcess().entrySet()) {
      labels.add(new Label("Data quality: " + title(rating.getKey()), of(rating.getValue())));
    }
    return labels;
  }

  private static String title(Stage stage) {
    return stage == Stage.UNSPLIT ? "what came unsplit" : ReportedStage.of(stage).title();
  }

  private static String of(Representativeness rating) {
    return "DQR "
        + Printed.rating(rating.dqr())
        + " (TeR "
        + Printed.rating(rating.ter())
        + ", TiR "
        + Printed.rating(rating.tir())
        + ", GeR "
        + Printed.rating(rating.ger())
        + ")";
  }
}
