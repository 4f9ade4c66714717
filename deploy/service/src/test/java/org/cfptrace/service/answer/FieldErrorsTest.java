package org.cfptrace.service.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class FieldErrorsTest {
  @Test
  void withoutFaultsNothingIsRefused() {
    assertThatCode(() -> new FieldErrors().refuseIfAny()).doesNotThrowAnyException();
  }

  @Test
  void ofTenThousandFaultsAHundredAreShownAndAllAreCounted() {
    var errors = new FieldErrors();
    for (int i = 0; i < 10_000; i++) {
      errors.add("lines[" + i + "].amount", "REQUIRED", "this field is required");
    }

    Refused refused = catchThrowableOfType(Refused.class, errors::refuseIfAny);

    assertThat(refused.detail()).isEqualTo("10000 fields cannot be accepted");
    assertThat(refused.errors()).hasSize(100);
    assertThat(refused.errors().get(99).field()).isEqualTo("lines[99].amount");
  }
}
