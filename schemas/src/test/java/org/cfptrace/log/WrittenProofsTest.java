package org.cfptrace.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.Test;

/** A proof is read as it was written, and nothing longer than any tree, nor beside it. */
class WrittenProofsTest {
  private static final int SIZE = 100;

  private final TestLog log = TestLog.ofSize(SIZE);
  private final Checkpoint checkpoint = log.checkpoint();

  @Test
  void aConsistencyProofIsReadAsItWasWritten() {
    ConsistencyProof proof = new Tiles(log.tiles(), SIZE).consistencyFrom(37);

    assertThat(proof.path()).hasSizeGreaterThan(3);
    assertThat(read(proof)).isEqualTo(proof);
  }

  @Test
  void anEntryProofIsReadAsItWasWrittenAndNothingBesideIt() {
    EntryProof proof = new EntryProof(new Tiles(log.tiles(), SIZE).inclusion(99), note());
    ObjectNode json = proof.toJson();

    assertThat(EntryProof.from(Members.of(json, "proof"))).isEqualTo(proof);
    json.put("index2", "99");
    assertThatThrownBy(() -> EntryProof.from(Members.of(json, "proof")))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void aPathAsLongAsTheHighestTreeIsReadAndALongerOneIsNot() {
    assertThat(read(inclusion(InclusionProof.LONGEST)).path()).hasSize(63);
    assertThatThrownBy(() -> read(inclusion(InclusionProof.LONGEST + 1)))
        .isInstanceOf(MalformedException.class);
    assertThat(read(consistency(ConsistencyProof.LONGEST)).path()).hasSize(64);
    assertThatThrownBy(() -> read(consistency(ConsistencyProof.LONGEST + 1)))
        .isInstanceOf(MalformedException.class);
  }

  private String note() {
    return TestLog.note(
        checkpoint, Instant.parse("2026-11-27T12:00:00Z"), TestLog.FIRST, TestLog.SECOND);
  }

  private InclusionProof inclusion(int length) {
    return new InclusionProof(0, SIZE, path(length));
  }

  private ConsistencyProof consistency(int length) {
    return new ConsistencyProof(1, SIZE, path(length));
  }

  private List<TreeHash> path(int length) {
    return Collections.nCopies(length, checkpoint.root());
  }

  private static InclusionProof read(InclusionProof proof) {
    return InclusionProof.read(Members.of(proof.writeTo(StrictJson.object()), "proof"));
  }

  private static ConsistencyProof read(ConsistencyProof proof) {
    return ConsistencyProof.read(Members.of(proof.writeTo(StrictJson.object()), "proof"));
  }
}
