package org.cfptrace.verify.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cfptrace.keys.CryptoProviders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad input is refused for its own reason, with the provider chosen on this machine. */
class ChecklistTest {

  static Stream<Sample> samples() {
    return Checklist.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void everySampleGetsTheAnswerExpected(Sample sample) {
    assertThat(sample.observed(CryptoProviders.chosen())).isEqualTo(sample.expected());
  }
}
