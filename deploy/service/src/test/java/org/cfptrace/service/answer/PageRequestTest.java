package org.cfptrace.service.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {
  @Test
  void theFirstPageBeginsAboveEveryNumber() {
    assertThat(new PageRequest(10, Optional.empty()).beforeNumber()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aFurtherPageBeginsBelowTheLastNumberSeen() {
    assertThat(new PageRequest(10, Optional.of("42")).beforeNumber()).isEqualTo(42);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "4.2", "99999999999999999999"})
  void whatIsNoNumberIsNoCursor(String cursor) {
    assertThatThrownBy(() -> new PageRequest(10, Optional.of(cursor)).beforeNumber())
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.INVALID_PARAMETER));
  }
}
