package org.cfptrace.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WrapTest {
  /** A sign of Japanese is 10 wide. */
  private static final Lettering TEN = new Lettering(false, 10);

  @Test
  void japaneseBreaksBetweenSigns() {
    assertThat(Wrap.lines("電池製造段階", 40, TEN)).containsExactly("電池製造", "段階");
  }

  @Test
  void noLineBeginsWithAClosingSignOrEndsWithAnOpeningOne() {
    assertThat(Wrap.lines("電池製造。段階", 40, TEN)).containsExactly("電池製", "造。段階");
    assertThat(Wrap.lines("電池製「造段」階", 40, TEN)).containsExactly("電池製", "「造段」", "階");
    assertThat(Wrap.lines("電池メーカー", 40, TEN)).containsExactly("電池メー", "カー");
    assertThat(Wrap.lines("電池データ", 30, TEN)).containsExactly("電池", "データ");
  }

  @Test
  void latinBreaksBetweenWords() {
    assertThat(Wrap.lines("one two three", TEN.width("one two "), TEN))
        .containsExactly("one two", "three");
  }

  @Test
  void aWordThatNoLineHoldsIsBrokenWhereItMust() {
    float width = TEN.width("xxxxx") + 0.01f;

    assertThat(Wrap.lines("a xxxxxxxxxxxxb c", width, TEN))
        .containsExactly("a", "xxxxx", "xxxxx", "xxb c");
  }

  @Test
  void aSignBeyondTheBasicPlaneStaysWhole() {
    assertThat(Wrap.lines("𠮷𠮷𠮷", 20, TEN)).containsExactly("𠮷𠮷", "𠮷");
    assertThat(Wrap.lines("𠮷𠮷", 1, TEN)).containsExactly("𠮷", "𠮷");
  }

  @Test
  void lineBreaksOfTheTextStay() {
    assertThat(Wrap.lines("a\n\nb", 100, TEN)).containsExactly("a", "", "b");
  }

  @Test
  void nothingIsLostButSpacesAndNoLineIsTooWide() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    String signs = "abc  def,.()12電池。「」ー𠮷é";
    int[] codePoints = signs.codePoints().toArray();
    for (int run = 0; run < 500; run++) {
      var text = new StringBuilder();
      for (int i = 0; i < 60; i++) {
        text.appendCodePoint(codePoints[random.nextInt(codePoints.length)]);
      }
      float width = 20 + random.nextInt(80);

      List<String> lines = Wrap.lines(text.toString(), width, TEN);

      assertThat(String.join("", lines).replace(" ", ""))
          .as("seed %d", seed)
          .isEqualTo(text.toString().replace(" ", ""));
      assertThat(lines).as("seed %d", seed).allMatch(line -> TEN.width(line) <= width + 0.01f);
    }
  }
}
