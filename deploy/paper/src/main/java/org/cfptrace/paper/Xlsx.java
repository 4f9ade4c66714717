package org.cfptrace.paper;

import java.time.Instant;

/** Workbooks as XLSX. */
public final class Xlsx {
  private Xlsx() {}

  /** Writes a workbook; {@code asOf} is the only moment in it. */
  public static byte[] write(Workbook workbook, Instant asOf) {
    throw new UnsupportedOperationException("not yet: " + workbook.title() + asOf);
  }

  /** Reads a workbook back: texts, numbers with the decimals they show, days. */
  public static Workbook read(byte[] xlsx) {
    throw new UnsupportedOperationException("not yet: " + xlsx.length);
  }
}
