package org.cfptrace.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.cfptrace.strict.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
  /** The example in the documentation of Go's note package. */
  private static final String PETER =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private static final String EXAMPLE =
      "If you think cryptography is the answer to your problem,\n"
          + "then you don't know what your problem is.\n"
          + "\n"
          + "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfq"
          + "dngotpRZb6KE6RyyBwJnAM=\n";

  private static final String LINE =
      TestLog.LOG.sign(TestLog.ofSize(1).checkpoint()).signatures().get(0).line();

  @Test
  void readsAndWritesTheExampleOfTheSpecification() {
    SignedNote note = SignedNote.parse(EXAMPLE);

    assertThat(note.written()).isEqualTo(EXAMPLE);
    assertThat(note.text()).endsWith("problem is.\n").doesNotContain("—");
    assertThat(note.signatures().get(0).name()).isEqualTo("PeterNeumann");
  }

  @Test
  void theSignatureOfTheExampleFitsItsKey() {
    VerifierKey key = VerifierKey.parse(PETER);
    SignedNote note = SignedNote.parse(EXAMPLE);

    assertThat(key.line()).isEqualTo(PETER);
    assertThat(key.isOf(note.signatures().get(0))).isTrue();
    assertThat(
            key.verifies(
                note.text().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                note.signatures().get(0).signature()))
        .isTrue();
  }

  @Test
  void textAndSignaturesPartAtTheLastEmptyLine() {
    SignedNote note = SignedNote.parse("one\n\ntwo\n\n" + LINE + "\n");

    assertThat(note.text()).isEqualTo("one\n\ntwo\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "text\n",
        "text\n\n",
        "text\n\nno signature\n",
        "text\n\n- name AAAAAAA=\n",
        "text\n\n— name\n",
        "text\n\n—  AAAAAAA=\n",
        "text\n\n— na+me AAAAAAA=\n",
        "text\n\n— name AAAA\n",
        "text\n\n— name AAAAAAA\n",
        "text\n\n— name AAAAAAB=\n",
        "text\n\n— name AAAA AAA=\n",
        "text\n\n— name AAAAAAA=",
        "text\n\n— name AAAAAAA=\n\n",
        "text\r\n\n— name AAAAAAA=\n",
        "te\u0000xt\n\n— name AAAAAAA=\n",
        "te\tt\n\n— name AAAAAAA=\n",
        "te\u007ft\n\n— name AAAAAAA=\n",
        "te\ud800t\n\n— name AAAAAAA=\n",
        "\n\n— name AAAAAAA=\n",
      })
  void refusesWhatIsNotANote(String note) {
    assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(MalformedException.class);
  }

  @Test
  void takesAsManySignaturesAsTheLimitAndNotOneMore() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < SignedNote.MOST_SIGNATURES; i++) {
      lines.add("— name" + i + " AAAAAAA=");
    }
    String full = "text\n\n" + String.join("\n", lines) + "\n";

    assertThat(SignedNote.parse(full).signatures()).hasSize(SignedNote.MOST_SIGNATURES);
    assertThatThrownBy(() -> SignedNote.parse(full + "— more AAAAAAA=\n"))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void refusesANoteThatIsTooLong() {
    String text = "a".repeat(SignedNote.LONGEST) + "\n\n" + LINE + "\n";

    assertThatThrownBy(() -> SignedNote.parse(text)).isInstanceOf(MalformedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PeterNeumann+c74f20a3",
        "PeterNeumann",
        "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T",
        "PeterNeumann+c74f20a3+AxpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
      })
  void refusesALineThatIsNoKey(String line) {
    assertThatThrownBy(() -> VerifierKey.parse(line)).isInstanceOf(MalformedException.class);
  }

  @Test
  void refusesAKeyOfSmallOrderWhichWouldSignEverything() {
    byte[] neutral = new byte[32];
    neutral[0] = 1;

    assertThatThrownBy(() -> VerifierKey.of("evil", VerifierKey.Kind.ED25519, neutral))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void oneKeyHasDifferentIdsForItsTwoUses() {
    byte[] key = TestLog.LOG.verifier().key();

    assertThat(VerifierKey.of("name", VerifierKey.Kind.ED25519, key).id())
        .isNotEqualTo(VerifierKey.of("name", VerifierKey.Kind.COSIGNATURE, key).id());
  }
}
