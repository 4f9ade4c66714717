package org.cfptrace.aggregator.disclose.pack;

import java.util.ArrayList;
import java.util.List;

/** Text of a drawing: escaped, and no longer than there is room. */
final class SvgText {
  private static final int LONGEST_HEAD = 130;

  private SvgText() {}

  /** What XML cannot hold becomes the sign for that. */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isXml(c) ? c : 0xFFFD);
              }
            });
    return safe.toString();
  }

  private static boolean isXml(int c) {
    return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
  }

  private static int width(int c) {
    return c >= 0x1100 ? 2 : 1;
  }

  /**
   * The beginning of a text that is too long.
   *
   * @param longest in characters of half width; Japanese ones count two
   */
  static String shortened(String text, int longest) {
    int used = 0;
    StringBuilder kept = new StringBuilder();
    for (int c : text.codePoints().toArray()) {
      used += width(c);
      if (used > longest) {
        return kept.append('…').toString();
      }
      kept.appendCodePoint(c);
    }
    return kept.toString();
  }

  /** Lines that fit, broken after a blank where there is one. */
  static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int c : text.codePoints().toArray()) {
      line.appendCodePoint(c);
      if (line.codePoints().map(SvgText::width).sum() > LONGEST_HEAD) {
        int blank = line.lastIndexOf(" ");
        int end = blank > 0 ? blank + 1 : line.length();
        lines.add(line.substring(0, end).strip());
        line.delete(0, end);
      }
    }
    lines.add(line.toString());
    return lines;
  }
}
