package org.cfptrace.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyNumbersTest {

  /** 700110005901 is the worked example of the tax agency: Σ Pn·Qn = 37, 9 − 37 mod 9 = 8. */
  @Test
  void acceptsTheTaxAgencysOwnExample() {
    assertThat(new CorporateNumber("8700110005901")).hasToString("8700110005901");
  }

  @Test
  void saysWhichCheckDigitACorporateNumberShouldHave() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CorporateNumber("7700110005901"))
        .withMessage("check digit of corporate number 7700110005901 should be 8");
  }

  @Test
  void noticesTwoSwappedNeighboursInACorporateNumber() {
    assertThatIllegalArgumentException().isThrownBy(() -> new CorporateNumber("8700110005910"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "870011000590", "87001100059011", "870011000590a", "８700110005901"})
  void refusesACorporateNumberOfAnotherForm(String digits) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CorporateNumber(digits))
        .withMessage("a corporate number has 13 digits, got " + digits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5493001KJTIIGC8Y1R12", "HWUPKR0MPOU8FGXBT394"})
  void acceptsLeisWithTheirCheckDigits(String code) {
    assertThat(new Lei(code)).hasToString(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5493001KJTIIGC8Y1R13", "5493001KJTIIGC8Y1R21", "5493010KJTIIGC8Y1R12"})
  void refusesAnLeiWhoseCheckDigitsDoNotFit(String code) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lei(code))
        .withMessage("check digits of LEI " + code + " do not fit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "5493001kjtiigc8y1r12", "5493001KJTIIGC8Y1R1", "5493001KJTIIGC8Y1RAA"})
  void refusesAnLeiOfAnotherForm(String code) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Lei(code));
  }
}
