package org.cfptrace.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class KgCo2eTest {

  @Test
  void equalsTheSameNumberHoweverItIsWritten() {
    assertThat(KgCo2e.of("1.50")).isEqualTo(KgCo2e.of("1.5")).hasSameHashCodeAs(KgCo2e.of("1.5"));
    assertThat(KgCo2e.of("0.00")).isEqualTo(KgCo2e.ZERO);
  }

  @Test
  void addsAndMultipliesExactly() {
    assertThat(KgCo2e.of("0.1").plus(KgCo2e.of("0.2"))).isEqualTo(KgCo2e.of("0.3"));
    assertThat(KgCo2e.of("0.000000001").times(new BigDecimal("0.000000001")).text())
        .isEqualTo("0.000000000000000001");
  }

  @Test
  void showsHundredsWithoutExponent() {
    assertThat(KgCo2e.of("100")).hasToString("100");
  }

  @Test
  void countsMicrograms() {
    assertThat(KgCo2e.ofMicrograms(3_141_592_653L)).isEqualTo(KgCo2e.of("3.141592653"));
  }

  @Test
  void refusesAnExponentThatWouldBecomeABillionDigits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KgCo2e(new BigDecimal("1e999999999")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KgCo2e(new BigDecimal("1e-999999999")));
  }
}
