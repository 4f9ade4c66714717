package org.cfptrace.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A font of ours, read once per process when first needed. Its readers share one position in the
 * file: whoever measures or embeds it holds the lock of {@link Pdf}.
 */
final class Typeface {
  private static final float UNITS = 1000;

  private final TrueTypeFont font;
  private final CmapLookup signs;

  private Typeface(String resource) {
    try (InputStream in = Typeface.class.getResourceAsStream("/fonts/" + resource)) {
      if (in == null) {
        throw new IllegalStateException("no font " + resource);
      }
      font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
      // A ligature would be read back as one sign that nobody wrote.
      font.setEnableGsub(false);
      signs = font.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Typeface japanese(boolean bold) {
    return bold ? JapaneseBold.FACE : Japanese.FACE;
  }

  /** Has the letters of Europe that the Japanese font lacks. */
  static Typeface latin(boolean bold) {
    return bold ? LatinBold.FACE : Latin.FACE;
  }

  TrueTypeFont font() {
    return font;
  }

  boolean has(int codePoint) {
    return glyph(codePoint) != 0;
  }

  /** The picture of a sign; 0 where there is none. */
  int glyph(int codePoint) {
    return signs.getGlyphId(codePoint);
  }

  /** How far a sign goes, where the size of the font is 1. */
  float advance(int codePoint) {
    try {
      return font.getAdvanceWidth(glyph(codePoint)) / UNITS;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Japanese {
    static final Typeface FACE = new Typeface("noto-sans-jp/Regular.ttf");
  }

  private static final class JapaneseBold {
    static final Typeface FACE = new Typeface("noto-sans-jp/Bold.ttf");
  }

  private static final class Latin {
    static final Typeface FACE = new Typeface("noto-sans/Regular.ttf");
  }

  private static final class LatinBold {
    static final Typeface FACE = new Typeface("noto-sans/Bold.ttf");
  }
}
