package org.cfptrace.verify.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.cfptrace.keys.CryptoProvider;
import org.cfptrace.keys.CryptoProviders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad input is refused for the same reason whoever does the arithmetic. */
class ChecklistOfOtherProvidersTest {

  static Stream<Arguments> samplesAndProviders() {
    List<CryptoProvider> others = CryptoProviders.all().subList(1, CryptoProviders.all().size());
    return Checklist.all().stream()
        .flatMap(sample -> others.stream().map(provider -> Arguments.of(sample, provider)));
  }

  @ParameterizedTest(name = "{0} with {1}", allowZeroInvocations = true)
  @MethodSource("samplesAndProviders")
  void everySampleGetsTheSameAnswer(Sample sample, CryptoProvider provider) {
    assertThat(sample.observed(provider)).isEqualTo(sample.expected());
  }
}
