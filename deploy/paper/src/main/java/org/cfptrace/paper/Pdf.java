package org.cfptrace.paper;

import java.time.Instant;
import java.util.List;

/** Documents as PDF with all fonts embedded, Japanese ones too. */
public final class Pdf {
  private Pdf() {}

  /** Writes a document; {@code asOf} is the only moment in it. */
  public static byte[] write(Document document, Instant asOf) {
    throw new UnsupportedOperationException("not yet: " + document.title() + asOf);
  }

  /** The text of all pages, in reading order. */
  public static String text(byte[] pdf) {
    throw new UnsupportedOperationException("not yet: " + pdf.length);
  }

  /** What is wrong with a file as a PDF: not readable, a font that is not embedded. */
  public static List<String> faults(byte[] pdf) {
    throw new UnsupportedOperationException("not yet: " + pdf.length);
  }
}
