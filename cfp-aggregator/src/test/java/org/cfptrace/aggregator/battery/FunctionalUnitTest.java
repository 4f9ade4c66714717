package org.cfptrace.aggregator.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cfptrace.aggregator.battery.Batteries.DRAFT;
import static org.cfptrace.aggregator.battery.Batteries.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.cfptrace.aggregator.battery.FunctionalUnit.YearsFrom;
import org.cfptrace.footprint.EnergyDelivered;
import org.cfptrace.footprint.KgCo2e;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionalUnitTest {

  /** 75 kWh × 60 × years; 160,000 km are 8 years, 100,000 km are 5, 150,000 km are 7.5. */
  @ParameterizedTest
  @CsvSource({
    "8, 160000, 36000, WARRANTY_YEARS",
    "8, 100000, 22500, WARRANTY_KILOMETRES",
    "8, 150000, 33750, WARRANTY_KILOMETRES",
    "6, 160000, 27000, WARRANTY_YEARS"
  })
  void takesTheShorterOfYearsAndKilometres(
      String years, String kilometres, String energy, YearsFrom from) {
    FunctionalUnit unit = unit(model(Warranty.of(years, kilometres)));

    assertThat(unit.energyDelivered()).isEqualTo(new EnergyDelivered(new BigDecimal(energy)));
    assertThat(unit.yearsFrom()).isEqualTo(from);
    assertThat(unit.draft()).isTrue();
  }

  @Test
  void countsFiveYearsWithoutAWarranty() {
    FunctionalUnit unit = unit(model(Warranty.NONE));

    assertThat(unit.energyDelivered()).isEqualTo(new EnergyDelivered(new BigDecimal("22500")));
    assertThat(unit.yearsFrom()).isEqualTo(YearsFrom.NO_WARRANTY);
  }

  /** 400 kWh × 250 × 500,000 ÷ 60,000 years, which do not end: 833,333.333… kWh. */
  @Test
  void keepsYearsThatDoNotEndExact() {
    FunctionalUnit unit =
        unit(
            model(
                "400",
                Optional.of(VehicleCategory.N3),
                Warranty.of("10", "500000"),
                Optional.empty()));

    assertThat(unit.energyDelivered())
        .isEqualTo(new EnergyDelivered(new BigDecimal("833333.333333333")));
    assertThat(unit.perKwhDelivered(KgCo2e.of("25000")).rounded(9)).isEqualByComparingTo("0.03");
  }

  @Test
  void takesTheManufacturersOwnCyclesWhereNoRuleHasANumber() {
    BatteryModel bus = model("75", Optional.empty(), years("8"), Optional.empty());
    BatteryModel perYear =
        model(
            "75",
            Optional.empty(),
            years("8"),
            Optional.of(
                new DeclaredCycles(new BigDecimal("40"), DeclaredCycles.Per.YEAR, "measured")));
    BatteryModel perLife =
        model(
            "75",
            Optional.empty(),
            Warranty.NONE,
            Optional.of(
                new DeclaredCycles(new BigDecimal("6000"), DeclaredCycles.Per.LIFE, "tested")));

    assertThat(FunctionalUnit.of(bus, DRAFT)).isEmpty();
    assertThat(unit(perYear).energyDelivered())
        .isEqualTo(new EnergyDelivered(new BigDecimal("24000")));
    assertThat(unit(perLife).energyDelivered())
        .isEqualTo(new EnergyDelivered(new BigDecimal("450000")));
    assertThat(unit(perLife).years()).isEmpty();
  }

  /** A warranty in kilometres might be the shorter one; without a number nobody knows. */
  @Test
  void isNotKnownWhereKilometresCannotBecomeYears() {
    BatteryModel motorcycle =
        model("10", Optional.of(VehicleCategory.L), Warranty.of("8", "50000"), Optional.empty());

    assertThat(FunctionalUnit.of(motorcycle, DRAFT)).isEmpty();
  }

  @Test
  void isNoDraftOnceTheActAndAllItsNumbersAreInForce() {
    FunctionalUnitRules act = Batteries.rules("act", Optional.of(LocalDate.parse("2027-01-01")));

    assertThat(FunctionalUnit.of(model(Warranty.of("8", "160000")), act))
        .hasValueSatisfying(unit -> assertThat(unit.draft()).isFalse());
  }

  /** 72.9 kg per kWh of capacity are 72.9 ÷ (60 × 8) = 0.151875 kg per kWh delivered. */
  @Test
  void leadsFromAKilowattHourOfCapacityToOneDelivered() {
    FunctionalUnit unit = unit(model(years("8")));

    assertThat(unit.perKwhDelivered(new PerKwhCapacity(new BigDecimal("72.9"))).rounded(9))
        .isEqualByComparingTo("0.151875");
  }

  @Test
  void refusesAWarrantyOfNothingAndCyclesWithoutTheirReason() {
    assertThatIllegalArgumentException().isThrownBy(() -> Warranty.of("0", "100000"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeclaredCycles(new BigDecimal("40"), DeclaredCycles.Per.YEAR, " "));
  }

  private static Warranty years(String years) {
    return new Warranty(Optional.of(new BigDecimal(years)), Optional.empty());
  }

  private static FunctionalUnit unit(BatteryModel model) {
    return FunctionalUnit.of(model, DRAFT).orElseThrow();
  }
}
