package org.cfptrace.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FractionTest {
  @Test
  void equalNumbersAreEqualOnceReduced() {
    assertThat(fraction("0.3", "0.12").reduced()).isEqualTo(fraction("5", "2"));
    assertThat(fraction("-3000", "1200").reduced()).isEqualTo(fraction("-5", "2"));
    assertThat(fraction("0", "0.7").reduced()).isEqualTo(Fraction.ZERO);
    assertThat(fraction("1E+3", "1E-2").reduced()).isEqualTo(fraction("100000", "1"));
  }

  @Test
  void whatDoesNotReduceStays() {
    assertThat(fraction("7", "3").reduced()).isEqualTo(fraction("7", "3"));
  }

  private static Fraction fraction(String numerator, String denominator) {
    return new Fraction(new BigDecimal(numerator), new BigDecimal(denominator));
  }
}
