package org.cfptrace.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.footprint.DeclaredUnit.PIECE;
import static org.cfptrace.rollup.Trade.YEAR;
import static org.cfptrace.rollup.Trade.figure;

import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.Period;
import org.cfptrace.rollup.ToldFigures.Standing;
import org.cfptrace.rollup.ToldFigures.Told;
import org.junit.jupiter.api.Test;

/** Which of a supplier's declarations counts, and what is said where none does. */
class ToldFiguresTest {
  private static final SourceFigure.Given OF_2024 =
      figure(PIECE, "3").in(Period.ofYear(2024)).given();
  private static final SourceFigure.Given OF_2025 =
      figure(PIECE, "4").in(Period.ofYear(2025)).given();

  @Test
  void theLastWordOfThePeriodCounts() {
    assertThat(told(told(Standing.ACTIVE, OF_2025), told(Standing.ACTIVE, OF_2024)))
        .isEqualTo(OF_2025);
  }

  @Test
  void whatIsKeptBackIsWithheldAndNoOlderFigureStandsInForIt() {
    assertThat(told(told(Standing.KEPT_BACK, OF_2025), told(Standing.ACTIVE, OF_2024)))
        .isInstanceOfSatisfying(
            SourceFigure.Missing.class,
            missing -> assertThat(missing.state()).isEqualTo(LineState.WITHHELD));
  }

  @Test
  void theLastKnownFigureIsShownBesideWhatIsKeptBackOrRecalled() {
    assertThat(told(told(Standing.KEPT_BACK, OF_2025)))
        .isEqualTo(new SourceFigure.Missing(LineState.WITHHELD, OF_2025));
    assertThat(told(told(Standing.RECALLED, OF_2025)))
        .isEqualTo(new SourceFigure.Missing(LineState.RECALLED, OF_2025));
  }

  @Test
  void aFigureThatWasNeverShownIsWithheldWithNothingBeside() {
    Told shownWithoutNumber =
        new Told(OF_2025.period(), OF_2025.validUntil(), Standing.ACTIVE, Optional.empty());

    assertThat(told(shownWithoutNumber)).isEqualTo(SourceFigure.missing(LineState.WITHHELD));
  }

  private static SourceFigure told(Told... latestFirst) {
    return new ToldFigures(false, false, false, List.of(latestFirst)).forPeriod(YEAR);
  }

  private static Told told(Standing standing, SourceFigure.Given figure) {
    return new Told(figure.period(), figure.validUntil(), standing, Optional.of(figure));
  }
}
