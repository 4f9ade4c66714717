package org.cfptrace.paper;

import static org.apache.poi.ss.usermodel.HorizontalAlignment.RIGHT;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The styles of a workbook, each made when first asked for. */
final class CellStyles {
  /** The format of texts; a text to the right in it is a number that no double holds. */
  static final String TEXT = "@";

  static final String DAY = "yyyy-mm-dd";

  /** Day 0 of the calendar of spreadsheets, as it counts from 1 March 1900 on. */
  static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

  private final XSSFWorkbook book;
  private final XSSFFont bold;
  private final Map<String, XSSFCellStyle> made = new HashMap<>();

  CellStyles(XSSFWorkbook book) {
    this.book = book;
    this.bold = book.createFont();
    bold.setBold(true);
  }

  static long serial(LocalDate date) {
    return ChronoUnit.DAYS.between(EPOCH, date);
  }

  /**
   * The style of a text.
   *
   * @param quoted stays a text even when somebody edits the cell
   */
  XSSFCellStyle text(boolean isBold, boolean quoted) {
    return made.computeIfAbsent(
        "text " + isBold + quoted,
        key -> {
          XSSFCellStyle style = style("General");
          style.setWrapText(true);
          if (isBold) {
            style.setFont(bold);
          }
          if (quoted) {
            style.setQuotePrefixed(true);
          }
          return style;
        });
  }

  XSSFCellStyle number(int decimals) {
    String format = decimals == 0 ? "0" : "0." + "0".repeat(decimals);
    return made.computeIfAbsent(format, this::style);
  }

  XSSFCellStyle digits() {
    return made.computeIfAbsent(
        "digits",
        key -> {
          XSSFCellStyle style = style(TEXT);
          style.setAlignment(RIGHT);
          return style;
        });
  }

  XSSFCellStyle day() {
    return made.computeIfAbsent(DAY, this::style);
  }

  private XSSFCellStyle style(String format) {
    XSSFCellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    style.setVerticalAlignment(VerticalAlignment.TOP);
    return style;
  }
}
