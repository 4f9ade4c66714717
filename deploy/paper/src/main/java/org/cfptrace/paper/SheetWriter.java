package org.cfptrace.paper;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/** Writes sheets into a workbook of POI. */
final class SheetWriter {
  /** A decimal of so many digits comes back from a double as it went in. */
  private static final int EXACT_DIGITS = 15;

  private static final int MOST_DECIMALS = 30;
  private static final int NARROWEST = 8;
  private static final int WIDEST = 60;
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private final XSSFWorkbook book;
  private final CellStyles styles;

  SheetWriter(XSSFWorkbook book) {
    this.book = book;
    this.styles = new CellStyles(book);
  }

  void write(Workbook.Sheet content) {
    XSSFSheet sheet = book.createSheet(content.name());
    List<List<Workbook.Cell>> rows = content.rows();
    for (int r = 0; r < rows.size(); r++) {
      XSSFRow row = sheet.createRow(r);
      for (int c = 0; c < rows.get(r).size(); c++) {
        fill(row.createCell(c), rows.get(r).get(c));
      }
    }
    if (!rows.isEmpty() && isHead(rows.get(0))) {
      sheet.createFreezePane(0, 1);
    }
    setWidths(sheet, rows);
    setPrinting(sheet);
  }

  private static boolean isHead(List<Workbook.Cell> row) {
    return !row.isEmpty() && row.stream().allMatch(Workbook.Title.class::isInstance);
  }

  private void fill(XSSFCell cell, Workbook.Cell content) {
    if (content instanceof Workbook.Text text) {
      fillText(cell, text.text(), false);
    } else if (content instanceof Workbook.Title title) {
      fillText(cell, title.text(), true);
    } else if (content instanceof Workbook.Number number) {
      fillNumber(cell, number.value().setScale(number.decimals(), HALF_UP));
    } else if (content instanceof Workbook.Day day) {
      fillDay(cell, day.date());
    }
  }

  private void fillText(XSSFCell cell, String text, boolean bold) {
    cell.setCellStyle(styles.text(bold, CellText.isLikeFormula(text)));
    if (!text.isEmpty()) {
      cell.setCellValue(CellText.written(text));
    }
  }

  /** Sets the digits themselves: what Java makes of a double differs from version to version. */
  private void fillNumber(XSSFCell cell, BigDecimal shown) {
    if (shown.precision() > EXACT_DIGITS || shown.scale() > MOST_DECIMALS) {
      cell.setCellStyle(styles.digits());
      cell.setCellValue(shown.toPlainString());
    } else {
      cell.setCellStyle(styles.number(shown.scale()));
      cell.getCTCell().setT(STCellType.N);
      cell.getCTCell().setV(shown.toPlainString());
    }
  }

  private void fillDay(XSSFCell cell, LocalDate date) {
    if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
      fillText(cell, date.toString(), false);
    } else {
      cell.setCellStyle(styles.day());
      cell.getCTCell().setT(STCellType.N);
      cell.getCTCell().setV(Long.toString(CellStyles.serial(date)));
    }
  }

  private static void setWidths(XSSFSheet sheet, List<List<Workbook.Cell>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    for (int c = 0; c < columns; c++) {
      int column = c;
      int widest =
          rows.stream()
              .filter(row -> row.size() > column)
              .mapToInt(row -> CellText.width(row.get(column)))
              .max()
              .orElse(0);
      sheet.setColumnWidth(c, 256 * Math.max(NARROWEST, Math.min(WIDEST, widest + 2)));
    }
  }

  /** A4 across, as wide as the paper, as long as it needs. */
  private static void setPrinting(XSSFSheet sheet) {
    sheet.setFitToPage(true);
    PrintSetup print = sheet.getPrintSetup();
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    print.setLandscape(true);
    print.setFitWidth((short) 1);
    print.setFitHeight((short) 0);
  }
}
