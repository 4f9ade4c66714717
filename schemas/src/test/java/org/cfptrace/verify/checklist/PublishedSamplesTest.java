package org.cfptrace.verify.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.cfptrace.keys.CryptoProviders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published files say what they say they do, and are those we would write today. */
class PublishedSamplesTest {

  static Stream<Sample> files() {
    return PublishedSamples.files().stream().map(PublishedSamples::read);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void theFileGetsTheAnswerItNames(Sample file) {
    assertThat(file.observed(CryptoProviders.chosen())).isEqualTo(file.expected());
  }

  @Test
  void thereIsOneFileForEachSampleAndNoOther() {
    assertThat(PublishedSamples.files())
        .containsExactlyInAnyOrderElementsOf(
            PublishedSamples.generated().stream().map(PublishedSamples::fileOf).toList());
  }

  @Test
  void theFilesAreThoseWeWouldWriteToday() {
    List<Sample> samples = PublishedSamples.generated();

    assertThat(samples)
        .allSatisfy(
            sample ->
                assertThat(PublishedSamples.text(PublishedSamples.fileOf(sample)))
                    .isEqualTo(PublishedSamples.contentOf(sample)));
  }

  @Test
  void theSettingIsTheOneUsed() {
    assertThat(PublishedSamples.text(PublishedSamples.DIRECTORY.resolve("setting.json")))
        .isEqualTo(PublishedSamples.setting());
  }
}
