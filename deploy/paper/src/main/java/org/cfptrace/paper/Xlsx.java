package org.cfptrace.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Workbooks as XLSX. A number is the number that is shown: rounded to its decimals (half up). One
 * of more than 15 digits or 30 decimals, which a spreadsheet would falsify, stands as text. A day
 * outside the calendar of spreadsheets (1900-03-01 to 9999-12-31) stands as text too, as {@code
 * yyyy-MM-dd}.
 */
public final class Xlsx {
  private Xlsx() {}

  /**
   * Writes a workbook; {@code asOf} is the only moment in it.
   *
   * @throws IllegalArgumentException for two sheets of one name, a text beyond 32,767 characters or
   *     a sheet beyond 1,048,576 rows or 16,384 columns
   */
  public static byte[] write(Workbook workbook, Instant asOf) {
    var bytes = new ByteArrayOutputStream();
    try (var book = new XSSFWorkbook()) {
      describe(book, workbook.title(), asOf);
      var writer = new SheetWriter(book);
      workbook.sheets().forEach(writer::write);
      book.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return repacked(bytes.toByteArray(), asOf);
  }

  private static void describe(XSSFWorkbook book, String title, Instant asOf) {
    var properties = book.getProperties().getCoreProperties();
    properties.setTitle(title);
    properties.setCreator("CFP Trace");
    properties.setCreated(Optional.of(Date.from(asOf)));
    properties.setModified(Optional.of(Date.from(asOf)));
  }

  /** The same parts with {@code asOf} as their time, and without compression (see StoredZip). */
  private static byte[] repacked(byte[] xlsx, Instant asOf) {
    var out = new ByteArrayOutputStream();
    try (var parts = new ZipInputStream(new ByteArrayInputStream(xlsx));
        var zip = new StoredZip(out, asOf)) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        zip.add(part.getName(), parts.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * Reads a workbook back: texts, numbers with the decimals they show, days.
   *
   * @throws IllegalArgumentException for what is no XLSX
   */
  public static Workbook read(byte[] xlsx) {
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
      return SheetReader.read(book);
    } catch (IOException
        | POIXMLException
        | OpenXML4JRuntimeException
        | UnsupportedFileFormatException e) {
      throw new IllegalArgumentException("no XLSX: " + e.getMessage(), e);
    }
  }
}
