package org.cfptrace.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * How a text is set.
 *
 * @param size in points
 */
record Lettering(boolean bold, float size) {
  /** Japanese needs more air between lines than Latin. */
  private static final float LINE = 1.5f;

  /** From the top of a line to where its letters stand. */
  private static final float ASCENT = 1.1f;

  /** A part of a text in one font. */
  record Run(Typeface face, String text) {}

  float lineHeight() {
    return size * LINE;
  }

  float ascent() {
    return size * ASCENT;
  }

  /** The Japanese font where it has the sign, else the Latin one. */
  private Typeface face(int codePoint) {
    Typeface japanese = Typeface.japanese(bold);
    return japanese.has(codePoint) ? japanese : Typeface.latin(bold);
  }

  boolean has(int codePoint) {
    return face(codePoint).has(codePoint);
  }

  /** Whether two signs have one picture. */
  boolean looksAlike(int one, int other) {
    return face(one) == face(other) && face(one).glyph(one) == face(other).glyph(other);
  }

  float width(String text) {
    float width = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      width += width(text.codePointAt(i));
    }
    return width;
  }

  float width(int codePoint) {
    return face(codePoint).advance(codePoint) * size;
  }

  List<Run> runs(String text) {
    List<Run> runs = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      Typeface face = face(text.codePointAt(from));
      int to = from;
      while (to < text.length() && face(text.codePointAt(to)) == face) {
        to += Character.charCount(text.codePointAt(to));
      }
      runs.add(new Run(face, text.substring(from, to)));
      from = to;
    }
    return runs;
  }
}
