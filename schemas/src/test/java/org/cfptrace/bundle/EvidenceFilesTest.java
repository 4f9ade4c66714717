package org.cfptrace.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.participant.TrustAnchor;
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
  void onlyTheFirstHolds() throws IOException {
    assertThat(reason("three-companies.json")).isEmpty();
    assertThat(reason("one-byte-flipped.json")).isPresent();
    assertThat(reason("line-end-behind.json")).contains(Reason.MALFORMED_PAYLOAD);
    assertThat(reason("own-four-input-three-total-eight.json")).contains(Reason.SUM_DIFFERS);
  }

  private static Optional<Reason> reason(String name) throws IOException {
    TrustAnchor anchor = TrustAnchor.read(EvidenceFiles.DIRECTORY.resolve("trust-anchor.json"));
    return new BundleVerifier(anchor)
        .verify(Files.readAllBytes(EvidenceFiles.DIRECTORY.resolve(name)))
        .fold(
            accepted -> accepted.value().reason(),
            held -> Optional.of(held.reason()),
            refused -> Optional.of(refused.reason()));
  }
}
