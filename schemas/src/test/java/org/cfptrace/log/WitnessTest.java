package org.cfptrace.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WitnessTest {
  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

  private final TestLog log = TestLog.ofSize(10);
  private final Checkpoint first = log.checkpoint();
  private final InMemory memory = new InMemory();
  private final Witness witness =
      new Witness(
          TestLog.ORIGIN,
          TestLog.LOG.verifier(),
          TestLog.FIRST,
          memory,
          Clock.fixed(NOON, ZoneOffset.UTC));

  /** Forgets with the test. */
  private static final class InMemory implements Witness.Memory {
    private Optional<Checkpoint> last = Optional.empty();

    @Override
    public Optional<Checkpoint> last() {
      return last;
    }

    @Override
    public void remember(Checkpoint checkpoint) {
      last = Optional.of(checkpoint);
    }
  }

  private String asked(long old, List<TreeHash> proof, Checkpoint checkpoint) {
    return new WitnessRequest(old, proof, TestLog.LOG.sign(checkpoint).written()).written();
  }

  @Test
  void signsWhatGoesOnFromWhatItSaw() {
    assertThat(witness.addCheckpoint(asked(0, List.of(), first)).status()).isEqualTo(200);
    log.append(TestLog.entry(10));
    Checkpoint second = log.checkpoint();

    Witness.Answer answer =
        witness.addCheckpoint(
            asked(10, new Tiles(log.tiles(), 11).consistencyFrom(10).path(), second));

    assertThat(answer.status()).isEqualTo(200);
    NoteSignature line = NoteSignature.parse(answer.body().strip());
    String note = TestLog.LOG.sign(second).with(line).written();
    assertThat(TestLog.trust().signed(note).orElseThrow().witnessed().values())
        .containsExactly(NOON);
  }

  @Test
  void signsTheSameAgain() {
    witness.addCheckpoint(asked(0, List.of(), first));

    assertThat(witness.addCheckpoint(asked(10, List.of(), first)).status()).isEqualTo(200);
  }

  @Test
  void saysWhereItIsToALogThatDoesNotKnow() {
    witness.addCheckpoint(asked(0, List.of(), first));

    assertThat(witness.addCheckpoint(asked(0, List.of(), first)))
        .isEqualTo(new Witness.Answer(409, "10\n"));
  }

  @Test
  void doesNotSignASecondHistory() {
    witness.addCheckpoint(asked(0, List.of(), first));
    TestLog other = new TestLog();
    for (int i = 0; i < 12; i++) {
      other.append(TestLog.entry(100 + i));
    }
    Checkpoint forked = other.checkpoint();
    List<TreeHash> proof = new Tiles(other.tiles(), 12).consistencyFrom(10).path();

    assertThat(witness.addCheckpoint(asked(10, proof, forked)).status()).isEqualTo(409);
    assertThat(memory.last).contains(first);
  }

  @Test
  void doesNotSignAnotherRootOfTheSameSize() {
    witness.addCheckpoint(asked(0, List.of(), first));
    Checkpoint other = new Checkpoint(TestLog.ORIGIN, 10, TestLog.entry(3).leaf());

    assertThat(witness.addCheckpoint(asked(10, List.of(), other)).status()).isEqualTo(409);
  }

  @Test
  void doesNotSignWithoutAProof() {
    witness.addCheckpoint(asked(0, List.of(), first));
    log.append(TestLog.entry(10));

    assertThat(witness.addCheckpoint(asked(10, List.of(), log.checkpoint())).status())
        .isEqualTo(422);
  }

  @Test
  void doesNotSignForALogItDoesNotKnow() {
    Checkpoint foreign = new Checkpoint("other.example/log", 10, first.root());
    String unsigned =
        new WitnessRequest(
                0,
                List.of(),
                new SignedNote(
                        first.text(), TestLog.LOG.sign(TestLog.ofSize(3).checkpoint()).signatures())
                    .written())
            .written();

    assertThat(witness.addCheckpoint(asked(0, List.of(), foreign)).status()).isEqualTo(404);
    assertThat(witness.addCheckpoint(unsigned).status()).isEqualTo(403);
    assertThat(witness.addCheckpoint("old 0\nrubbish").status()).isEqualTo(400);
    assertThat(witness.addCheckpoint(asked(11, List.of(), first)).status()).isEqualTo(400);
  }
}
