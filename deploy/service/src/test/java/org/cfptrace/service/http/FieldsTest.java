package org.cfptrace.service.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.junit.jupiter.api.Test;

class FieldsTest {
  private final FieldErrors errors = new FieldErrors();

  @Test
  void aDecimalIsReadAsItStands() {
    assertThat(fields("{\"a\": \"0.123456789\"}").decimal("a"))
        .contains(new BigDecimal("0.123456789"));
  }

  @Test
  void spellingsThatAreNoPlainDecimalAreRefused() {
    for (var text :
        new String[] {
          "1e400", "1,5", "+1", ".5", "1.", "01", " 1", "NaN", "-", "", "１", "0.1234567890"
        }) {
      fields("{\"a\": \"" + text + "\"}").decimal("a");
    }

    assertThat(errors.list())
        .extracting(FieldError::code)
        .containsOnly("NOT_A_DECIMAL")
        .hasSize(12);
  }

  @Test
  void aNumberOfABillionDigitsIsRefusedWithoutBeingWrittenOut() {
    fields("{\"a\": 1e999999999}").decimal("a");

    assertThat(errors.list()).extracting(FieldError::code).containsExactly("DECIMAL_AS_STRING");
  }

  @Test
  void aVeryLongValueIsNotEchoedWhole() {
    fields("{\"a\": \"" + "9".repeat(10_000) + "\"}").decimal("a");

    assertThat(errors.list().get(0).message()).hasSizeLessThan(300);
  }

  @Test
  void aFieldThatIsThereIsKnownWhateverItHolds() {
    Fields fields = fields("{\"a\": [1], \"b\": null}");

    assertThat(fields.isThere("a")).isTrue();
    assertThat(fields.isThere("b")).isFalse();
    fields.refuseOthers();
    assertThat(errors.list()).isEmpty();
  }

  @Test
  void textIsCountedInCharactersAsPeopleSeeThem() {
    assertThat(fields("{\"a\": \"𠮷野家\"}").text("a", 3)).contains("𠮷野家");
  }

  @Test
  void controlCharactersAreRefused() {
    fields("{\"a\": \"one\\u0000two\"}").text("a", 10);

    assertThat(errors.list()).extracting(FieldError::code).containsExactly("CONTROL_CHARACTER");
  }

  @Test
  void aDateHasAYearOfFourDigits() {
    for (var text :
        new String[] {
          "+12345-01-01", "-0001-01-01", "+999999999-12-31", "2026-02-30", "31.3.2026"
        }) {
      fields("{\"a\": \"" + text + "\"}").date("a");
    }

    assertThat(errors.list()).extracting(FieldError::code).containsOnly("INVALID").hasSize(5);
    assertThat(fields("{\"a\": \"2026-03-31\"}").date("a")).contains(LocalDate.of(2026, 3, 31));
  }

  @Test
  void aMissingFieldAndANullOneAreTheSame() {
    var fields = fields("{\"a\": null}");
    fields.requiredText("a", 5);
    fields.requiredText("b", 5);

    assertThat(errors.list()).extracting(FieldError::code).containsExactly("REQUIRED", "REQUIRED");
  }

  @Test
  void bytesThatAreNotUtf8AreMalformed() {
    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () -> Body.parse(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}));

    assertThat(refused.code()).isEqualTo(ProblemCode.MALFORMED_BODY);
  }

  @Test
  void halfASurrogatePairIsNotText() {
    fields("{\"a\": \"\\ud800\"}").text("a", 10);

    assertThat(errors.list()).extracting(FieldError::code).containsExactly("NOT_TEXT");
  }

  private Fields fields(String json) {
    return Body.parse(json.getBytes(UTF_8)).fields(errors);
  }
}
