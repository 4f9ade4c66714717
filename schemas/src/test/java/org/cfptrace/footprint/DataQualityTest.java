package org.cfptrace.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DataQualityTest {

  @Test
  void ratesAProcessByTheMeanOfThreeRoundedUp() {
    assertThat(Representativeness.of("1", "2", "2").dqr()).isEqualByComparingTo("1.666666667");
    assertThat(Representativeness.of("1", "1.5", "2").dqr()).isEqualByComparingTo("1.5");
  }

  @Test
  void takesTheWorseOfTheProcessesForWhatIsNotSplit() {
    DataQuality quality =
        new DataQuality(
            QualityScale.ONE_TO_FIVE,
            Map.of(
                Stage.PRE, Representativeness.of("1", "3", "2"),
                Stage.MAIN, Representativeness.of("2", "1", "2")));

    assertThat(quality.of(Stage.UNSPLIT)).contains(Representativeness.of("2", "3", "2"));
    assertThat(quality.of(Stage.PRE)).contains(Representativeness.of("1", "3", "2"));
  }

  @Test
  void refusesARatingOutsideItsScale() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                DataQuality.same(QualityScale.ONE_TO_THREE, Representativeness.of("1", "1", "3.1")))
        .withMessageContaining("is outside ONE_TO_THREE");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> DataQuality.same(QualityScale.ONE_TO_FIVE, Representativeness.of("0", "1", "1")));
  }

  @Test
  void countsOwnDataAsPrimaryOnlyWhenActivityAndFactorAre() {
    assertThat(PrimaryDataShare.ofOwn(true, true)).isEqualTo(PrimaryDataShare.FULL);
    assertThat(PrimaryDataShare.ofOwn(true, false)).isEqualTo(PrimaryDataShare.NONE);
    assertThat(PrimaryDataShare.ofOwn(false, true)).isEqualTo(PrimaryDataShare.NONE);
    assertThatIllegalArgumentException().isThrownBy(() -> PrimaryDataShare.of("100.1"));
  }

  @Test
  void refusesAPeriodThatEndsBeforeItBegins() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Period.of("2026-01-01", "2025-12-31"))
        .withMessage("period ends 2025-12-31 before it begins 2026-01-01");
    assertThat(Period.ofYear(2024)).isEqualTo(Period.of("2024-01-01", "2024-12-31"));
  }
}
