package org.cfptrace.it.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.cfptrace.participant.TrustAnchor;
import org.junit.jupiter.api.Test;

/** The evidence of a published sample, laid out as in an auditor's pack. */
class PackEvidenceTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode BUNDLE = json(resource("three-companies.json"));
  private static final TrustAnchor ANCHOR =
      TrustAnchor.parse(new String(resource("trust-anchor.json"), UTF_8));

  private static byte[] resource(String name) {
    try (InputStream file =
        PackEvidenceTest.class.getResourceAsStream("/vectors/evidence/" + name)) {
      if (file == null) {
        throw new IOException("no " + name + " among the samples");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(byte[] text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    declaration(files, "evidence-0001", BUNDLE.path("root"));
    declaration(files, "evidence-0002", BUNDLE.path("answers").path(0).path("shown"));
    int place = 1;
    for (JsonNode entry : BUNDLE.path("directory")) {
      files.put("directory-000" + place++ + ".jwt", entry.path("token").asText().getBytes(UTF_8));
    }
    files.put("evidence-README.txt", "how to check".getBytes(UTF_8));
    return files;
  }

  private static void declaration(Map<String, byte[]> files, String name, JsonNode shown) {
    files.put(name + ".jwt", shown.path("declaration").asText().getBytes(UTF_8));
    files.put(name + ".opening.json", shown.path("opening").toString().getBytes(UTF_8));
    files.put(name + ".proof.json", shown.path("proof").toString().getBytes(UTF_8));
    files.put(
        name + ".checkpoint.txt", shown.path("proof").path("checkpoint").asText().getBytes(UTF_8));
  }

  @Test
  void whatHoldsIsAccepted() {
    PackEvidence evidence = new PackEvidence(files(), ANCHOR);

    assertThat(evidence.tokens()).containsExactly("evidence-0001.jwt", "evidence-0002.jwt");
    assertThat(evidence.faults()).isEmpty();
  }

  @Test
  void oneBitInAnyFileButTheExplanationIsRefused() {
    Map<String, byte[]> good = files();
    good.keySet().stream()
        .filter(name -> !name.equals("evidence-README.txt"))
        .forEach(
            name -> {
              Map<String, byte[]> spoiled = new TreeMap<>(good);
              spoiled.computeIfPresent(name, (same, file) -> SignedZip.spoiled(file));
              assertThat(new PackEvidence(spoiled, ANCHOR).faults()).as(name).isNotEmpty();
            });
  }

  @Test
  void aProofOfAnotherDeclarationIsRefused() {
    Map<String, byte[]> files = files();
    files.put("evidence-0001.proof.json", files.get("evidence-0002.proof.json"));

    assertThat(new PackEvidence(files, ANCHOR).faults())
        .singleElement()
        .asString()
        .startsWith("evidence-0001: the proof is of declaration");
  }

  @Test
  void aDeclarationWhoseProofIsMissingIsRefused() {
    Map<String, byte[]> files = files();
    files.remove("evidence-0002.proof.json");

    assertThat(new PackEvidence(files, ANCHOR).faults())
        .containsExactly("cannot be read: there is no evidence-0002.proof.json");
  }
}
