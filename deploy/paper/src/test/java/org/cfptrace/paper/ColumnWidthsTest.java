package org.cfptrace.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cfptrace.paper.ColumnWidths.Wish;
import org.junit.jupiter.api.Test;

class ColumnWidthsTest {
  @Test
  void whatIsLeftIsShared() {
    assertThat(ColumnWidths.divided(List.of(new Wish(10, 20), new Wish(30, 40)), 100))
        .containsExactly(40f, 60f);
  }

  @Test
  void whereLinesMustBreakTheLongOnesBreak() {
    assertThat(ColumnWidths.divided(List.of(new Wish(20, 20), new Wish(10, 190)), 100))
        .containsExactly(20f, 80f);
  }

  @Test
  void whereWordsMustBreakTheNarrowColumnsKeepTheirWidth() {
    assertThat(
            ColumnWidths.divided(
                List.of(new Wish(20, 20), new Wish(500, 500), new Wish(90, 900)), 100))
        .containsExactly(20f, 40f, 40f);
  }

  @Test
  void noColumnsNeedNoWidth() {
    assertThat(ColumnWidths.divided(List.of(), 100)).isEmpty();
  }
}
