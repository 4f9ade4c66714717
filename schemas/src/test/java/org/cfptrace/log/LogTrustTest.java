package org.cfptrace.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.Members;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogTrustTest {
  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
  private static final Checkpoint CHECKPOINT = TestLog.ofSize(5).checkpoint();

  @Test
  void theTimeIsThatAtWhichTheQuorumWasComplete() {
    String note = TestLog.note(CHECKPOINT, NOON, TestLog.THIRD, TestLog.FIRST, TestLog.SECOND);

    SignedCheckpoint signed = TestLog.trust().witnessed(note).orElseThrow();

    assertThat(signed.checkpoint()).isEqualTo(CHECKPOINT);
    assertThat(signed.time()).contains(NOON.plusSeconds(1));
    assertThat(signed.witnessed()).hasSize(3);
  }

  @Test
  void withoutAWitnessThereIsNoTime() {
    String note = TestLog.note(CHECKPOINT, NOON);

    assertThat(TestLog.trust().signed(note).orElseThrow().time()).isEmpty();
    assertThat(TestLog.trust().witnessed(note).whyNot()).contains(LogReason.WITNESSES_MISSING);
  }

  @Test
  void aWitnessThatSignedTwiceCountsOnce() {
    SignedNote note = TestLog.LOG.sign(CHECKPOINT);
    String twice =
        note.with(TestLog.FIRST.cosign(note, NOON.plusSeconds(9)))
            .with(TestLog.FIRST.cosign(note, NOON))
            .written();

    assertThat(TestLog.trust().witnessed(twice).whyNot()).contains(LogReason.WITNESSES_MISSING);
    assertThat(TestLog.trust().signed(twice).orElseThrow().witnessed())
        .containsExactly(java.util.Map.entry(TestLog.FIRST.verifier().name(), NOON));
  }

  @Test
  void theSignatureOfAnUnknownKeySaysNothing() {
    NoteSigner stranger =
        TestLog.signer("stranger.example", VerifierKey.Kind.COSIGNATURE, "a stranger");
    String note = TestLog.note(CHECKPOINT, NOON, TestLog.FIRST, stranger);

    assertThat(TestLog.trust().witnessed(note).whyNot()).contains(LogReason.WITNESSES_MISSING);
    assertThat(TestLog.trust().signed(note).whyNot()).isEmpty();
  }

  @Test
  void anUnknownKeyUnderAKnownNameSaysNothing() {
    NoteSigner other =
        TestLog.signer(TestLog.SECOND.verifier().name(), VerifierKey.Kind.COSIGNATURE, "other");
    String note = TestLog.note(CHECKPOINT, NOON, TestLog.FIRST, other);

    assertThat(TestLog.trust().witnessed(note).whyNot()).contains(LogReason.WITNESSES_MISSING);
  }

  @Test
  void aKnownWitnessWhoseSignatureFailsSpoilsTheNote() {
    Checkpoint other = TestLog.ofSize(6).checkpoint();
    SignedNote note = TestLog.LOG.sign(CHECKPOINT);
    String spoiled =
        note.with(TestLog.FIRST.cosign(note, NOON))
            .with(TestLog.SECOND.cosign(note, NOON))
            .with(TestLog.THIRD.cosign(TestLog.LOG.sign(other), NOON))
            .written();

    assertThat(TestLog.trust().witnessed(spoiled).whyNot()).contains(LogReason.BAD_CHECKPOINT);
  }

  @Test
  void theLogsOwnSignatureMustFit() {
    SignedNote of5 = TestLog.LOG.sign(CHECKPOINT);
    SignedNote of6 = TestLog.LOG.sign(TestLog.ofSize(6).checkpoint());
    String swapped = new SignedNote(of5.text(), of6.signatures()).written();
    String both = of5.with(of6.signatures().get(0)).written();

    assertThat(TestLog.trust().signed(swapped).whyNot()).contains(LogReason.BAD_CHECKPOINT);
    assertThat(TestLog.trust().signed(both).whyNot()).contains(LogReason.BAD_CHECKPOINT);
  }

  @Test
  void aNoteOfWitnessesAloneIsNotTheLogs() {
    SignedNote note = TestLog.LOG.sign(CHECKPOINT);
    String without =
        new SignedNote(
                note.text(),
                List.of(TestLog.FIRST.cosign(note, NOON), TestLog.SECOND.cosign(note, NOON)))
            .written();

    assertThat(TestLog.trust().witnessed(without).whyNot()).contains(LogReason.BAD_CHECKPOINT);
  }

  @Test
  void aCheckpointOfAnotherLogIsRefused() {
    Checkpoint other = new Checkpoint("other.example/log", CHECKPOINT.size(), CHECKPOINT.root());

    assertThat(TestLog.trust().signed(TestLog.note(other, NOON)).whyNot())
        .contains(LogReason.OTHER_LOG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registry.cfptrace.example/log\n5\n",
        "registry.cfptrace.example/log\n05\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "registry.cfptrace.example/log\n-5\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "registry.cfptrace.example/log\n+5\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "registry.cfptrace.example/log\n\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "x.example/log\n9223372036854775808\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "registry.cfptrace.example/log\n5\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==\n",
        "registry.cfptrace.example/log\n5\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
        "registry.cfptrace.example/log\n5\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nmore\n",
        "registry.cfptrace.example/log\n0\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "\n5\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
      })
  void refusesATextThatIsNoCheckpoint(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(MalformedException.class);
  }

  @Test
  void travelsInTheTrustAnchor() {
    LogTrust trust = TestLog.trust();

    assertThat(LogTrust.from(Members.of(trust.toJson(), "log"))).isEqualTo(trust);
  }

  @Test
  void oneWitnessUnderTwoNamesIsRefused() {
    VerifierKey first = TestLog.FIRST.verifier();
    VerifierKey again = VerifierKey.of("again.example", VerifierKey.Kind.COSIGNATURE, first.key());

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> LogTrust.of(TestLog.ORIGIN, TestLog.LOG.verifier(), List.of(first, again), 2));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> LogTrust.of(TestLog.ORIGIN, TestLog.LOG.verifier(), List.of(first, first), 2));
  }

  @Test
  void theLogIsNotItsOwnWitness() {
    VerifierKey log = TestLog.LOG.verifier();
    VerifierKey itself = VerifierKey.of("w.example", VerifierKey.Kind.COSIGNATURE, log.key());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogTrust.of(TestLog.ORIGIN, log, List.of(itself), 1));
  }

  @Test
  void aQuorumOfNobodyIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogTrust.of(TestLog.ORIGIN, TestLog.LOG.verifier(), List.of(), 0));
  }
}
