package org.cfptrace.aggregator.disclose.cbam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.cfptrace.aggregator.disclose.ExportFile;

/** Reads files by other means than those that wrote them. */
final class Reading {
  private Reading() {}

  static ExportFile file(List<ExportFile> files, String name) {
    return files.stream().filter(file -> file.name().equals(name)).findFirst().orElseThrow();
  }

  static JsonNode json(List<ExportFile> files, String name) {
    try {
      return new ObjectMapper().readTree(file(files, name).bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String pdf(List<ExportFile> files) {
    try (PDDocument document = Loader.loadPDF(file(files, "operators-summary.pdf").bytes())) {
      return new PDFTextStripper().getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cells of a sheet as a person sees them. */
  static List<List<String>> sheet(List<ExportFile> files, String name) {
    DataFormatter shown = new DataFormatter(Locale.ROOT);
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(file(files, "operators-summary.xlsx").bytes()))) {
      List<List<String>> rows = new ArrayList<>();
      for (Row row : workbook.getSheet(name)) {
        List<String> cells = new ArrayList<>();
        row.forEach(cell -> cells.add(shown.formatCellValue(cell)));
        rows.add(cells);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> sheets(List<ExportFile> files) {
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(file(files, "operators-summary.xlsx").bytes()))) {
      List<String> names = new ArrayList<>();
      workbook.forEach(sheet -> names.add(sheet.getSheetName()));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many formulas the workbook holds. */
  static long formulas(List<ExportFile> files) {
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(file(files, "operators-summary.xlsx").bytes()))) {
      long formulas = 0;
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            formulas += cell.getCellType() == CellType.FORMULA ? 1 : 0;
          }
        }
      }
      return formulas;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The row of {@code Summary_Communication} for a CN code. */
  static List<String> communication(List<ExportFile> files, String cn) {
    return sheet(files, "Summary_Communication").stream()
        .filter(row -> row.size() > 2 && row.get(2).equals(cn))
        .findFirst()
        .orElseThrow();
  }

  /** The good of item 4 for a CN code. */
  static JsonNode good(List<ExportFile> files, String cn) {
    for (JsonNode good :
        json(files, "operators-summary.json").path("items").path("goods").path("goods")) {
      if (good.path("cn").asText().equals(cn)) {
        return good;
      }
    }
    throw new AssertionError("no good " + cn);
  }

  /** The only emissions record of a CN code, as its text stands in the file. */
  static JsonNode record(List<ExportFile> files, String cn) {
    for (JsonNode good : json(files, "catena-x-cbam.json").path("good")) {
      if (good.path("cnCode").asText().equals(cn)) {
        return good.at("/operator/0/installation/0/emissionsRecords/0");
      }
    }
    throw new AssertionError("no good " + cn);
  }
}
