package org.cfptrace.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UnitConversionTest {

  private static final MassPerUnit THREE_KILOGRAMS = MassPerUnit.of("3");

  @ParameterizedTest
  @CsvSource({
    "CUBIC_METER,LITER,1000,1",
    "LITER,CUBIC_METER,1,1000",
    "KILOWATT_HOUR,MEGAJOULE,3.6,1",
    "MEGAJOULE,KILOWATT_HOUR,1,3.6"
  })
  void isExactInsideADimension(DeclaredUnit from, DeclaredUnit to, String up, String down) {
    assertThat(UnitConversion.factor(from, to, null))
        .contains(new Fraction(new BigDecimal(up), new BigDecimal(down)));
  }

  @Test
  void goesBetweenPiecesAndKilogramsThroughTheMassOfAPiece() {
    assertThat(UnitConversion.factor(DeclaredUnit.PIECE, DeclaredUnit.KILOGRAM, THREE_KILOGRAMS))
        .contains(Fraction.of(new BigDecimal("3")));
    assertThat(UnitConversion.factor(DeclaredUnit.KILOGRAM, DeclaredUnit.PIECE, THREE_KILOGRAMS))
        .contains(new Fraction(BigDecimal.ONE, new BigDecimal("3")));
  }

  @Test
  void doesNotGoBetweenPiecesAndKilogramsWithoutAMass() {
    assertThat(UnitConversion.factor(DeclaredUnit.PIECE, DeclaredUnit.KILOGRAM, null)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void neverCrossesDimensionsOtherwise(DeclaredUnit from) {
    Set<DeclaredUnit> weighed = EnumSet.of(DeclaredUnit.PIECE, DeclaredUnit.KILOGRAM);
    for (DeclaredUnit to : DeclaredUnit.values()) {
      boolean possible =
          from.dimension() == to.dimension() || (weighed.contains(from) && weighed.contains(to));
      assertThat(UnitConversion.factor(from, to, THREE_KILOGRAMS).isPresent())
          .as("%s to %s", from, to)
          .isEqualTo(possible);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsAUnitAsItIs(DeclaredUnit unit) {
    assertThat(UnitConversion.factor(unit, unit, null)).contains(Fraction.ONE);
  }

  @Test
  void addsThirdsExactly() {
    Fraction third = new Fraction(BigDecimal.ONE, new BigDecimal("3"));
    Fraction seventh = new Fraction(BigDecimal.ONE, new BigDecimal("7"));

    assertThat(third.plus(third).plus(third).rounded(18, RoundingMode.UNNECESSARY))
        .isEqualByComparingTo("1");
    assertThat(third.plus(seventh).rounded(6, RoundingMode.HALF_EVEN))
        .isEqualByComparingTo("0.476190");
    assertThat(third.inverse()).isEqualTo(Fraction.of(new BigDecimal("3")));
  }

  /** 75 kWh, class M1 (60 cycles a year), 8 years: 36,000 kWh delivered. */
  @Test
  void leadsFromCapacityToEnergyDeliveredOnlyThroughTheLifeOfTheBattery() {
    assertThat(new BatteryCapacity(new BigDecimal("75")).overLife(60, 8))
        .isEqualTo(new EnergyDelivered(new BigDecimal("36000")));
  }
}
