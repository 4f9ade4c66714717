package org.cfptrace.aggregator.disclose.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cfptrace.aggregator.disclose.Evidence.Named;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.Stated;

/** What stands at the head of every file of a pack that people read. */
final class Confidential {
  static final String MARK = "CONFIDENTIAL, FOR THE AUDITOR / 監査人限り・機密";
  static final String SHOWN =
      "Both totals, each under its own name: without biogenic uptake (excl), as a declaration shows"
          + " it, and with it (incl). No offset and no GX reduction is in them.";

  private Confidential() {}

  /** Mark, product, for whom, export and moment, which total, and why anybody went on. */
  static List<Named> head(PackFacts facts, Stamp stamp) {
    List<Named> lines = new ArrayList<>();
    lines.add(new Named("Confidential / 機密", MARK));
    lines.add(new Named("Product / 製品", facts.product().name()));
    lines.add(new Named("Trace id / トレース識別子", facts.product().traceId().toString()));
    if (!facts.options().options().isEmpty()) {
      lines.add(
          new Named(
              "Options / オプション",
              facts.options().options().stream().collect(Collectors.joining(", "))));
    }
    lines.add(new Named("Owner / 保有者", facts.product().company().name()));
    facts.options().auditor().ifPresent(it -> lines.add(new Named("Auditor / 監査人", it)));
    facts.options().mandate().ifPresent(it -> lines.add(new Named("Mandate / 委任", it)));
    lines.add(new Named("Period / 対象期間", facts.product().period().toString()));
    lines.addAll(Stated.identity(stamp));
    lines.add(new Named("Which total / 表示する合計", SHOWN));
    lines.add(new Named("Total / 合計", total(facts)));
    lines.addAll(Stated.override(stamp));
    return lines;
  }

  /** Both totals as a declaration states them; where nothing is known there is none. */
  static String total(PackFacts facts) {
    return facts.lineage().product().perUnit().isPresent()
        ? facts.product().exclBiogenicUptake().text()
            + " kg CO2e excl, "
            + facts.product().inclBiogenicUptake().text()
            + " kg CO2e incl, per "
            + facts.product().unit().text()
            + (facts.product().complete() ? "" : ", INCOMPLETE / 不完全")
        : "not known / 不明";
  }
}
