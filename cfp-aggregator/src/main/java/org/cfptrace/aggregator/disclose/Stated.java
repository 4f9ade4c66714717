package org.cfptrace.aggregator.disclose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cfptrace.aggregator.disclose.Evidence.Named;

/** What every file that people read says of its export: warnings, an override, id and moment. */
public final class Stated {
  private Stated() {}

  /** Which export this is, and as of when. */
  public static List<Named> identity(Stamp stamp) {
    List<Named> lines = new ArrayList<>();
    lines.add(new Named("Export / 出力ID", stamp.exportId()));
    lines.add(new Named("As of / 基準時点", stamp.asOf().toString()));
    stamp.supersedes().ifPresent(old -> lines.add(new Named("Corrects export / 訂正対象", old)));
    return lines;
  }

  /** Why somebody goes on in spite of what blocks; nothing where nobody had to. */
  public static List<Named> override(Stamp stamp) {
    return stamp
        .override()
        .map(it -> List.of(new Named("Overridden by " + it.by() + " / 解除理由", it.reason())))
        .orElse(List.of());
  }

  /** Every finding with its part and detail: for the owner, and for whom it mandates. */
  public static List<Named> findings(Stamp stamp) {
    return stamp.findings().stream()
        .map(
            it ->
                new Named(
                    it.code().name(),
                    (it.path().isEmpty() ? "" : it.path() + ": ")
                        + it.detail()
                        + " ("
                        + it.code().ja()
                        + ")"))
        .toList();
  }

  /** How often what was found: no part and no detail, which may name a supplier. */
  public static List<Named> kinds(Stamp stamp) {
    Map<Finding.Code, Integer> counts = new LinkedHashMap<>();
    stamp.findings().forEach(it -> counts.merge(it.code(), 1, Integer::sum));
    List<Named> lines = new ArrayList<>();
    counts.forEach(
        (code, count) ->
            lines.add(
                new Named(
                    code.name(),
                    code.en() + (count > 1 ? " (" + count + " times)" : "") + " / " + code.ja())));
    return lines;
  }
}
