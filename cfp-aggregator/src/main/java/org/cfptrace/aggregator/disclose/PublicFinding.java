package org.cfptrace.aggregator.disclose;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a file that anybody may read says of findings of one kind: how many there are, and in detail
 * only what is about the document itself. Paths and details of the others name parts and suppliers.
 *
 * @param text in English
 */
public record PublicFinding(Finding.Code code, int count, String text) {
  private static final Set<Finding.Code> OF_THE_DOCUMENT =
      EnumSet.of(
          Finding.Code.NOT_STATED, Finding.Code.CLASS_SCHEME_ABSENT, Finding.Code.METHOD_DRAFT);

  public PublicFinding {
    requireNonNull(code, "code");
    requireNonNull(text, "text");
  }

  /** All kinds, in the order of the catalogue. */
  public static List<PublicFinding> of(Stamp stamp) {
    Map<Finding.Code, List<Finding>> byCode = new EnumMap<>(Finding.Code.class);
    stamp
        .findings()
        .forEach(
            finding ->
                byCode.computeIfAbsent(finding.code(), code -> new ArrayList<>()).add(finding));
    List<PublicFinding> kinds = new ArrayList<>();
    byCode.forEach((code, all) -> kinds.add(new PublicFinding(code, all.size(), text(code, all))));
    return kinds;
  }

  private static String text(Finding.Code code, List<Finding> all) {
    return OF_THE_DOCUMENT.contains(code)
        ? String.join("; ", all.stream().map(Finding::detail).toList())
        : code.en();
  }

  /** In one line. */
  public String line() {
    return code.name() + (count > 1 ? " (" + count + ")" : "") + ": " + text;
  }
}
