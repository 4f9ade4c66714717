package org.cfptrace.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.footprint.DeclaredUnit.PIECE;
import static org.cfptrace.rollup.Trade.YEAR;
import static org.cfptrace.rollup.Trade.figure;

import java.util.List;
import org.cfptrace.footprint.Period;
import org.junit.jupiter.api.Test;

/** The roll-up is for 2025: its end is 2025-12-31, 36 months before that is 2022-12-31. */
class PeriodRuleTest {

  private static SourceFigure.Given ended(String day) {
    return figure(PIECE, "3").in(Period.of("2021-01-01", day)).given();
  }

  @Test
  void takesTheNewestFigureWhosePeriodHasEnded() {
    SourceFigure.Given of2024 = figure(PIECE, "3").in(Period.ofYear(2024)).given();
    SourceFigure.Given of2025 = figure(PIECE, "4").in(Period.ofYear(2025)).given();
    SourceFigure.Given of2026 = figure(PIECE, "5").in(Period.ofYear(2026)).given();

    assertThat(PeriodRule.newest(List.of(of2025, of2026, of2024), YEAR)).isEqualTo(of2025);
  }

  @Test
  void takesAFigureThatEndedExactly36MonthsBefore() {
    assertThat(PeriodRule.newest(List.of(ended("2022-12-31")), YEAR))
        .isEqualTo(ended("2022-12-31"));
  }

  @Test
  void leavesAGapWhereTheNewestIsADayOlder() {
    assertThat(PeriodRule.newest(List.of(ended("2022-12-30")), YEAR))
        .isEqualTo(new SourceFigure.Missing(LineState.PERIOD_GAP, ended("2022-12-30")));
  }

  @Test
  void leavesAGapWhereValidityEndsADayBeforeThePeriod() {
    SourceFigure.Given lapsed = figure(PIECE, "3").validUntil("2025-12-30").given();
    SourceFigure.Given lasting = figure(PIECE, "3").validUntil("2025-12-31").given();

    assertThat(PeriodRule.newest(List.of(lapsed), YEAR))
        .isEqualTo(new SourceFigure.Missing(LineState.PERIOD_GAP, lapsed));
    assertThat(PeriodRule.newest(List.of(lapsed, lasting), YEAR)).isEqualTo(lasting);
  }

  @Test
  void doesNotReachIntoTheFuture() {
    SourceFigure.Given of2026 = figure(PIECE, "5").in(Period.ofYear(2026)).given();

    assertThat(PeriodRule.newest(List.of(of2026), YEAR))
        .isEqualTo(new SourceFigure.Missing(LineState.PERIOD_GAP, of2026));
  }

  @Test
  void callsItAskedWhereNothingEverCame() {
    assertThat(PeriodRule.newest(List.of(), YEAR)).isEqualTo(SourceFigure.missing(LineState.ASKED));
  }

  @Test
  void picksTheSameOfEqualsWhateverTheirOrder() {
    SourceFigure.Given first = figure(PIECE, "3").called("aaa").given();
    SourceFigure.Given second = figure(PIECE, "4").called("bbb").given();

    assertThat(PeriodRule.newest(List.of(first, second), YEAR)).isEqualTo(second);
    assertThat(PeriodRule.newest(List.of(second, first), YEAR)).isEqualTo(second);
  }
}
