package org.cfptrace.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;

class PdfFaultsTest {
  private static final byte[] SOUND =
      Pdf.write(new Document("t", "f", List.of()), Instant.parse("2026-11-27T06:20:30Z"));

  @Test
  void aSoundFileHasNoFaults() {
    assertThat(Pdf.faults(SOUND)).isEmpty();
  }

  @Test
  void findsWhatIsNoPdf() {
    assertThat(Pdf.faults("<html>%%EOF".getBytes(UTF_8)))
        .hasSize(2)
        .first()
        .isEqualTo("does not begin as a PDF");
    assertThat(Pdf.faults(new byte[0])).last().asString().startsWith("not readable as a PDF: ");
    assertThatThrownBy(() -> Pdf.text("<html>".getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no PDF: ");
  }

  @Test
  void findsAFileThatIsCutOff() {
    assertThat(Pdf.faults(Arrays.copyOf(SOUND, SOUND.length - 10)))
        .contains("does not end as a PDF");
  }

  @Test
  void findsADocumentWithoutPages() throws IOException {
    try (var document = new PDDocument()) {
      assertThat(Pdf.faults(saved(document))).containsExactly("has no pages");
    }
  }

  @Test
  void findsAFontThatIsNotEmbedded() throws IOException {
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      var page = new PDPage();
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), 10);
        content.showText("x");
        content.endText();
      }

      assertThat(Pdf.faults(saved(document)))
          .containsExactly("page 2: the font Helvetica is not embedded");
    }
  }

  @Test
  void findsAFontThatIsNotEmbeddedWithinAPicture() throws IOException {
    try (var document = new PDDocument()) {
      var resources = new PDResources();
      resources.add(new PDType1Font(FontName.COURIER));
      var picture = new PDFormXObject(document);
      picture.setResources(resources);
      picture.setBBox(PDRectangle.A6);
      var page = new PDPage();
      page.setResources(new PDResources());
      page.getResources().add(picture);
      document.addPage(page);

      assertThat(Pdf.faults(saved(document)))
          .containsExactly("page 1: the font Courier is not embedded");
    }
  }

  private static byte[] saved(PDDocument document) throws IOException {
    var out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }
}
