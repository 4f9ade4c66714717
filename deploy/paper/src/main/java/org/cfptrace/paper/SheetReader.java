package org.cfptrace.paper;

import static java.math.RoundingMode.HALF_UP;
import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Reads a workbook of POI back into ours. */
final class SheetReader {
  private SheetReader() {}

  static Workbook read(XSSFWorkbook book) {
    @Nullable String title = book.getProperties().getCoreProperties().getTitle();
    List<Workbook.Sheet> sheets =
        IntStream.range(0, book.getNumberOfSheets())
            .mapToObj(book::getSheetAt)
            .map(SheetReader::sheet)
            .toList();
    return new Workbook(requireNonNullElse(title, ""), sheets);
  }

  private static Workbook.Sheet sheet(XSSFSheet sheet) {
    List<List<Workbook.Cell>> rows =
        IntStream.rangeClosed(0, sheet.getLastRowNum())
            .mapToObj(r -> row(sheet.getRow(r)))
            .toList();
    return new Workbook.Sheet(sheet.getSheetName(), rows);
  }

  private static List<Workbook.Cell> row(@Nullable XSSFRow row) {
    if (row == null) {
      return List.of();
    }
    List<Workbook.Cell> cells = new ArrayList<>();
    for (int c = 0; c < row.getLastCellNum(); c++) {
      @Nullable XSSFCell cell = row.getCell(c);
      cells.add(cell == null ? Workbook.Cell.EMPTY : cell(cell));
    }
    return cells;
  }

  private static Workbook.Cell cell(XSSFCell cell) {
    if (cell.getCellType() != CellType.NUMERIC) {
      return text(cell);
    }
    String format = cell.getCellStyle().getDataFormatString();
    var value = new BigDecimal(cell.getCTCell().getV());
    if (format.equals(CellStyles.DAY)) {
      return new Workbook.Day(CellStyles.EPOCH.plusDays(value.longValue()));
    }
    int decimals =
        format.matches("0|0\\.0+") ? Math.max(0, format.length() - 2) : Math.max(0, value.scale());
    return new Workbook.Number(value.setScale(decimals, HALF_UP), decimals);
  }

  /** A formula is read as its text, behind an equals sign. */
  private static Workbook.Cell text(XSSFCell cell) {
    String text =
        cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : cell.toString();
    if (cell.getCellType() == CellType.FORMULA) {
      return new Workbook.Text("=" + text);
    }
    if (cell.getCellStyle().getAlignment() == HorizontalAlignment.RIGHT
        && cell.getCellStyle().getDataFormatString().equals(CellStyles.TEXT)) {
      var value = new BigDecimal(text);
      return new Workbook.Number(value, value.scale());
    }
    return cell.getCellStyle().getFont().getBold()
        ? new Workbook.Title(text)
        : new Workbook.Text(text);
  }
}
