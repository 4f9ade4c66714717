package org.cfptrace.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeclaredUnitTest {

  @ParameterizedTest
  @CsvSource({
    "LITER,liter,liter,liter",
    "KILOGRAM,kilogram,kilogram,kilogram",
    "CUBIC_METER,cubic-meter,cubic meter,cubic-meter",
    "KILOWATT_HOUR,kilowatt-hour,kilowatt hour,kilowatt-hour",
    "MEGAJOULE,megajoule,megajoule,megajoule",
    "TON_KILOMETER,ton-kilometer,ton kilometer,ton-kilometer",
    "SQUARE_METER,square-meter,square meter,square-meter",
    "PIECE,piece,piece,unit",
    "HOUR,hour,hour,",
    "MEGABIT_SECOND,megabit-second,megabit second,"
  })
  void hasThreeSpellingsInOneTable(DeclaredUnit unit, String ours, String catenaX, String ouranos) {
    assertThat(unit.text()).isEqualTo(ours);
    assertThat(unit.catenaX()).isEqualTo(catenaX);
    assertThat(unit.ouranos()).isEqualTo(Optional.ofNullable(ouranos));
  }

  @ParameterizedTest
  @EnumSource
  void isReadInAnyOfItsSpellings(DeclaredUnit unit) {
    assertThat(DeclaredUnit.of(unit.text())).isEqualTo(unit);
    assertThat(DeclaredUnit.ofAnySpelling(unit.text())).isEqualTo(unit);
    assertThat(DeclaredUnit.ofAnySpelling(unit.catenaX())).isEqualTo(unit);
    assertThat(DeclaredUnit.ofAnySpelling(unit.name())).isEqualTo(unit);
    unit.ouranos().ifPresent(text -> assertThat(DeclaredUnit.ofAnySpelling(text)).isEqualTo(unit));
  }

  @Test
  void isWrittenPerUnitForOuranos() {
    assertThat(DeclaredUnit.PIECE.ouranosEmission()).contains("kgCO2e/unit");
    assertThat(DeclaredUnit.HOUR.ouranosEmission()).isEmpty();
  }

  @Test
  void namesTheKnownUnitsWhenItMeetsAnUnknownOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DeclaredUnit.of("furlong"))
        .withMessage(
            "unknown unit \"furlong\", known are liter, kilogram, cubic-meter, kilowatt-hour,"
                + " megajoule, ton-kilometer, square-meter, piece, hour, megabit-second");
  }

  @Test
  void refusesOtherSpellingsWhereOursIsAskedFor() {
    assertThatIllegalArgumentException().isThrownBy(() -> DeclaredUnit.of("unit"));
    assertThatIllegalArgumentException().isThrownBy(() -> DeclaredUnit.of("KILOGRAM"));
  }
}
