package org.cfptrace.it.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.cfptrace.it.Part;
import org.cfptrace.it.Platform;
import org.cfptrace.local.story.Chapter;
import org.junit.jupiter.api.Test;

/** Figures that pass from company to company; what is expected is worked out in the comments. */
class FiguresIT {

  private static final Platform PLATFORM = Platform.get();

  /** A 3; B 5 + 3 = 8; C 10 + 8 = 18. Each sees its own supplier's sum and nothing before it. */
  @Test
  void threeEightEighteen() {
    assertFigures("Kitakami Steel Works", "3", "3", 0);
    assertFigures("Suwa Battery", "5", "8", 1);
    assertFigures("Hama Motors", "10", "18", 1);
    Chapter car = chapter("Hama Motors");
    assertThat(car.sees().get(0).company()).isEqualTo("Suwa Battery");
    assertThat(new BigDecimal(car.sees().get(0).cumulative())).isEqualByComparingTo("8");
  }

  /**
   * A own 3.2 per kg. B own 1.1 and 2.5 kg of A: 1.1 + 2.5 × 3.2 = 1.1 + 8 = 9.1 a piece. C own 0.7
   * and 4 pieces of B: 0.7 + 4 × 9.1 = 0.7 + 36.4 = 37.1.
   */
  @Test
  void amountsMultiply() {
    Part coil = Part.of(Platform.A, "Coil of amounts", "kilogram").emitting("3.2");
    coil.declareTo(Platform.B);
    Part bracket =
        Part.of(Platform.B, "Bracket of amounts", "piece")
            .emitting("1.1")
            .madeOf(Part.line("coil", "2.5", "kilogram"))
            .from(0, coil, "1");
    bracket.declareTo(Platform.C);
    Part seat =
        Part.of(Platform.C, "Seat of amounts", "piece")
            .emitting("0.7")
            .madeOf(Part.line("bracket", "4", "piece"))
            .from(0, bracket, "1");

    assertThat(new BigDecimal(bracket.total())).isEqualByComparingTo("9.1");
    assertThat(new BigDecimal(seat.total())).isEqualByComparingTo("37.1");
    assertThat(seat.isComplete()).isTrue();
  }

  /**
   * Two mills: A 3 per kg for 30 %, A2 0.75 per kg for 70 %: 0.3 × 3 + 0.7 × 0.75 = 0.9 + 0.525 =
   * 1.425 per kg. A yield of 0.8 makes 1 kg net 1.25 kg gross: 1.25 × 1.425 = 1.78125. One terminal
   * line, 0.2 kg of paint at an estimated 2.5: 0.5. Own 5. Sum 7.28125.
   */
  @Test
  void yieldSharesAndAnEstimateAddUp() {
    Part coil = Part.of(Platform.A, "Coil of shares", "kilogram").emitting("3");
    Part billet = Part.of(Platform.A2, "Billet of shares", "kilogram").emitting("0.75");
    coil.declareTo(Platform.B);
    billet.declareTo(Platform.B);
    Part bracket =
        Part.of(Platform.B, "Bracket of shares", "piece")
            .emitting("5")
            .madeOf(
                Part.line("steel", "1", "kilogram").put("yield", "0.8"),
                Part.terminal("paint", "0.2", "kilogram", "2.5"))
            .from(0, coil, "0.3")
            .from(0, billet, "0.7");

    assertThat(new BigDecimal(bracket.total())).isEqualByComparingTo("7.28125");
    assertThat(bracket.isComplete()).isTrue();
  }

  /** Shares of 30 % alone leave 70 % unknown: the sum says so and is never taken for the whole. */
  @Test
  void aMissingShareMakesTheSumIncomplete() {
    Part coil = Part.of(Platform.A, "Coil of a third", "kilogram").emitting("3");
    coil.declareTo(Platform.B);
    Part bracket =
        Part.of(Platform.B, "Bracket of a third", "piece")
            .emitting("5")
            .madeOf(Part.line("steel", "1", "kilogram"))
            .from(0, coil, "0.3");

    assertThat(bracket.isComplete()).isFalse();
  }

  private static void assertFigures(String company, String own, String cumulative, int sees) {
    Chapter chapter = chapter(company);
    assertThat(new BigDecimal(chapter.own())).as(company).isEqualByComparingTo(own);
    assertThat(new BigDecimal(chapter.cumulative())).as(company).isEqualByComparingTo(cumulative);
    assertThat(chapter.complete()).as(company).isTrue();
    assertThat(chapter.sees()).as(company).hasSize(sees);
  }

  private static Chapter chapter(String company) {
    return PLATFORM.chapters().stream()
        .filter(chapter -> chapter.company().equals(company))
        .findFirst()
        .orElseThrow();
  }
}
