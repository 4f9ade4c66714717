package org.cfptrace.verify.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cfptrace.keys.CryptoProvider;
import org.cfptrace.keys.CryptoProviders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad input is refused for its own reason, whoever does the arithmetic. */
class ChecklistTest {

  static Stream<Arguments> samplesAndProviders() {
    return Checklist.all().stream()
        .flatMap(
            sample ->
                CryptoProviders.all().stream().map(provider -> Arguments.of(sample, provider)));
  }

  @ParameterizedTest(name = "{0} with {1}")
  @MethodSource("samplesAndProviders")
  void everySampleGetsTheAnswerExpected(Sample sample, CryptoProvider provider) {
    assertThat(sample.observed(provider)).isEqualTo(sample.expected());
  }

  @Test
  void everySampleDiffersFromAllOthers() {
    Set<String> names = new HashSet<>();
    Set<List<Object>> contents = new HashSet<>();
    for (Sample sample : Checklist.all()) {
      assertThat(names.add(sample.form() + "/" + sample.defect())).as(sample.toString()).isTrue();
      assertThat(
              contents.add(
                  List.of(
                      sample.form(),
                      sample.text(),
                      sample.setting(),
                      sample.opening(),
                      sample.sender())))
          .as(sample + " is the same as another")
          .isTrue();
    }
  }

  @Test
  void everyItemHasASample() {
    Set<Integer> items =
        Checklist.all().stream()
            .map(Sample::item)
            .filter(item -> item > 0)
            .collect(Collectors.toSet());

    assertThat(items).containsExactlyInAnyOrderElementsOf(Checklist.ITEMS);
  }
}
