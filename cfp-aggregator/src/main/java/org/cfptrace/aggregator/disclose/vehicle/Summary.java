package org.cfptrace.aggregator.disclose.vehicle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cfptrace.footprint.KgCo2e;

/**
 * The totals of a vehicle, apart from its parts. Rows named {@code cradle-to-gate/...} say what the
 * total is made of; what comes after the gate stands for itself and is a share of nothing.
 */
final class Summary {
  static final List<String> HEAD = List.of("scope", "kgco2e", "share_pct");
  static final String GATE = "cradle-to-gate";

  private Summary() {}

  /** One scope; without biogenic uptake. */
  record Row(String scope, Optional<KgCo2e> amount, Optional<BigDecimal> percent) {
    List<String> texts() {
      return List.of(scope, Show.amount(amount), Show.text(percent));
    }
  }

  static List<Row> of(VehicleFacts facts) {
    List<Row> rows = new ArrayList<>();
    KgCo2e total = facts.total();
    rows.add(of(scope(facts), facts.known() ? Optional.of(total) : Optional.empty(), total));
    facts
        .inside()
        .ifPresent(
            inside -> {
              for (VehicleFacts.ShareSum sum : inside.shares()) {
                rows.add(of(GATE + "/share/" + words(sum.share()), sum.amount(), total));
              }
              if (facts.known()) {
                rows.add(of(GATE + "/share/rounding", Optional.of(inside.rounding()), total));
              }
            });
    if (facts.known()) {
      for (VehicleFacts.StageSum sum : facts.stages()) {
        rows.add(of(GATE + "/stage/" + sum.stage().jsonName(), Optional.of(sum.amount()), total));
      }
    }
    later(rows, "outbound", facts.later().outbound());
    later(rows, "use", facts.later().usePhase());
    later(rows, "eol", facts.later().endOfLife());
    return rows;
  }

  private static String scope(VehicleFacts facts) {
    return facts.complete() ? GATE : GATE + " (incomplete)";
  }

  private static Row of(String scope, Optional<KgCo2e> amount, KgCo2e total) {
    return new Row(scope, amount, amount.flatMap(it -> Show.percent(it, total)));
  }

  private static void later(List<Row> rows, String scope, Optional<KgCo2e> amount) {
    amount.ifPresent(it -> rows.add(new Row(scope, amount, Optional.empty())));
  }

  private static String words(Enum<?> share) {
    return share.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
