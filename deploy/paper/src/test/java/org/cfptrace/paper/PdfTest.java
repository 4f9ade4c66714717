package org.cfptrace.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.cfptrace.paper.Document.Bar;
import org.cfptrace.paper.Document.Bars;
import org.cfptrace.paper.Document.Block;
import org.cfptrace.paper.Document.Code;
import org.cfptrace.paper.Document.Heading;
import org.cfptrace.paper.Document.Headline;
import org.cfptrace.paper.Document.Label;
import org.cfptrace.paper.Document.Labels;
import org.cfptrace.paper.Document.Notice;
import org.cfptrace.paper.Document.Paragraph;
import org.cfptrace.paper.Document.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfTest {
  private static final Instant AS_OF = Instant.parse("2026-11-27T06:20:30Z");

  private static final Document DECLARATION =
      document(
          new Notice("下書き: the method is a draft."),
          new Headline("Footprint 合計", "74.123", "kg CO₂e/kWh"),
          new Heading("1. 製造者"),
          new Labels(
              List.of(
                  new Label("Name 名称", "株式会社髙﨑𠮷野電池㈱"),
                  new Label("Mill", "Łódź Škoda Şirketi Ωμέγα"))),
          new Paragraph("第一段。"),
          new Table(
              List.of("部品", "kg CO₂e"),
              List.of(List.of("正極", "41.200"), List.of("控除", "-0.004167")),
              List.of(1)),
          new Bars(List.of(new Bar("負極", new BigDecimal("12.1"), "12.100 kg"))),
          new Code("https://example.com/x", "https://example.com/x"));

  @Test
  void theTextComesBackInReadingOrder() {
    assertThat(Pdf.text(Pdf.write(DECLARATION, AS_OF)).lines())
        .containsExactly(
            "申告書 Declaration",
            "下書き: the method is a draft.",
            "Footprint 合計",
            "74.123 kg CO₂e/kWh",
            "1. 製造者",
            "Name 名称 株式会社髙﨑𠮷野電池㈱",
            "Mill Łódź Škoda Şirketi Ωμέγα",
            "第一段。",
            "部品 kg CO₂e",
            "正極 41.200",
            "控除 -0.004167",
            "負極 12.100 kg",
            "https://example.com/x",
            "export 8f3a 1 / 1");
  }

  /** Many of these share their picture with a radical of the same form, another sign. */
  @Test
  void commonSignsComeBackAsThemselves() {
    String signs =
        "一二人入力口土大子小工日月木水火生用田白目石米糸自車金長門青非面革音風食首馬高魚黒鼻鋼鉄製品番号年値" + "あいうゃゅょがぎぱアイウァヴー々〆①②ⅡⅣ㌔㎏℃‰№";

    assertThat(textOf(new Paragraph(signs)).replace("\n", "")).contains(signs);
  }

  @Test
  void hasTitleLanguageAndNoOtherMomentThanAsOf() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(Pdf.write(DECLARATION, AS_OF))) {
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("申告書 Declaration");
      assertThat(pdf.getDocumentInformation().getCreationDate().toInstant()).isEqualTo(AS_OF);
      assertThat(pdf.getDocumentInformation().getModificationDate().toInstant()).isEqualTo(AS_OF);
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("ja");
    }
    var english = new Document("EU declaration of conformity", "", List.of());
    try (PDDocument pdf = Loader.loadPDF(Pdf.write(english, AS_OF))) {
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
    }
  }

  @Test
  void pagesAreA4AndNumbered() throws IOException {
    byte[] pdf = Pdf.write(document(paragraphs(120)), AS_OF);

    try (PDDocument read = Loader.loadPDF(pdf)) {
      assertThat(read.getNumberOfPages()).isEqualTo(4);
      for (PDPage page : read.getPages()) {
        assertThat(page.getMediaBox().toString()).isEqualTo(PDRectangle.A4.toString());
      }
    }
    assertThat(Pdf.text(pdf).lines().filter(line -> line.startsWith("export 8f3a")))
        .containsExactly(
            "export 8f3a 1 / 4", "export 8f3a 2 / 4", "export 8f3a 3 / 4", "export 8f3a 4 / 4");
  }

  @Test
  void aLongTableRepeatsItsHeadAndLosesNoRow() {
    List<List<String>> rows =
        IntStream.range(0, 200).mapToObj(i -> List.of("行 " + i, i + ".25")).toList();

    List<String> lines = textOf(new Table(List.of("名前", "kg"), rows, List.of(1))).lines().toList();

    long pages = lines.stream().filter(line -> line.startsWith("export")).count();
    assertThat(pages).isGreaterThan(3);
    assertThat(Collections.frequency(lines, "名前 kg")).isEqualTo((int) pages);
    assertThat(lines.stream().filter(line -> line.startsWith("行 ")))
        .containsExactlyElementsOf(
            IntStream.range(0, 200).mapToObj(i -> "行 " + i + " " + i + ".25").toList());
  }

  @Test
  void nothingIsLostInACellThatIsLongerThanAPage() {
    String words = String.join(" ", IntStream.range(0, 3000).mapToObj(i -> "w" + i).toList());

    for (Block block :
        List.of(
            new Table(List.of("a", "b"), List.of(List.of("x", words)), List.of()),
            new Labels(List.of(new Label("x", words))),
            new Notice(words),
            new Bars(List.of(new Bar(words, BigDecimal.ONE, "1"))))) {
      String text = textOf(block);
      assertThat(text.split("\\s+")).contains("w0", "w1499", "w2999");
      assertThat(IntStream.range(0, 3000).filter(i -> !text.contains("w" + i))).isEmpty();
    }
  }

  @Test
  void nothingStandsOutsideThePaper() throws IOException {
    String word = "x".repeat(400);
    byte[] pdf =
        Pdf.write(
            document(
                new Heading(word),
                new Paragraph("長".repeat(400)),
                new Notice(word),
                new Headline(word, word, word),
                new Labels(List.of(new Label(word, word))),
                new Table(
                    Collections.nCopies(14, word),
                    List.of(Collections.nCopies(14, word)),
                    List.of(3)),
                new Bars(List.of(new Bar(word, BigDecimal.TEN, word))),
                new Code("x".repeat(2000), word)),
            AS_OF);

    assertThat(PrintedPlaces.of(pdf))
        .allSatisfy(
            place -> {
              assertThat(place.left()).isGreaterThanOrEqualTo(56);
              assertThat(place.right()).isLessThanOrEqualTo(540);
              assertThat(place.fromTop()).isBetween(50f, 805f);
            });
  }

  /** However much stands before it: what it heads begins on the same page. */
  @Test
  void aHeadingStaysWithWhatItHeads() {
    String longText = "始めの行 " + "word ".repeat(150);
    List<Block> headed =
        List.of(
            new Paragraph("始めの行"),
            new Notice(longText),
            new Notice(longText.repeat(9)),
            new Headline("始めの行", "74.123", "kg"),
            new Labels(List.of(new Label("x", longText))),
            new Table(
                List.of("Head", "Head"), List.of(List.of("x", longText.repeat(2))), List.of()),
            new Bars(List.of(new Bar(longText, BigDecimal.ONE, "1"))),
            new Code("https://example.com/x", longText));
    for (Block block : headed) {
      int apart = 0;
      for (int lines = 10; lines < 49; lines++) {
        List<String> pages =
            Pdf.pages(
                Pdf.write(
                    document(new Paragraph("\n".repeat(lines)), new Heading("見出し"), block), AS_OF));
        apart += pages.get(0).contains("見出し") ? 0 : 1;

        assertThat(pages.stream().filter(page -> page.contains("見出し")))
            .as("%s after %d lines", block.getClass().getSimpleName(), lines)
            .singleElement()
            .asString()
            .contains("始めの行");
      }
      assertThat(apart).isPositive();
    }
  }

  @Test
  void numbersStandToTheRight() throws IOException {
    var table =
        new Table(List.of("a", "n"), List.of(List.of("7", "1"), List.of("8", "12345")), List.of(1));

    List<PrintedPlaces.Place> digits =
        PrintedPlaces.of(Pdf.write(new Document("t", "", List.of(table)), AS_OF)).stream()
            .filter(place -> place.text().equals("1") || place.text().equals("5"))
            .toList();

    // The lone 1, the 1 and the 5 of 12345, the 1s of the page's number.
    assertThat(digits).extracting(PrintedPlaces.Place::text).startsWith("1", "1", "5");
    assertThat(digits.get(2).right()).isCloseTo(digits.get(0).right(), within(0.1f));
    assertThat(digits.get(1).right()).isLessThan(digits.get(0).right() - 10);
  }

  @Test
  void allFontsAreEmbeddedAsSubsets() throws IOException {
    byte[] pdf = Pdf.write(DECLARATION, AS_OF);

    assertThat(Pdf.faults(pdf)).isEmpty();
    assertThat(pdf.length).isLessThan(100_000);
    try (PDDocument read = Loader.loadPDF(pdf)) {
      var resources = read.getPage(0).getResources();
      for (var name : resources.getFontNames()) {
        PDFont font = resources.getFont(name);
        assertThat(font.isEmbedded()).isTrue();
        assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSans(JP)?-(Regular|Bold|.*)");
      }
    }
  }

  @Test
  void theSameBytesAgainInEveryTimeZoneLanguageAndThread() throws Exception {
    byte[] first = Pdf.write(DECLARATION, AS_OF);
    TimeZone before = TimeZone.getDefault();
    Locale language = Locale.getDefault();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      List<Callable<byte[]>> writings =
          Collections.nCopies(12, () -> Pdf.write(DECLARATION, AS_OF));
      for (Future<byte[]> written : threads.invokeAll(writings)) {
        assertThat(written.get()).isEqualTo(first);
      }
    } finally {
      threads.shutdownNow();
      TimeZone.setDefault(before);
      Locale.setDefault(language);
    }
    assertThat(Pdf.write(DECLARATION, AS_OF.plusSeconds(1))).isNotEqualTo(first);
  }

  /**
   * Changes only where what is printed is meant to change, or with another version of a library.
   */
  @Test
  void theBytesAreTheSameOnEveryMachine() throws NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Pdf.write(DECLARATION, AS_OF));

    assertThat(HexFormat.of().formatHex(digest))
        .isEqualTo("79ed817884c9d7f8e3b296f203e8fc714b67d9bf82967364fee0a9e970b799fb");
  }

  @ParameterizedTest
  @CsvSource({
    "'a\u0000b\u001Bc\u0085d', abcd",
    "'a\u202Eb\u200Bc\uFEFFd\u00ADe', abcde",
    "'tab\tbed', tab bed",
    "'か\u3099e\u0301', がé",
    "'葛\uDB40\uDD00城', 葛城",
    "'神\uFA19', 神\uFA19",
    "'⽇⾞ 日', '日車 日'",
    "'o\uFB03ce', office"
  })
  void signsThatSteerOrHideFallOutAndMarksJoinTheirLetters(String text, String shown) {
    assertThat(Pdf.legible(text)).isEqualTo(shown);
    assertThat(textOf(new Paragraph(text)).lines().skip(1).findFirst()).contains(shown);
  }

  @Test
  void whatNoFontHasIsShownAsSuchAndSaid() {
    String text = textOf(new Labels(List.of(new Label("Name", "한국 x\uD83D\uDE00y \uD800z"))));

    assertThat(text).contains("Name " + Pdf.legible("한국 x\uD83D\uDE00y \uD800z") + "\n");
    assertThat(text).contains("Name \uFFFD\uFFFD x\uFFFDy \uFFFDz\n");
    assertThat(text).contains("\uFFFD: a character that this document's fonts do not have");
    assertThat(textOf(new Paragraph("日本"))).doesNotContain("\uFFFD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n"})
  void emptyTextsAreNoFault(String text) {
    byte[] pdf =
        Pdf.write(
            new Document(
                text,
                text,
                List.of(
                    new Heading(text),
                    new Paragraph(text),
                    new Notice(text),
                    new Headline(text, text, text),
                    new Labels(List.of(new Label(text, text))),
                    new Table(List.of(text), List.of(List.of(text)), List.of(0)),
                    new Table(List.of(), List.of(), List.of()),
                    new Bars(List.of(new Bar(text, BigDecimal.ZERO, text))),
                    new Bars(List.of()))),
            AS_OF);

    assertThat(Pdf.faults(pdf)).isEmpty();
    assertThat(Pdf.text(pdf)).contains("1 / 1");
  }

  @Test
  void refusesMoreThanAQrCodeHolds() {
    Document document = document(new Code("x".repeat(2400), "too long"));

    assertThatThrownBy(() -> Pdf.write(document, AS_OF))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no QR code holds 2400 characters");
  }

  private static String textOf(Block block) {
    return Pdf.text(Pdf.write(document(block), AS_OF));
  }

  private static Block[] paragraphs(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Paragraph("行 " + i)).toArray(Block[]::new);
  }

  private static Document document(Block... blocks) {
    return new Document("申告書 Declaration", "export 8f3a", List.of(blocks));
  }
}
