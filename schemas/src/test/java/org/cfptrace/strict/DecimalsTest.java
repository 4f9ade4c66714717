package org.cfptrace.strict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cfptrace.strict.MalformedException.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decimals have one spelling coming in and one going out. */
class DecimalsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "0.0", "7", "10", "0.5", "1.50", "0.000000001", "9999999999.999999999"})
  void readsTenDigitsBeforeThePointAndNineAfterIt(String text) {
    assertThat(Decimals.notNegative(text)).isEqualTo(new BigDecimal(text));
    assertThat(Decimals.signed(text)).isEqualTo(new BigDecimal(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-7", "-0.5", "-0.000000001", "-9999999999.999999999"})
  void readsAMinusOnlyWhereNegativesAreAllowed(String text) {
    assertThat(Decimals.signed(text)).isEqualTo(new BigDecimal(text));
    refused(
        () -> Decimals.notNegative(text),
        "expected a decimal like 12.5 with at most 10 + 9 digits");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        ".",
        "-.5",
        "5.",
        "00",
        "-01",
        "1-",
        "--1",
        "1_000",
        "1.5\n",
        "1d",
        "٣",
        "10000000000",
        "-10000000000",
        "0.0000000000",
        "1e400"
      })
  void refusesEveryOtherSpelling(String text) {
    refused(
        () -> Decimals.signed(text), "expected a decimal like -12.5 with at most 10 + 9 digits");
    refused(
        () -> Decimals.notNegative(text),
        "expected a decimal like 12.5 with at most 10 + 9 digits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0", "-0.0", "-0.000000000"})
  void zeroHasNoSign(String text) {
    refused(() -> Decimals.signed(text), "zero has no sign");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "0.000,0",
    "2.500,2.5",
    "-2.50,-2.5",
    "1E+3,1000",
    "100,100",
    "1E-9,0.000000001",
    "9999999999.999999999,9999999999.999999999"
  })
  void writesWithoutExponentAndTrailingZeros(BigDecimal value, String text) {
    assertThat(Decimals.write(value)).isEqualTo(text);
    assertThat(Decimals.signed(text)).isEqualByComparingTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0000000014,UP,0.000000002",
    "0.0000000016,DOWN,0.000000001",
    "-0.0000000014,UP,-0.000000002",
    "0.0000000015,HALF_EVEN,0.000000002",
    "0.0000000025,HALF_EVEN,0.000000002",
    "-0.0000000004,DOWN,0",
    "3,UP,3"
  })
  void roundsToNineDecimalsAsTold(BigDecimal value, RoundingMode rounding, String text) {
    assertThat(Decimals.write(value, rounding)).isEqualTo(text);
  }

  @Test
  void refusesToWriteWhatItWouldNotRead() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimals.write(new BigDecimal("0.0000000001")))
        .withMessage("has more than 10 digits before or 9 after the point: 0.0000000001");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimals.write(new BigDecimal("9999999999.9999999999"), RoundingMode.UP))
        .withMessage("has more than 10 digits before or 9 after the point: 10000000000");
  }

  private static void refused(ThrowingCallable reading, String message) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            MalformedException.class, e -> assertThat(e.fault()).isEqualTo(Fault.NUMBER))
        .hasMessage(message);
  }
}
