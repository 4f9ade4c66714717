package org.cfptrace.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.cfptrace.log.LogReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogReasonTest {
  @ParameterizedTest
  @EnumSource
  void everyReasonIsInTheOneCatalogue(LogReason reason) {
    assertThat(Reason.of(reason).name()).isEqualTo(reason.name());
  }
}
