package org.cfptrace.aggregator.disclose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.cfptrace.paper.Document;
import org.cfptrace.paper.Document.Block;
import org.cfptrace.paper.Document.Label;
import org.cfptrace.paper.Document.Labels;
import org.cfptrace.paper.Document.Paragraph;
import org.cfptrace.paper.Pdf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text of somebody's is found in a document however it is written and wherever it is broken. */
class PrintedPagesTest {
  private static final String ADDRESS =
      "〒432-8056 日本国 静岡県浜松市中央区砂山町三百二十五番地の六 浜名電池本社ビルディング北館 Building North, 12th floor";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "葛\uDB40\uDD00城電池", // the form of the first sign is chosen by a selector
        "か\u3099くせい カ\u3099ス", // as macOS takes names apart
        "浜名\u200D電池\u200B",
        "Hama\u00ADna",
        "浜名🔋電池",
        "⽇本電池 日本", // the radical looks like the character
        "o\uFB03ce 金\uFA0A",
        "カ\u309A髙﨑𠮷野㈱ ｶﾞｽ",
        "浜名\u3000電池\u00A0K.K.",
        "한국"
      })
  void aNameAsPeopleWriteItIsFound(String name) {
    PrintedPages pages = printed(new Labels(List.of(new Label("Name 日本", name))));

    assertThat(pages.hold(name)).isTrue();
    assertThat(pages.hold(name + "x")).isFalse();
  }

  @Test
  void whatNoFontHasStandsForItselfAlone() {
    PrintedPages pages = printed(new Paragraph("浜名🔋電池 5700"));

    assertThat(pages.hold("浜名電池")).isFalse();
    assertThat(pages.hold("浜松🔋電池")).isFalse();
    assertThat(pages.hold("5701")).isFalse();
  }

  @Test
  void anAddressOverTheEndOfAPageIsFoundWhereverItIsBroken() {
    int broken = 0;
    for (int lines = 40; lines < 52; lines++) {
      Document document =
          document(new Paragraph("\n".repeat(lines) + "Made at"), new Paragraph(ADDRESS));
      byte[] pdf = Pdf.write(document, Instant.EPOCH);
      String whole = ADDRESS.replace(" ", "");
      boolean isBroken =
          Pdf.pages(pdf).stream().noneMatch(page -> page.replaceAll("\\s", "").contains(whole));
      broken += isBroken ? 1 : 0;

      assertThat(PrintedPages.of(pdf).hold(ADDRESS)).as("after %d lines", lines).isTrue();
      assertThat(PrintedPages.of(pdf).hold(ADDRESS + " B")).isFalse();
    }
    assertThat(broken).isPositive();
  }

  @Test
  void aFigureIsNotPutTogetherOutOfTwoPages() {
    PrintedPages pages =
        printed(new Paragraph("kg 570"), new Paragraph("\n".repeat(80)), new Paragraph("0 km"));

    assertThat(pages.count()).isEqualTo(2);
    assertThat(pages.hold("5700")).isFalse();
    assertThat(pages.hold("kg 570 0 km")).isTrue();
  }

  @Test
  void aTextOfOnlyHiddenSignsNeedsNoPlace() {
    assertThat(printed().hold("\u200B\uFE0F ")).isTrue();
  }

  @Test
  void whateverIsPrintedIsFound() {
    long seed = 20261127L;
    Random random = new Random(seed);
    int[] alphabet =
        ("aZ19 -,.()/é\u0301\u3099\u309Aかガカ゛ｶﾞ日⽇本葛\uDB40\uDD00城🔋👩\u200D🏭髙𠮷ﬁ\u00A0\u3000\u00AD\n"
                + "\u202E\uFE0Fー々。、「」한")
            .codePoints()
            .toArray();
    for (int round = 0; round < 60; round++) {
      StringBuilder text = new StringBuilder();
      int length = 1 + random.nextInt(400);
      for (int i = 0; i < length; i++) {
        text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
      }
      PrintedPages pages =
          printed(
              new Paragraph("\n".repeat(random.nextInt(60))),
              new Labels(List.of(new Label("日本", text.toString()))));

      assertThat(pages.hold(text.toString()))
          .as("seed %d, round %d: %s", seed, round, text)
          .isTrue();
    }
  }

  private static PrintedPages printed(Block... blocks) {
    return PrintedPages.of(Pdf.write(document(blocks), Instant.EPOCH));
  }

  private static Document document(Block... blocks) {
    return new Document("Declaration", "export 8f3a", List.of(blocks));
  }
}
