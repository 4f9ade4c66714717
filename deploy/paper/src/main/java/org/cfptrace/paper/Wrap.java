package org.cfptrace.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks texts into lines: Latin between words, Japanese between signs but not before a closing or
 * behind an opening one (kinsoku), and a word that no line holds wherever it must.
 */
final class Wrap {
  private static final String NOT_FIRST =
      "、。，．,.・：；:;？！?!ー々〻ゝゞヽヾ）)］]｝}〕〉》」』】’”％%‰℃…‥ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ\u3000";

  private static final String NOT_LAST = "（(［[｛{〔〈《「『【‘“￥¥＄$";

  private Wrap() {}

  static List<String> lines(String text, float width, Lettering lettering) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      wrap(line, width, lettering, lines);
    }
    return lines;
  }

  /** The width of the widest piece that is not broken, without what space follows it. */
  static float widestPiece(String text, Lettering lettering) {
    float widest = 0;
    for (String line : text.split("\n", -1)) {
      for (String piece : pieces(line)) {
        widest = Math.max(widest, lettering.width(piece.stripTrailing()));
      }
    }
    return widest;
  }

  static float widestLine(String text, Lettering lettering) {
    float widest = 0;
    for (String line : text.split("\n", -1)) {
      widest = Math.max(widest, lettering.width(line.stripTrailing()));
    }
    return widest;
  }

  private static void wrap(String text, float width, Lettering lettering, List<String> lines) {
    var line = new StringBuilder();
    float used = 0;
    for (String piece : pieces(text)) {
      float needed = lettering.width(piece.stripTrailing());
      if (used > 0 && used + needed > width) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        used = 0;
      }
      String rest = needed > width ? broken(piece, width, lettering, lines) : piece;
      line.append(rest);
      used += lettering.width(rest);
    }
    lines.add(line.toString().stripTrailing());
  }

  /** Adds as many full lines of a long piece as there are, and returns the rest. */
  private static String broken(String piece, float width, Lettering lettering, List<String> lines) {
    int from = 0;
    float used = 0;
    int i = 0;
    while (i < piece.length()) {
      int sign = piece.codePointAt(i);
      float advance = lettering.width(sign);
      if (i > from && used + advance > width) {
        lines.add(piece.substring(from, i));
        from = i;
        used = 0;
      }
      used += advance;
      i += Character.charCount(sign);
    }
    return piece.substring(from);
  }

  /** What is not broken; spaces belong to the piece before them. */
  private static List<String> pieces(String line) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    int i = 0;
    while (i < line.length()) {
      int sign = line.codePointAt(i);
      i += Character.charCount(sign);
      if (i < line.length() && mayBreak(sign, line.codePointAt(i))) {
        pieces.add(line.substring(from, i));
        from = i;
      }
    }
    pieces.add(line.substring(from));
    return pieces;
  }

  private static boolean mayBreak(int before, int after) {
    if (before == ' ' || after == ' ') {
      return before == ' ' && after != ' ';
    }
    return (isIdeographic(before) || isIdeographic(after))
        && NOT_FIRST.indexOf(after) < 0
        && NOT_LAST.indexOf(before) < 0;
  }

  /** Chinese characters, kana, their signs and wide forms. */
  private static boolean isIdeographic(int codePoint) {
    return codePoint >= 0x2E80;
  }
}
