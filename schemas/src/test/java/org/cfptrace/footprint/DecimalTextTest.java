package org.cfptrace.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "3", "0.000000001", "9999999999.999999999", "1.50"})
  void readsPlainDecimals(String text) {
    assertThat(DecimalText.parse(text)).isEqualByComparingTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " 1",
        "1 ",
        "1\n",
        "+1",
        "-1",
        "01",
        ".5",
        "5.",
        "1e400",
        "1E2",
        "1,5",
        "0x1",
        "NaN",
        "Infinity",
        "10000000000",
        "0.0000000001",
        "１",
        "٣"
      })
  void refusesEverythingElse(String text) {
    assertThat(DecimalText.isNotNegative(text)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> DecimalText.parse(text));
  }

  @Test
  void refusesTheExponentBeforeMakingANumberOfIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DecimalText.parse("1e400"))
        .withMessage(
            "expected a decimal without sign with at most 10 digits before and 9 after the point,"
                + " got \"1e400\"");
  }

  @Test
  void readsASignOnlyWhereNegativeNumbersAreAllowed() {
    assertThat(DecimalText.parseSigned("-0.5")).isEqualByComparingTo("-0.5");
    assertThatIllegalArgumentException().isThrownBy(() -> DecimalText.parseSigned("--1"));
  }

  @Test
  void writesWithoutExponentAndTrailingZeros() {
    assertThat(DecimalText.write(new BigDecimal("1E+3"))).isEqualTo("1000");
    assertThat(DecimalText.write(new BigDecimal("-2.500"))).isEqualTo("-2.5");
    assertThat(DecimalText.write(new BigDecimal("0.000"))).isEqualTo("0");
  }

  @Test
  void refusesToWriteWhatItCouldNotRead() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DecimalText.write(new BigDecimal("0.0000000001")))
        .withMessage("has more than 10 digits before or 9 after the point: 0.0000000001");
  }

  @Test
  void shortensLongTextInItsMessage() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DecimalText.parse("9".repeat(100_000)))
        .withMessageContaining("9".repeat(40) + "…");
  }
}
