package org.cfptrace.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.participant.TrustAnchor;
import org.cfptrace.verify.Reading;
import org.cfptrace.verify.Reason;
import org.junit.jupiter.api.Test;

/** The published bundles are those we would write today, and get the answer their names promise. */
class EvidenceFilesTest {

  @Test
  void theFilesAreThoseWeWouldWriteToday() throws IOException {
    for (Map.Entry<String, byte[]> file : EvidenceFiles.all().entrySet()) {
      assertThat(Files.readAllBytes(EvidenceFiles.DIRECTORY.resolve(file.getKey())))
          .as(file.getKey())
          .isEqualTo(file.getValue());
    }
  }

  @Test
  void eachGetsTheAnswerItsNamePromises() throws IOException {
    BundleVerifier verifier =
        new BundleVerifier(TrustAnchor.read(EvidenceFiles.DIRECTORY.resolve("trust-anchor.json")));
    for (Map.Entry<String, EvidenceFiles.Published> each : EvidenceFiles.bundles().entrySet()) {
      Reading<BundleVerdict> reading =
          verifier.verify(Files.readAllBytes(EvidenceFiles.DIRECTORY.resolve(each.getKey())));

      assertThat(reason(reading)).as(each.getKey()).isEqualTo(each.getValue().reason());
      assertThat(exit(reading)).as(each.getKey()).isEqualTo(each.getValue().exit());
    }
  }

  @Test
  void eachFailureHasWordsOfItsOwnInBothLanguages() {
    BundleVerifier verifier = new BundleVerifier(SampleAudit.anchor());
    Set<String> english = new HashSet<>();
    Set<String> japanese = new HashSet<>();
    EvidenceFiles.bundles()
        .forEach(
            (name, published) ->
                verifier
                    .verify(published.file())
                    .asOptional()
                    .filter(verdict -> !verdict.holds())
                    .ifPresent(
                        verdict -> {
                          Step last = verdict.steps().get(verdict.steps().size() - 1);
                          assertThat(last.holds()).as(name).isFalse();
                          assertThat(english.add(last.text().en())).as(last.text().en()).isTrue();
                          japanese.add(last.text().ja());
                        }));

    assertThat(english).hasSize(21);
    assertThat(japanese).hasSizeGreaterThan(13);
  }

  private static int exit(Reading<BundleVerdict> reading) {
    return reading.asOptional().map(verdict -> verdict.holds() ? 0 : 1).orElse(2);
  }

  private static Optional<Reason> reason(Reading<BundleVerdict> reading) {
    return reading.fold(
        accepted -> accepted.value().reason(),
        held -> Optional.of(held.reason()),
        refused -> Optional.of(refused.reason()));
  }
}
