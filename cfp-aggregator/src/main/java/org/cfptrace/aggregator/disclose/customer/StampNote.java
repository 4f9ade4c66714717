package org.cfptrace.aggregator.disclose.customer;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Finding.Code;
import org.cfptrace.aggregator.disclose.Finding.Weight;
import org.cfptrace.aggregator.disclose.Stamp;

/**
 * What an export says of itself to a customer. Findings appear by their code alone: their paths and
 * details name parts, which are the maker's secret; so is who it was that decided.
 */
final class StampNote {
  private StampNote() {}

  static String english(Stamp stamp, String shown) {
    String warnings = codes(stamp, Weight.WARNS, Code::en);
    String overridden = codes(stamp, Weight.BLOCKS, Code::en);
    return "Export %s, as known at %s. Totals shown: %s."
            .formatted(stamp.exportId(), stamp.asOf(), shown)
        + (warnings.isEmpty() ? "" : " Notices: " + warnings + ".")
        + (overridden.isEmpty() ? "" : " Issued although: " + overridden + ".")
        + stamp.override().map(it -> " Reason given: " + it.reason()).orElse("");
  }

  static String japanese(Stamp stamp, String shown) {
    String warnings = codes(stamp, Weight.WARNS, Code::ja);
    String overridden = codes(stamp, Weight.BLOCKS, Code::ja);
    return "出力番号 %s、%s 時点の情報による。表示する合計：%s。".formatted(stamp.exportId(), stamp.asOf(), shown)
        + (warnings.isEmpty() ? "" : "注意事項：" + warnings + "。")
        + (overridden.isEmpty() ? "" : "次の事項があるが出力した：" + overridden + "。")
        + stamp.override().map(it -> "理由：" + it.reason()).orElse("");
  }

  private static String codes(Stamp stamp, Weight weight, Function<Code, String> words) {
    return stamp.findings().stream()
        .map(Finding::code)
        .filter(code -> code.weight() == weight)
        .distinct()
        .map(code -> code + " (" + words.apply(code) + ")")
        .collect(Collectors.joining("; "));
  }
}
