package org.cfptrace.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        .contains("own and contributions are 7, the total is 8 (SUM_DIFFERS)")
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
