package org.cfptrace.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A4 pages filled from the top; heights and places are in points from the lower left corner. */
final class Pages {
  static final float LEFT = 57;
  static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;

  private static final float TOP = PDRectangle.A4.getHeight() - 57;
  private static final float MARGIN = 40;
  private static final Lettering FOOTER = new Lettering(false, 7);
  private static final float PAGE_NUMBER_WIDTH = 60;

  private final PDDocument document;
  private final List<String> footer;
  private final Map<Typeface, PDFont> fonts = new HashMap<>();
  private final float bottom;
  private PDPageContentStream content;
  private float top;

  Pages(PDDocument document, String footer) {
    this.document = document;
    this.footer = Wrap.lines(footer, WIDTH - PAGE_NUMBER_WIDTH, FOOTER);
    this.bottom = MARGIN + this.footer.size() * FOOTER.lineHeight() + 12;
    this.content = begin();
    this.top = TOP;
  }

  private PDPageContentStream begin() {
    var page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    return open(page);
  }

  private PDPageContentStream open(PDPage page) {
    try {
      return new PDPageContentStream(document, page, AppendMode.APPEND, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void next() {
    close();
    content = begin();
    top = TOP;
  }

  float top() {
    return top;
  }

  /** What is left of the page. */
  float room() {
    return top - bottom;
  }

  /** What an empty page holds. */
  float fullRoom() {
    return TOP - bottom;
  }

  /** Goes to the next page where this height does not fit, unless it fits none. */
  void need(float height) {
    if (height > room() && top < TOP) {
      next();
    }
  }

  void down(float height) {
    top -= height;
  }

  /** Space between things; none at the top of a page. */
  void space(float height) {
    if (top < TOP) {
      top -= height;
    }
  }

  /** Lines one beneath the other, over as many pages as they need. */
  void lines(List<String> lines, float x, Lettering lettering) {
    for (String line : lines) {
      need(lettering.lineHeight());
      text(line, x, top - lettering.ascent(), lettering);
      top -= lettering.lineHeight();
    }
  }

  void text(String text, float x, float y, Lettering lettering) {
    try {
      content.beginText();
      content.newLineAtOffset(x, y);
      for (Lettering.Run run : lettering.runs(text)) {
        content.setFont(font(run.face()), lettering.size());
        content.showText(run.text());
      }
      content.endText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void textRight(String text, float right, float y, Lettering lettering) {
    text(text, right - lettering.width(text), y, lettering);
  }

  /** A filled rectangle, {@code y} being its lower edge; grey from 0 (black) to 1 (white). */
  void fill(float x, float y, float width, float height, float grey) {
    try {
      content.setNonStrokingColor(grey);
      content.addRect(x, y, width, height);
      content.fill();
      content.setNonStrokingColor(0f);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PDFont font(Typeface face) throws IOException {
    PDFont known = fonts.get(face);
    if (known == null) {
      known = PDType0Font.load(document, face.font(), true);
      fonts.put(face, known);
    }
    return known;
  }

  /** Ends the last page, and sets the foot of all. */
  void finish() {
    close();
    int of = document.getNumberOfPages();
    for (int i = 0; i < of; i++) {
      content = open(document.getPage(i));
      float foot = MARGIN + footer.size() * FOOTER.lineHeight();
      fill(LEFT, foot + 3, WIDTH, 0.5f, 0.6f);
      for (int line = 0; line < footer.size(); line++) {
        float y = foot - line * FOOTER.lineHeight() - FOOTER.ascent();
        text(footer.get(line), LEFT, y, FOOTER);
      }
      textRight((i + 1) + " / " + of, LEFT + WIDTH, foot - FOOTER.ascent(), FOOTER);
      close();
    }
  }

  private void close() {
    try {
      content.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
