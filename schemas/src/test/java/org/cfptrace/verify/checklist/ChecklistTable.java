package org.cfptrace.verify.checklist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.cfptrace.keys.CryptoProvider;

/** The list of bad inputs as a table: what is spoiled, what is expected, what was observed. */
final class ChecklistTable {
  private static final int BEYOND = 1000;

  private ChecklistTable() {}

  /** Reads every sample with every provider; in the order of the items. */
  static String of(List<Sample> samples, List<CryptoProvider> providers) {
    List<String> lines = new ArrayList<>();
    lines.add("# The list of bad inputs, and what the reader answers");
    lines.add("");
    lines.add(
        "Written by `ChecklistTableTest`. Each sample differs from an accepted one in one thing,"
            + " and is signed or sealed again where that");
    lines.add(
        "thing is not the signature or the seal itself. Without a number: accepted samples to"
            + " compare with, and defects beyond the list.");
    lines.add(
        "The samples are files in `src/test/resources/vectors`, named as in the second column.");
    lines.add("");
    lines.add(row("item", "sample", "what is spoiled", "expected", columns(providers)));
    lines.add(row("---", "---", "---", "---", providers.stream().map(provider -> "---").toList()));
    samples.stream()
        .sorted(Comparator.comparingInt(ChecklistTable::place))
        .forEach(sample -> lines.add(row(sample, providers)));
    return String.join("\n", lines) + "\n";
  }

  private static int place(Sample sample) {
    return sample.item() == 0 ? BEYOND : sample.item();
  }

  private static String row(Sample sample, List<CryptoProvider> providers) {
    return row(
        sample.item() == 0 ? "" : Integer.toString(sample.item()),
        sample.form().directory() + "/" + sample.defect(),
        sample.spoiled().replace("|", "\\|"),
        sample.expected(),
        providers.stream().map(sample::observed).toList());
  }

  private static List<String> columns(List<CryptoProvider> providers) {
    return providers.stream().map(provider -> "observed with " + provider.name()).toList();
  }

  private static String row(
      String item, String sample, String spoiled, String expected, List<String> observed) {
    return List.of(item, sample, spoiled, expected).stream()
            .collect(Collectors.joining(" | ", "| ", " | "))
        + String.join(" | ", observed)
        + " |";
  }
}
