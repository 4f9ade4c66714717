package org.cfptrace.connector.audit.adapter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Lines of text on A4 pages (PDF 1.5). All text is in the Japanese font that every reader brings or
 * replaces (ISO 32000-1, 9.7.5.2: a predefined CMap of Adobe-Japan1), so that no font file has to
 * be shipped.
 */
final class PlainPdf {
  private static final int WIDTH = 595;
  private static final int HEIGHT = 842;
  private static final int MARGIN = 50;
  private static final int SIZE = 9;
  private static final int HEADING = 13;
  private static final int LEADING = 14;

  private final List<StringBuilder> pages = new ArrayList<>();
  private int y;

  PlainPdf() {
    turnPage();
  }

  void heading(String text) {
    write(0, text, HEADING);
    y -= LEADING / 2;
  }

  void line(int indent, String text) {
    write(indent, text, SIZE);
  }

  void space() {
    y -= LEADING;
  }

  private void write(int indent, String text, int size) {
    for (String piece : pieces(text, (WIDTH - 2 * MARGIN - indent) * 1000 / size)) {
      if (y < MARGIN) {
        turnPage();
      }
      pages
          .get(pages.size() - 1)
          .append(
              String.format(
                  Locale.ROOT,
                  "BT /F1 %d Tf %d %d Td <%s> Tj ET\n",
                  size,
                  MARGIN + indent,
                  y,
                  HexFormat.of().withUpperCase().formatHex(piece.getBytes(UTF_16BE))));
      y -= size + 5;
    }
  }

  /** Breaks where the line is full; widths are those of the font's half and full characters. */
  private static List<String> pieces(String text, int room) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int used = 0;
    for (int c : text.codePoints().filter(PlainPdf::isShown).toArray()) {
      int width = c < 0x2000 ? 560 : 1000;
      if (used + width > room) {
        pieces.add(piece.toString());
        piece.setLength(0);
        used = 0;
      }
      piece.appendCodePoint(c);
      used += width;
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private static boolean isShown(int c) {
    return !Character.isISOControl(c);
  }

  private void turnPage() {
    pages.add(new StringBuilder());
    y = HEIGHT - MARGIN;
  }

  byte[] written() {
    List<String> objects = new ArrayList<>();
    StringBuilder kids = new StringBuilder();
    int firstPage = 6;
    for (int page = 0; page < pages.size(); page++) {
      kids.append(firstPage + 2 * page).append(" 0 R ");
    }
    objects.add("<< /Type /Catalog /Pages 2 0 R >>");
    objects.add("<< /Type /Pages /Count " + pages.size() + " /Kids [" + kids + "] >>");
    objects.add(
        "<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiKakuGo-W5-UniJIS-UTF16-H"
            + " /Encoding /UniJIS-UTF16-H /DescendantFonts [4 0 R] >>");
    // Latin letters (CID 1 to 632) are half as wide as the others.
    objects.add(
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiKakuGo-W5 /CIDSystemInfo"
            + " << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /DW 1000"
            + " /W [1 632 560] /FontDescriptor 5 0 R >>");
    objects.add(
        "<< /Type /FontDescriptor /FontName /HeiseiKakuGo-W5 /Flags 4 /FontBBox [-92 -250 1010 922]"
            + " /ItalicAngle 0 /Ascent 752 /Descent -221 /CapHeight 737 /StemV 114 >>");
    for (int page = 0; page < pages.size(); page++) {
      objects.add(
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
              .formatted(WIDTH, HEIGHT, firstPage + 2 * page + 1));
      String content = pages.get(page).toString();
      objects.add("<< /Length " + content.length() + " >>\nstream\n" + content + "endstream");
    }
    return file(objects);
  }

  private static byte[] file(List<String> objects) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Integer> offsets = new ArrayList<>();
    out.writeBytes("%PDF-1.5\n".getBytes(ISO_8859_1));
    for (int number = 1; number <= objects.size(); number++) {
      offsets.add(out.size());
      out.writeBytes(
          (number + " 0 obj\n" + objects.get(number - 1) + "\nendobj\n").getBytes(ISO_8859_1));
    }
    int start = out.size();
    StringBuilder end = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n");
    end.append("0000000000 65535 f \n");
    offsets.forEach(offset -> end.append(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
    end.append("trailer\n<< /Size ").append(objects.size() + 1).append(" /Root 1 0 R >>\n");
    end.append("startxref\n").append(start).append("\n%%EOF\n");
    out.writeBytes(end.toString().getBytes(ISO_8859_1));
    return out.toByteArray();
  }
}
