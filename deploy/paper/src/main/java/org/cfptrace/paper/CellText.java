package org.cfptrace.paper;

import static java.math.RoundingMode.HALF_UP;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Texts as they go into cells, and how wide they are. */
final class CellText {
  /** What a reader of XLSX takes for a sign written by its number. */
  private static final Pattern ESCAPE = Pattern.compile("_(x[0-9A-Fa-f]{4}_)");

  private CellText() {}

  /** What would become a formula if somebody touched the cell. */
  static boolean isLikeFormula(String text) {
    return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
  }

  /** Without what XML cannot say; what looks like an escape stays what it is. */
  static String written(String text) {
    String legal =
        text.replace("\r\n", "\n")
            .replace('\r', '\n')
            .codePoints()
            .filter(c -> c >= ' ' || c == '\n' || c == '\t')
            .map(c -> isLegal(c) ? c : 0xFFFD)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return ESCAPE.matcher(legal).replaceAll("_x005F_$1");
  }

  private static boolean isLegal(int codePoint) {
    return codePoint < 0xD800 || (codePoint > 0xDFFF && (codePoint & 0xFFFE) != 0xFFFE);
  }

  /** In widths of a digit; Chinese characters, kana and their kin take two. */
  static int width(Workbook.Cell cell) {
    if (cell instanceof Workbook.Number number) {
      return number.value().setScale(number.decimals(), HALF_UP).toPlainString().length();
    }
    if (cell instanceof Workbook.Day) {
      return "2026-11-27".length();
    }
    boolean title = cell instanceof Workbook.Title;
    String text = title ? ((Workbook.Title) cell).text() : ((Workbook.Text) cell).text();
    int longest = Arrays.stream(text.split("\n", -1)).mapToInt(CellText::width).max().orElse(0);
    return title ? longest + longest / 8 : longest;
  }

  private static int width(String line) {
    return line.codePoints().map(c -> c >= 0x1100 ? 2 : 1).sum();
  }
}
