package org.cfptrace.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cfptrace.footprint.EmissionAccount.AIRCRAFT;
import static org.cfptrace.footprint.EmissionAccount.BIOGENIC_UPTAKE;
import static org.cfptrace.footprint.EmissionAccount.FOSSIL;
import static org.cfptrace.footprint.EmissionAccount.LAND_MANAGEMENT_REMOVALS;
import static org.cfptrace.footprint.Stage.MAIN;
import static org.cfptrace.footprint.Stage.PRE;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeclaredEmissionsTest {

  private static KgCo2e exact(String value) {
    return new KgCo2e(new BigDecimal(value));
  }

  @Test
  void roundEmissionsUpAndRemovalsAndUptakeDownToTheMicrogram() {
    Emissions emissions =
        Emissions.of(PRE, FOSSIL, exact("1.0000000001"))
            .and(MAIN, LAND_MANAGEMENT_REMOVALS, exact("-0.0000000019"))
            .and(MAIN, BIOGENIC_UPTAKE, exact("-0.0000000029"));

    assertThat(CommittedTotals.of(emissions)).isEqualTo(new CommittedTotals(1_000_000_001, 1, 2));
  }

  @Test
  void stateTwoTotalsThatFollowFromTheThree() {
    CommittedTotals totals = new CommittedTotals(10_000_000_000L, 2_000_000_000L, 500_000_000L);

    assertThat(totals.exclBiogenicUptake()).isEqualTo(KgCo2e.of("8"));
    assertThat(totals.inclBiogenicUptake()).isEqualTo(KgCo2e.of("7.5"));
  }

  /**
   * Cells 0.6, 1.7 and 0.4 µg: down 0, 1, 0; their sum 2.7 is stated as 3; the largest gets 2 more.
   */
  @Test
  void giveTheRestToTheLargestCell() {
    Emissions emissions =
        Emissions.of(PRE, FOSSIL, exact("0.0000000006"))
            .and(MAIN, FOSSIL, exact("0.0000000017"))
            .and(MAIN, AIRCRAFT, exact("0.0000000004"));

    DeclaredEmissions declared = DeclaredEmissions.of(emissions);

    assertThat(declared.totals()).isEqualTo(new CommittedTotals(3, 0, 0));
    assertThat(declared.cells()).isEqualTo(Emissions.of(MAIN, FOSSIL, KgCo2e.of("0.000000003")));
  }

  @Test
  void giveTheRestToTheFirstOfEqualCells() {
    Emissions emissions =
        Emissions.of(MAIN, FOSSIL, exact("1.0000000005")).and(PRE, FOSSIL, exact("1.0000000005"));

    assertThat(DeclaredEmissions.of(emissions).cells())
        .isEqualTo(
            Emissions.of(PRE, FOSSIL, KgCo2e.of("1.000000001")).and(MAIN, FOSSIL, KgCo2e.of("1")));
  }

  @Test
  void leaveWholeMicrogramsAsTheyAre() {
    Emissions emissions = Emissions.of(MAIN, FOSSIL, KgCo2e.of("3.141592653"));

    assertThat(DeclaredEmissions.of(emissions).cells()).isEqualTo(emissions);
  }

  @Test
  void stateNothingAsThreeZeros() {
    assertThat(DeclaredEmissions.of(Emissions.NONE).totals())
        .isEqualTo(new CommittedTotals(0, 0, 0));
  }

  @Test
  void addUpExactlyWhateverTheCellsAre() {
    long seed = 20_261_123L;
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      Emissions exact = randomEmissions(random);

      DeclaredEmissions declared = DeclaredEmissions.of(exact);

      String run = "seed " + seed + ", round " + round;
      assertThat(declared.cells().gross()).as(run).isEqualTo(declared.totals().gross());
      assertThat(declared.cells().removals()).as(run).isEqualTo(declared.totals().removals());
      assertThat(declared.cells().uptake()).as(run).isEqualTo(declared.totals().uptake());
      KgCo2e raise = declared.cells().inclBiogenicUptake().minus(exact.inclBiogenicUptake());
      assertThat(raise).as(run).isBetween(KgCo2e.ZERO, KgCo2e.of("0.000000003"));
    }
  }

  @Test
  void holdTheLargestAmountBelowTwoToThe63Micrograms() {
    Emissions largest =
        Emissions.of(MAIN, FOSSIL, new KgCo2e(new BigDecimal("9223372036.854775807")));

    assertThat(CommittedTotals.of(largest).grossMicrograms()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void refuseTwoToThe63Micrograms() {
    Emissions tooLarge =
        Emissions.of(MAIN, FOSSIL, new KgCo2e(new BigDecimal("9223372036.8547758071")));

    assertThatExceptionOfType(AmountTooLargeException.class)
        .isThrownBy(() -> CommittedTotals.of(tooLarge))
        .withMessageStartingWith("AMOUNT_TOO_LARGE: 9223372036.8547758071 kgCO2e");
  }

  @Test
  void refuseCellsThatDoNotAddUpToTheirTotals() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new DeclaredEmissions(
                    Emissions.of(MAIN, FOSSIL, KgCo2e.of("1")),
                    new CommittedTotals(1_000_000_001, 0, 0)));
  }

  private static Emissions randomEmissions(Random random) {
    Emissions emissions = Emissions.NONE;
    for (EmissionAccount account : EmissionAccount.values()) {
      for (Stage stage : Stage.values()) {
        if (stage.takes(account) && random.nextInt(3) > 0) {
          BigDecimal size = new BigDecimal(new BigInteger(60, random), 18);
          BigDecimal signed = account.isEmission() ? size : size.negate();
          emissions = emissions.and(stage, account, new KgCo2e(signed));
        }
      }
    }
    return emissions;
  }
}
