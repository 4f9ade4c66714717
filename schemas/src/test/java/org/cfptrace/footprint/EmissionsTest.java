package org.cfptrace.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cfptrace.footprint.EmissionAccount.AIRCRAFT;
import static org.cfptrace.footprint.EmissionAccount.BIOGENIC_NON_CO2;
import static org.cfptrace.footprint.EmissionAccount.BIOGENIC_UPTAKE;
import static org.cfptrace.footprint.EmissionAccount.FOSSIL;
import static org.cfptrace.footprint.EmissionAccount.LAND_MANAGEMENT_EMISSIONS;
import static org.cfptrace.footprint.EmissionAccount.LAND_MANAGEMENT_REMOVALS;
import static org.cfptrace.footprint.EmissionAccount.LAND_USE_CHANGE;
import static org.cfptrace.footprint.Stage.MAIN;
import static org.cfptrace.footprint.Stage.PRE;
import static org.cfptrace.footprint.Stage.UNSPLIT;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EmissionsTest {

  /** A 10, C 1, D −4, E 2, F 0.5, G −0.25, H 0.125. */
  private static final Emissions ALL_ACCOUNTS =
      Emissions.of(PRE, FOSSIL, KgCo2e.of("7"))
          .and(MAIN, FOSSIL, KgCo2e.of("3"))
          .and(PRE, BIOGENIC_NON_CO2, KgCo2e.of("1"))
          .and(PRE, BIOGENIC_UPTAKE, KgCo2e.of("-4"))
          .and(PRE, LAND_USE_CHANGE, KgCo2e.of("2"))
          .and(PRE, LAND_MANAGEMENT_EMISSIONS, KgCo2e.of("0.5"))
          .and(MAIN, LAND_MANAGEMENT_REMOVALS, KgCo2e.of("-0.25"))
          .and(MAIN, AIRCRAFT, KgCo2e.of("0.125"));

  @Test
  void haveTwoTotalsThatDifferByTheBiogenicUptake() {
    assertThat(ALL_ACCOUNTS.inclBiogenicUptake()).isEqualTo(KgCo2e.of("9.375"));
    assertThat(ALL_ACCOUNTS.exclBiogenicUptake()).isEqualTo(KgCo2e.of("13.375"));
  }

  @Test
  void areGrossLessRemovalsLessUptake() {
    assertThat(ALL_ACCOUNTS.gross()).isEqualTo(KgCo2e.of("13.625"));
    assertThat(ALL_ACCOUNTS.removals()).isEqualTo(KgCo2e.of("0.25"));
    assertThat(ALL_ACCOUNTS.uptake()).isEqualTo(KgCo2e.of("4"));
  }

  @Test
  void addUpOverStages() {
    assertThat(ALL_ACCOUNTS.in(FOSSIL)).isEqualTo(KgCo2e.of("10"));
    assertThat(ALL_ACCOUNTS.inStage(MAIN).inclBiogenicUptake()).isEqualTo(KgCo2e.of("2.875"));
    assertThat(ALL_ACCOUNTS.inStage(PRE).plus(ALL_ACCOUNTS.inStage(MAIN))).isEqualTo(ALL_ACCOUNTS);
  }

  @Test
  void multiplyExactly() {
    assertThat(ALL_ACCOUNTS.times(new BigDecimal("0.1")).at(PRE, BIOGENIC_UPTAKE))
        .isEqualTo(KgCo2e.of("-0.4"));
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "FOSSIL",
        "BIOGENIC_NON_CO2",
        "LAND_USE_CHANGE",
        "LAND_MANAGEMENT_EMISSIONS",
        "AIRCRAFT",
        "UNSPLIT_EMISSIONS"
      })
  void refuseANegativeEmission(EmissionAccount account) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Emissions.of(MAIN, account, KgCo2e.of("-1")))
        .withMessage("main/" + account.jsonName() + " may not be negative, is -1");
  }

  @ParameterizedTest
  @EnumSource(names = {"BIOGENIC_UPTAKE", "LAND_MANAGEMENT_REMOVALS", "UNSPLIT_REMOVALS"})
  void refuseAPositiveRemoval(EmissionAccount account) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Emissions.of(MAIN, account, KgCo2e.of("1")))
        .withMessage("main/" + account.jsonName() + " may not be positive, is 1");
  }

  @Test
  void leaveZeroCellsOut() {
    assertThat(Emissions.of(MAIN, FOSSIL, KgCo2e.ZERO)).isEqualTo(Emissions.NONE);
  }

  @Test
  void keepTheUptakeApartWhenOnlyTotalsAreKnown() {
    Emissions unsplit = Emissions.ofTotals(CommittedTotals.of(ALL_ACCOUNTS));

    assertThat(unsplit.hasUnsplit()).isTrue();
    assertThat(unsplit.at(UNSPLIT, BIOGENIC_UPTAKE)).isEqualTo(KgCo2e.of("-4"));
    assertThat(unsplit.gross()).isEqualTo(ALL_ACCOUNTS.gross());
    assertThat(unsplit.removals()).isEqualTo(ALL_ACCOUNTS.removals());
    assertThat(unsplit.inclBiogenicUptake()).isEqualTo(KgCo2e.of("9.375"));
    assertThat(ALL_ACCOUNTS.hasUnsplit()).isFalse();
  }

  @Test
  void cannotBeChangedThroughTheirCells() {
    assertThatThrownBy(() -> ALL_ACCOUNTS.cells().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "A,fossil,FOSSIL",
    "C,biogenicNonCO2,BIOGENIC_NON_CO2",
    "D,biogenicUptake,BIOGENIC_UPTAKE",
    "E,landUseChange,LAND_USE_CHANGE",
    "F,landManagementEmissions,LAND_MANAGEMENT_EMISSIONS",
    "G,landManagementRemovals,LAND_MANAGEMENT_REMOVALS",
    "H,aircraft,AIRCRAFT"
  })
  void bookAccountsByLetterOrName(String letter, String name, EmissionAccount account) {
    assertThat(EmissionAccount.of(letter)).isEqualTo(account);
    assertThat(EmissionAccount.of(name)).isEqualTo(account);
  }

  @Test
  void knowNoOtherAccountsAndStages() {
    assertThatIllegalArgumentException().isThrownBy(() -> EmissionAccount.of("B"));
    assertThatIllegalArgumentException().isThrownBy(() -> Stage.of("use"));
  }
}
