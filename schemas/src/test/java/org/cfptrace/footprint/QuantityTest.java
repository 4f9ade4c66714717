package org.cfptrace.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest
  @ValueSource(strings = {"tonne", "t", "Tonne", "metric-ton"})
  void takesTonnesAsKilograms(String tonne) {
    assertThat(Quantity.ofInput("2.5", tonne))
        .isEqualTo(Quantity.of("2500", DeclaredUnit.KILOGRAM))
        .hasToString("2500 kilogram");
  }

  @Test
  void keepsOtherUnitsAsTheyAre() {
    assertThat(Quantity.ofInput("4", "unit")).isEqualTo(Quantity.of("4", DeclaredUnit.PIECE));
  }

  @Test
  void refusesNegativeAmountsAndUnknownUnits() {
    assertThatIllegalArgumentException().isThrownBy(() -> Quantity.ofInput("-1", "kilogram"));
    assertThatIllegalArgumentException().isThrownBy(() -> Quantity.ofInput("1", "stone"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Quantity(new BigDecimal("-1"), DeclaredUnit.KILOGRAM))
        .withMessage("an amount may not be negative: -1 kilogram");
  }

  @Test
  void refusesAMassOfNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MassPerUnit.of("0"))
        .withMessage("the mass of a piece must be above 0 kilogram, is 0");
  }

  @Test
  void refusesSharesAndYieldsOutsideTheirRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Share.of("1.1"))
        .withMessage("a share lies between 0 and 1, got 1.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Yield.of("0"))
        .withMessage("a yield is above 0 and at most 1, got 0");
    assertThatIllegalArgumentException().isThrownBy(() -> Yield.of("1.000000001"));
    assertThat(Yield.of("1.0")).isEqualTo(Yield.FULL);
  }
}
