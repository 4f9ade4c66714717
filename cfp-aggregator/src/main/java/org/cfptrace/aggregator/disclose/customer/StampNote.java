package org.cfptrace.aggregator.disclose.customer;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Finding.Code;
import org.cfptrace.aggregator.disclose.Finding.Weight;
import org.cfptrace.aggregator.disclose.Stamp;

/**
 * What an export says of itself to a customer. Findings appear by their code alone: their paths and
 * details name parts, which are the maker's secret.
 */
final class StampNote {
  private StampNote() {}

  static String english(Stamp stamp, String shown) {
    StringBuilder note = new StringBuilder();
    note.append("Export ")
        .append(stamp.exportId())
        .append(", as known at ")
        .append(stamp.asOf())
        .append(". Totals shown: ")
        .append(shown)
        .append('.');
    say(note, " Notices: ", codes(stamp, Weight.WARNS), Code::en);
    say(note, " Issued although: ", codes(stamp, Weight.BLOCKS), Code::en);
    stamp.override().ifPresent(it -> note.append(" Reason given: ").append(it.reason()));
    return note.toString();
  }

  static String japanese(Stamp stamp, String shown) {
    StringBuilder note = new StringBuilder();
    note.append("出力番号 ")
        .append(stamp.exportId())
        .append("、")
        .append(stamp.asOf())
        .append(" 時点の情報による。表示する合計：")
        .append(shown)
        .append("。");
    say(note, "注意事項：", codes(stamp, Weight.WARNS), Code::ja);
    say(note, "次の事項があるが出力した：", codes(stamp, Weight.BLOCKS), Code::ja);
    stamp.override().ifPresent(it -> note.append("理由：").append(it.reason()));
    return note.toString();
  }

  private static void say(
      StringBuilder note, String introduction, List<Code> codes, Function<Code, String> words) {
    if (!codes.isEmpty()) {
      note.append(introduction)
          .append(
              codes.stream()
                  .map(code -> code + " (" + words.apply(code) + ")")
                  .collect(Collectors.joining("; ")))
          .append('.');
    }
  }

  private static List<Code> codes(Stamp stamp, Weight weight) {
    return stamp.findings().stream()
        .map(Finding::code)
        .filter(code -> code.weight() == weight)
        .distinct()
        .toList();
  }
}
