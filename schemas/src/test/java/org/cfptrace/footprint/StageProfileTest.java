package org.cfptrace.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cfptrace.footprint.EmissionAccount.END_OF_LIFE_CREDIT;
import static org.cfptrace.footprint.StageProfile.CATENA_X;
import static org.cfptrace.footprint.StageProfile.EU_BATTERY;
import static org.cfptrace.footprint.StageProfile.OURANOS;
import static org.cfptrace.footprint.SystemBoundary.CRADLE_TO_GATE;
import static org.cfptrace.footprint.SystemBoundary.CRADLE_TO_GRAVE;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StageProfileTest {

  @ParameterizedTest
  @CsvSource({
    "PRE, PRE, RAW_MATERIAL, PRODUCTION",
    "MAIN, MAIN, RAW_MATERIAL, PRODUCTION",
    "RAW_MATERIAL, PRE, RAW_MATERIAL, PRODUCTION",
    "MAIN_PRODUCTION, MAIN, MAIN_PRODUCTION, PRODUCTION",
    "DISTRIBUTION, UNSPLIT, RAW_MATERIAL, PRODUCTION",
    "PRODUCTION, UNSPLIT, RAW_MATERIAL, PRODUCTION",
    "PACKAGING, UNSPLIT, RAW_MATERIAL, PRODUCTION",
    "TRANSPORT, UNSPLIT, RAW_MATERIAL, PRODUCTION",
    "UNSPLIT, UNSPLIT, UNSPLIT, UNSPLIT"
  })
  void leadsEachStageOfAPartToOneOfTheProduct(
      Stage ofPart, Stage ouranos, Stage battery, Stage catenaX) {
    assertThat(OURANOS.stageFor(ofPart)).isEqualTo(ouranos);
    assertThat(EU_BATTERY.stageFor(ofPart)).isEqualTo(battery);
    assertThat(CATENA_X.stageFor(ofPart)).isEqualTo(catenaX);
  }

  @ParameterizedTest
  @EnumSource(StageProfile.class)
  void takesUpEveryStageButTheEndOfAPartsLife(StageProfile profile) {
    for (Stage stage : Stage.values()) {
      assertThat(profile.takesUp(stage)).as(stage.jsonName()).isEqualTo(stage != Stage.END_OF_LIFE);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> profile.stageFor(Stage.END_OF_LIFE))
        .withMessage("endOfLife of a part is never inherited");
  }

  /** Otherwise what is inherited could not be stated. */
  @ParameterizedTest
  @EnumSource(StageProfile.class)
  void leadsOnlyToStagesOfItsOwn(StageProfile profile) {
    for (Stage stage : Stage.values()) {
      if (profile.takesUp(stage)) {
        assertThat(profile.has(profile.stageFor(stage))).as(stage.jsonName()).isTrue();
      }
    }
  }

  @Test
  void isKnownByItsStages() {
    assertThat(StageProfile.having(Set.of())).contains(OURANOS);
    assertThat(StageProfile.having(List.of(Stage.PRE, Stage.UNSPLIT))).contains(OURANOS);
    assertThat(StageProfile.having(List.of(Stage.END_OF_LIFE))).contains(EU_BATTERY);
    assertThat(StageProfile.having(List.of(Stage.PACKAGING))).contains(CATENA_X);
    assertThat(StageProfile.having(List.of(Stage.PRE, Stage.RAW_MATERIAL))).isEmpty();
  }

  @Test
  void letsABatteryReachFurtherThanItsParts() {
    assertThat(EU_BATTERY.boundaryOfParts(CRADLE_TO_GRAVE)).isEqualTo(CRADLE_TO_GATE);
    assertThat(EU_BATTERY.boundaryOfParts(CRADLE_TO_GATE)).isEqualTo(CRADLE_TO_GATE);
    assertThat(OURANOS.boundaryOfParts(CRADLE_TO_GRAVE)).isEqualTo(CRADLE_TO_GRAVE);
    assertThat(CRADLE_TO_GATE.reaches(Stage.END_OF_LIFE)).isFalse();
    assertThat(CRADLE_TO_GATE.reaches(Stage.DISTRIBUTION)).isTrue();
    assertThat(CRADLE_TO_GRAVE.reaches(Stage.END_OF_LIFE)).isTrue();
  }

  @Test
  void booksCreditsAtTheEndOfLifeAlone() {
    Emissions credit = Emissions.of(Stage.END_OF_LIFE, END_OF_LIFE_CREDIT, KgCo2e.of("-150"));

    assertThat(credit.removals()).isEqualTo(KgCo2e.of("150"));
    assertThat(credit.uptake()).isEqualTo(KgCo2e.ZERO);
    assertThat(credit.exclBiogenicUptake()).isEqualTo(KgCo2e.of("-150"));
    assertThat(CommittedTotals.of(credit)).isEqualTo(new CommittedTotals(0, 150_000_000_000L, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Cell(Stage.RAW_MATERIAL, END_OF_LIFE_CREDIT))
        .withMessage("nothing is booked in account endOfLifeCredit of stage rawMaterial");
  }
}
