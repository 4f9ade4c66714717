package org.cfptrace.paper;

import static java.time.ZoneOffset.UTC;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.text.PDFTextStripper;

/** Documents as PDF with all fonts embedded, Japanese ones too. Safe for use by many threads. */
public final class Pdf {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(UTC);

  /** The fonts are shared. */
  private static final Object FONTS = new Object();

  private Pdf() {}

  /**
   * Writes a document; {@code asOf} is the only moment in it. A sign that no font of ours has is
   * shown as {@code U+FFFD}, and the document says so at its end.
   *
   * @throws IllegalArgumentException for more than a QR code can hold
   */
  public static byte[] write(Document document, Instant asOf) {
    synchronized (FONTS) {
      try (var pdf = new PDDocument()) {
        var legible = new Legible();
        var pages = new Pages(pdf, legible.of(document.footer()));
        new DocumentPrinter(pages, legible).print(document);
        pages.finish();
        describe(pdf, legible.of(document.title()), asOf);
        return saved(pdf);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void describe(PDDocument pdf, String title, Instant asOf) {
    PDDocumentInformation information = pdf.getDocumentInformation();
    information.setTitle(title);
    information.setCreator("CFP Trace");
    information.getCOSObject().setString(COSName.CREATION_DATE, MOMENT.format(asOf));
    information.getCOSObject().setString(COSName.MOD_DATE, MOMENT.format(asOf));
    pdf.setDocumentId(asOf.toEpochMilli());
    pdf.getDocumentCatalog().setLanguage(isJapanese(title) ? "ja" : "en");
    var preferences = new PDViewerPreferences(pdf.getDocumentCatalog().getCOSObject());
    preferences.setDisplayDocTitle(true);
    pdf.getDocumentCatalog().setViewerPreferences(preferences);
  }

  private static boolean isJapanese(String title) {
    return title.codePoints().anyMatch(c -> c >= 0x3040);
  }

  /** The subsets of the fonts are made by the first saving. */
  private static byte[] saved(PDDocument pdf) throws IOException {
    pdf.save(OutputStream.nullOutputStream(), CompressParameters.NO_COMPRESSION);
    Streams.compress(pdf.getDocument().getTrailer());
    var out = new ByteArrayOutputStream();
    pdf.save(out, CompressParameters.NO_COMPRESSION);
    return out.toByteArray();
  }

  /**
   * A text as a document prints it: without signs that steer or hide, marks joined to their
   * letters, and {@code U+FFFD} for a sign that no font of ours has. Who looks for a text of
   * somebody's in a document looks for this.
   */
  public static String legible(String text) {
    synchronized (FONTS) {
      return new Legible().of(text);
    }
  }

  /**
   * The text of all pages, in reading order.
   *
   * @throws IllegalArgumentException for what is no PDF
   */
  public static String text(byte[] pdf) {
    return String.join("", pages(pdf));
  }

  /**
   * The text of each page, in reading order.
   *
   * @throws IllegalArgumentException for what is no PDF
   */
  public static List<String> pages(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      var stripper = new PDFTextStripper();
      stripper.setLineSeparator("\n");
      stripper.setPageEnd("\n");
      List<String> pages = new ArrayList<>();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(document));
      }
      return List.copyOf(pages);
    } catch (IOException e) {
      throw new IllegalArgumentException("no PDF: " + e.getMessage(), e);
    }
  }

  /** What is wrong with a file as a PDF: not readable, a font that is not embedded. */
  public static List<String> faults(byte[] pdf) {
    return PdfFaults.of(pdf);
  }
}
