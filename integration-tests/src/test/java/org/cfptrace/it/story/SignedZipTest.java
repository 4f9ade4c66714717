package org.cfptrace.it.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.cfptrace.keys.Sha256;
import org.cfptrace.paper.StoredZip;
import org.cfptrace.strict.Base64Url;
import org.junit.jupiter.api.Test;

/** What the check of an export's ZIP finds, so that nothing it lets pass is luck. */
class SignedZipTest {
  private static final byte[] FILE = "18 kg".getBytes(UTF_8);
  private static final byte[] OF_SUBJECT =
      """
      {"files": [{"name": "data.csv", "sha256": "%s", "bytes": 5}]}
      """
          .formatted(hex(FILE))
          .getBytes(UTF_8);
  private static final byte[] OF_WHOLE =
      """
      {"subjects": [{"subject": "car", "folder": "car", "manifestSha256": "%s"}]}
      """
          .formatted(hex(OF_SUBJECT))
          .getBytes(UTF_8);

  private static String hex(byte[] file) {
    return HexFormat.of().formatHex(Sha256.of(file));
  }

  private static Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("manifest.json", OF_WHOLE);
    files.put("car/manifest.json", OF_SUBJECT);
    files.put("car/data.csv", FILE);
    return files;
  }

  private static SignedZip zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (StoredZip zip = new StoredZip(bytes, Instant.parse("2026-11-27T09:00:00Z"))) {
      files.forEach(zip::add);
    }
    return SignedZip.of(bytes.toByteArray(), Base64Url.encode(Sha256.of(OF_WHOLE)));
  }

  @Test
  void whatWasSignedHolds() {
    SignedZip zip = zip(files());

    assertThat(zip.faults()).isEmpty();
    assertThat(zip.names()).containsExactly("car/data.csv", "car/manifest.json", "manifest.json");
    assertThat(zip.folder("car")).containsOnlyKeys("data.csv", "manifest.json");
  }

  @Test
  void oneBitInAnyFileIsFoundAndNamed() {
    SignedZip zip = zip(files());

    assertThat(zip.spoiled("manifest.json").faults())
        .containsExactly("manifest.json is not the one that was signed");
    assertThat(zip.spoiled("car/manifest.json").faults())
        .containsExactly("car/manifest.json is not the one that is named");
    assertThat(zip.spoiled("car/data.csv").faults())
        .containsExactly("car/data.csv is not the one that is named");
  }

  @Test
  void aFileThatNobodyHasSignedIsFound() {
    Map<String, byte[]> files = files();
    files.put("car/more.csv", FILE);

    assertThat(zip(files).faults()).containsExactly("car/more.csv is named by no manifest");
  }
}
