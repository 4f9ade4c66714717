package org.cfptrace.aggregator.disclose.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.cfptrace.aggregator.disclose.Evidence.FactorSource;
import org.cfptrace.aggregator.disclose.Evidence.Named;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.Stated;

/** What was done, with which versions, and what must not be overlooked: plain text. */
final class MethodText {
  static final String NAME = "method.txt";
  private static final String FILES =
      """
      FILES / ファイル
      data.csv             every source with its amount, state and evidence; no row is a total, what
                           is missing has no number
      lineage.json         the graph of the sum: nodes, arrows, exact factors, contributions
      lineage.svg          the same, drawn; a large one in part, and then it says so
      evidence-README.txt  how to check the signed declarations that lie beside it
      """;
  private static final String SUM =
      """
      THE SUM / 積み上げ
      value = own + SUM over lines (net amount / yield) x SUM over sources share x conversion of
      units x value of the source + transport, per one unit, per stage and account. Each line is
      rounded once to 18 decimals of a kilogram (half even), sums are exact; the total is rounded
      once, to the microgram: emissions up, removals and uptake down. Nothing missing is counted as
      0: it makes the total incomplete. Where its owner allowed a stand-in (PROXY), that counts, and
      the total stays incomplete. A supplier's figure is the newest declaration that holds on the
      last day of the period, as it was known at the as-of instant.
      """;

  private MethodText() {}

  static ExportFile file(PackFacts facts, Stamp stamp) {
    return new ExportFile(NAME, "text/plain; charset=utf-8", text(facts, stamp).getBytes(UTF_8));
  }

  private static String text(PackFacts facts, Stamp stamp) {
    StringBuilder text = new StringBuilder("AUDITOR'S PACK / 監査用資料\n\n");
    lines(text, Confidential.head(facts, stamp));
    text.append("\nFINDINGS / 指摘事項\n");
    List<Named> findings = Stated.findings(stamp);
    lines(text, findings.isEmpty() ? List.of(new Named("none", "なし")) : findings);
    text.append('\n').append(FILES).append('\n').append(SUM);
    text.append("\nMETHOD AND VERSIONS / 算定方法\n");
    lines(text, facts.evidence().method());
    for (FactorSource set : facts.evidence().factorSets()) {
      text.append("factor set: ").append(set.id()).append(' ').append(set.version());
      text.append(", ").append(set.source()).append('\n');
    }
    facts
        .evidence()
        .structureVersions()
        .forEach(it -> text.append("structure: ").append(it).append('\n'));
    text.append("what the exact total is more than all contributions: ");
    text.append(facts.lineage().rounding().excl()).append(" kg CO2e excl, ");
    text.append(facts.lineage().rounding().incl()).append(" kg CO2e incl\n");
    return text.toString();
  }

  private static void lines(StringBuilder text, List<Named> lines) {
    lines.forEach(it -> text.append(it.name()).append(": ").append(it.text()).append('\n'));
  }
}
