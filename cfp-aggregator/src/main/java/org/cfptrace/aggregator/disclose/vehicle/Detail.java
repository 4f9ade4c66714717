package org.cfptrace.aggregator.disclose.vehicle;

import org.cfptrace.paper.Pdf;

/**
 * How much the one page of a vehicle says of what; where that is more than a page holds, less. The
 * workbook says all of it.
 */
enum Detail {
  FULL(256, 300, 4, 100, 80, 10, 40),
  LESS(80, 160, 2, 60, 40, 5, 24),
  LEAST(24, 60, 1, 24, 24, 0, 0);

  private static final String IN_FULL = "… (in full in vehicle.xlsx / 全文は vehicle.xlsx)";

  private final int name;
  private final int reason;
  private final int kinds;
  private final int notice;
  private final int text;
  private final int bars;
  private final int label;

  Detail(int name, int reason, int kinds, int notice, int text, int bars, int label) {
    this.name = name;
    this.reason = reason;
    this.kinds = kinds;
    this.notice = notice;
    this.text = text;
    this.bars = bars;
    this.label = label;
  }

  /** Of the vehicle, its maker, its plant. */
  String name(String text) {
    return shortened(text, name, "…");
  }

  /** Why somebody went on in spite of what blocks, with a word where the whole of it stands. */
  String reason(String text) {
    return shortened(text, reason, IN_FULL);
  }

  String notice(String text) {
    return shortened(text, notice, "…");
  }

  String text(String text) {
    return shortened(text, this.text, "…");
  }

  String label(String text) {
    return shortened(text, label, "…");
  }

  /** How many kinds of warnings. */
  int kinds() {
    return kinds;
  }

  /** How many of the largest sources; none where there is no room for a chart. */
  int bars() {
    return bars;
  }

  /** What a page says of a name at the least. */
  static String beginning(String name) {
    String line = line(name);
    int length = line.codePointCount(0, line.length());
    return line.substring(0, line.offsetByCodePoints(0, Math.min(length, LEAST.name - 1)));
  }

  private static String shortened(String text, int longest, String more) {
    String line = line(text);
    int length = line.codePointCount(0, line.length());
    return length <= longest
        ? line
        : line.substring(0, line.offsetByCodePoints(0, longest - 1)) + more;
  }

  /** As it is printed, so that no letter is parted from its mark, and in one line. */
  private static String line(String text) {
    return Pdf.legible(text).replaceAll("\\s+", " ").strip();
  }
}
