package org.cfptrace.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published bundles get the exit code and the words their names promise. */
class VerifyTest {
  private static final Path EVIDENCE =
      Path.of("..", "..", "schemas", "src", "test", "resources", "vectors", "evidence");

  @TempDir private Path directory;

  @Test
  void theHonestThreeHold() {
    Answer answer = Verify.answer(file("three-companies.json"));

    assertThat(answer.code()).isEqualTo(Answer.HOLDS);
    assertThat(answer.text())
        .contains("Everything in the bundle holds; 100 % of the emissions are verified.")
        .contains("検証の結果: すべて成立。")
        .contains("firm b, part (44.444444444 % of the emissions): verified")
        .doesNotContain("FAILS");
  }

  @Test
  void theSumOfTheMiddleDoesNotHold() {
    Answer answer = Verify.answer(file("own-four-input-three-total-eight.json"));

    assertThat(answer.code()).isEqualTo(Answer.DOES_NOT_HOLD);
    assertThat(answer.text())
        .contains("FAILS firm b, part")
        .contains(": own emissions and contributions are not the total (SUM_DIFFERS)")
        .contains("It does NOT hold")
        .contains("不成立: 数量・単位・歩留り・合計");
  }

  @Test
  void aFlippedByteDoesNotHold() {
    assertThat(Verify.answer(file("one-byte-flipped.json")).code()).isEqualTo(Answer.DOES_NOT_HOLD);
  }

  @Test
  void whatIsNoBundleCannotBeJudged() throws IOException {
    Path other = directory.resolve("other.json");
    Files.writeString(other, "{}", UTF_8);

    assertThat(Verify.answer(file("line-end-behind.json")).code()).isEqualTo(Answer.UNREADABLE);
    assertThat(Verify.answer(other.toString(), "--trust", file("trust-anchor.json")).code())
        .isEqualTo(Answer.UNREADABLE);
    assertThat(Verify.answer(directory.resolve("missing").toString()).code())
        .isEqualTo(Answer.UNREADABLE);
  }

  @Test
  void withoutTrustNothingCanBeJudged() throws IOException {
    Path copy = directory.resolve("bundle.json");
    Files.copy(EVIDENCE.resolve("three-companies.json"), copy);

    Answer without = Verify.answer(copy.toString());
    Answer with = Verify.answer(copy.toString(), "--trust", file("trust-anchor.json"));

    assertThat(without.code()).isEqualTo(Answer.UNREADABLE);
    assertThat(without.text()).contains("--trust");
    assertThat(with.code()).isEqualTo(Answer.HOLDS);
  }

  @Test
  void everyPublishedBundleEndsAsItIsListed() throws IOException {
    JsonNode listed = StrictJson.parse(Files.readAllBytes(EVIDENCE.resolve("expected.json")));

    assertThat(listed.size()).isGreaterThan(20);
    for (Map.Entry<String, JsonNode> each : listed.properties()) {
      Answer words = Verify.answer(file(each.getKey()));
      Answer json = Verify.answer(file(each.getKey()), "--json");

      assertThat(words.code()).as(each.getKey()).isEqualTo(each.getValue().get("exit").intValue());
      assertThat(json.code()).as(each.getKey()).isEqualTo(words.code());
      if (words.code() == Answer.DOES_NOT_HOLD) {
        String reason = each.getValue().get("reason").textValue();
        assertThat(words.text()).as(each.getKey()).contains("(" + reason + ")");
        assertThat(json.text()).startsWith("{\"holds\":false,\"reason\":\"" + reason + "\"");
      }
    }
  }

  @Test
  void aHugeFileCannotBeJudged() throws IOException {
    Path huge = directory.resolve("huge.json");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(200L * 1024 * 1024);
    }

    Answer answer = Verify.answer(huge.toString(), "--trust", file("trust-anchor.json"));

    assertThat(answer.code()).isEqualTo(Answer.UNREADABLE);
    assertThat(answer.text()).contains("above 128 MiB");
  }

  @Test
  void whatIsNoFileCannotBeJudged() {
    assertThat(Verify.answer(directory.toString(), "--trust", file("trust-anchor.json")).code())
        .isEqualTo(Answer.UNREADABLE);
    assertThat(Verify.answer(file("three-companies.json"), "--trust", ".").code())
        .isEqualTo(Answer.UNREADABLE);
    assertThat(Verify.answer("a\0b").code()).isEqualTo(Answer.UNREADABLE);
  }

  @Test
  void aTrustAnchorThatCannotBeReadJudgesNothing() throws IOException {
    byte[] good = Files.readAllBytes(EVIDENCE.resolve("trust-anchor.json"));
    String text = new String(good, UTF_8);

    for (byte[] anchor :
        List.of(
            new byte[0],
            ("\uFEFF" + text).getBytes(UTF_8),
            (text + "{}").getBytes(UTF_8),
            text.replace("registry", "r\u00e9gistry").getBytes(ISO_8859_1),
            text.replace("\"domain\":", "\"domain\":\"\",\"domain\":").getBytes(UTF_8),
            text.replace("\"quorum\":2", "\"quorum\":0").getBytes(UTF_8),
            text.replace("\"crv\":\"P-256\"", "\"crv\":\"P-384\"").getBytes(UTF_8),
            text.replace("BEGIN CERTIFICATE", "BEGIN NOTHING").getBytes(UTF_8),
            text.replaceFirst("\"timestampCertificate\":\"MII", "\"timestampCertificate\":\"AAA")
                .getBytes(UTF_8),
            text.substring(0, text.indexOf(",\"log\"")).concat("}").getBytes(UTF_8),
            new byte[300 * 1024])) {
      Path file = Files.write(directory.resolve("anchor.json"), anchor);
      Answer answer = Verify.answer(file("three-companies.json"), "--trust", file.toString());

      assertThat(answer.code()).isEqualTo(Answer.UNREADABLE);
      assertThat(answer.text()).contains("no trust anchor");
    }
  }

  @Test
  void theAnchorOfAnotherDataSpaceDoesNotVouchForIt() throws IOException {
    String other =
        Files.readString(EVIDENCE.resolve("trust-anchor.json"), UTF_8)
            .replace("did:web:registry.cfptrace.example", "did:web:other.example")
            .replace("\"domain\":\"registry.cfptrace.example", "\"domain\":\"other.example");
    Path file = Files.writeString(directory.resolve("anchor.json"), other, UTF_8);

    Answer answer = Verify.answer(file("three-companies.json"), "--trust", file.toString());

    assertThat(answer.code()).isEqualTo(Answer.DOES_NOT_HOLD);
    assertThat(answer.text()).contains("entry of another registry");
  }

  @Test
  void speaksToProgramsToo() {
    Answer good = Verify.answer("--json", file("three-companies.json"));
    Answer bad = Verify.answer(file("own-four-input-three-total-eight.json"), "--json");

    assertThat(good.text()).startsWith("{\"holds\":true,\"coverage\":\"100\",\"steps\":[");
    assertThat(bad.text()).startsWith("{\"holds\":false,\"reason\":\"SUM_DIFFERS\"");
  }

  @Test
  void whatIsNotUnderstoodIsSaid() {
    assertThat(Verify.answer().code()).isEqualTo(Answer.UNREADABLE);
    assertThat(Verify.answer("a", "b").text()).contains("not understood: b");
    assertThat(Verify.answer("a", "--trust").text()).contains("not understood: --trust");
  }

  private static String file(String name) {
    return EVIDENCE.resolve(name).toString();
  }
}
