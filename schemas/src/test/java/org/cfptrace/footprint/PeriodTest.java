package org.cfptrace.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
  private static final Period YEAR = Period.ofYear(2026);

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 2026-12-31, true",
    "2025-04-01, 2027-03-31, true",
    "2026-01-02, 2026-12-31, false",
    "2026-01-01, 2026-12-30, false",
    "2025-01-01, 2025-12-31, false",
    "2027-01-01, 2027-12-31, false"
  })
  void coversAnotherWhereEveryDayOfThatLiesInIt(String from, String to, boolean doesCover) {
    assertThat(Period.of(from, to).covers(YEAR)).isEqualTo(doesCover);
  }
}
