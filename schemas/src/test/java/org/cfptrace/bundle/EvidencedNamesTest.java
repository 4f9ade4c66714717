package org.cfptrace.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.cfptrace.footprint.ParticipantId;
import org.junit.jupiter.api.Test;

/** Companies go by the names that the registry's entries in the evidence have. */
class EvidencedNamesTest {
  @Test
  void everybodyWhoHasSignedIsNamed() throws IOException {
    assertThat(EvidencedNames.of(threeCompanies()))
        .isEqualTo(
            Map.of(
                named("aaaaaaaaaaaaaaaa"), "firm a",
                named("bbbbbbbbbbbbbbbb"), "firm b",
                named("cccccccccccccccc"), "firm c",
                named("xxxxxxxxxxxxxxxx"), "firm x"));
  }

  @Test
  void evidenceThatIsCutOffIsNotTakenForNobody() throws IOException {
    String whole = new String(threeCompanies(), UTF_8);
    byte[] half = whole.substring(0, whole.indexOf("\"directory\"") + 40).getBytes(UTF_8);

    assertThatThrownBy(() -> EvidencedNames.of(half)).isInstanceOf(UncheckedIOException.class);
  }

  private static ParticipantId named(String shortId) {
    return ParticipantId.of("registry.cfptrace.example", shortId);
  }

  private static byte[] threeCompanies() throws IOException {
    try (InputStream file =
        EvidencedNamesTest.class.getResourceAsStream("/vectors/evidence/three-companies.json")) {
      return Objects.requireNonNull(file, "a sample of schemas").readAllBytes();
    }
  }
}
