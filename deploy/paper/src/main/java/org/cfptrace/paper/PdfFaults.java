package org.cfptrace.paper;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.jspecify.annotations.Nullable;

/** Looks for what would keep somebody from reading a PDF as it was meant. */
final class PdfFaults {
  private static final int TAIL = 32;

  private final Set<String> faults = new LinkedHashSet<>();
  private final Set<Object> seen = new LinkedHashSet<>();

  private PdfFaults() {}

  static List<String> of(byte[] pdf) {
    var found = new PdfFaults();
    found.checkEnds(pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      found.checkPages(document);
    } catch (IOException e) {
      found.faults.add("not readable as a PDF: " + e.getMessage());
    }
    return List.copyOf(found.faults);
  }

  /** The reader mends what is cut off; another might not. */
  private void checkEnds(byte[] pdf) {
    if (!new String(pdf, 0, Math.min(5, pdf.length), ISO_8859_1).equals("%PDF-")) {
      faults.add("does not begin as a PDF");
    }
    int from = Math.max(0, pdf.length - TAIL);
    if (!new String(pdf, from, pdf.length - from, ISO_8859_1).stripTrailing().endsWith("%%EOF")) {
      faults.add("does not end as a PDF");
    }
  }

  private void checkPages(PDDocument document) throws IOException {
    if (document.getNumberOfPages() == 0) {
      faults.add("has no pages");
    }
    for (int page = 0; page < document.getNumberOfPages(); page++) {
      checkFonts(document.getPage(page).getResources(), page + 1);
    }
  }

  private void checkFonts(@Nullable PDResources resources, int page) throws IOException {
    if (resources == null || !seen.add(resources.getCOSObject())) {
      return;
    }
    for (COSName name : resources.getFontNames()) {
      PDFont font = resources.getFont(name);
      if (!font.isEmbedded()) {
        faults.add("page " + page + ": the font " + font.getName() + " is not embedded");
      }
    }
    for (COSName name : resources.getXObjectNames()) {
      PDXObject object = resources.getXObject(name);
      if (object instanceof PDFormXObject form) {
        checkFonts(form.getResources(), page);
      }
    }
  }
}
