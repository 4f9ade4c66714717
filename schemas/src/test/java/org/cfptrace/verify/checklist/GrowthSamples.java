package org.cfptrace.verify.checklist;

import static org.cfptrace.verify.Reason.BAD_CHECKPOINT;
import static org.cfptrace.verify.Reason.BAD_CONSISTENCY_PROOF;
import static org.cfptrace.verify.Reason.FORK;
import static org.cfptrace.verify.Reason.OTHER_LOG;
import static org.cfptrace.verify.Reason.TREE_SHRANK;

import java.util.List;
import java.util.stream.Stream;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.log.ConsistencyProof;
import org.cfptrace.log.SignedNote;
import org.cfptrace.log.TestLog;
import org.cfptrace.log.Tiles;
import org.cfptrace.log.TreeHash;
import org.cfptrace.log.VerifierKey;
import org.cfptrace.verify.Reason;

/** Items 130 to 132: two checkpoints of one log, and whether the second goes on from the first. */
final class GrowthSamples {
  private static final int OLDER = 21;
  private static final int NEWER = 30;
  private static final TestLog LOG = TestLog.ofSize(NEWER);
  private static final Checkpoint NEW = LOG.checkpoint();
  private static final Checkpoint OLD = TestLog.ofSize(OLDER).checkpoint();
  private static final ConsistencyProof PROOF =
      new Tiles(LOG.tiles(), NEWER).consistencyFrom(OLDER);

  private GrowthSamples() {}

  static Stream<Sample> all() {
    TestLog forked = new TestLog();
    for (int i = 0; i < NEWER; i++) {
      forked.append(TestLog.entry(i == 4 ? 1000 : i));
    }
    Checkpoint fork = forked.checkpoint();
    List<TreeHash> path = PROOF.path();
    return Stream.of(
        sample(0, "accepted", "nothing", Sample.ACCEPTED, OLD, NEW, PROOF),
        sample(
            0,
            "accepted-the-same",
            "the same checkpoint again",
            Sample.ACCEPTED,
            OLD,
            OLD,
            new ConsistencyProof(OLDER, OLDER, List.of())),
        sample(
            131,
            "shrinking-tree",
            "the newer checkpoint holds nine entries less",
            TREE_SHRANK.name(),
            NEW,
            OLD,
            new ConsistencyProof(NEWER, OLDER, path)),
        sample(
            132,
            "fork-of-the-same-size",
            "another root over as many entries",
            FORK.name(),
            NEW,
            fork,
            new ConsistencyProof(NEWER, NEWER, List.of())),
        sample(
            132,
            "fork-that-grew",
            "a longer tree in which the fifth entry is another, with its own proof",
            FORK.name(),
            OLD,
            fork,
            new Tiles(forked.tiles(), NEWER).consistencyFrom(OLDER)),
        refused(
            "growth-extra-hash",
            "a hash more than the proof needs",
            new ConsistencyProof(OLDER, NEWER, LogForm.longer(path))),
        refused(
            "growth-short-hash",
            "a hash less than the proof needs",
            new ConsistencyProof(OLDER, NEWER, path.subList(0, path.size() - 1))),
        refused(
            "growth-other-size",
            "the proof is from another size than the checkpoint's",
            new ConsistencyProof(OLDER - 1L, NEWER, path)),
        otherOrigin(),
        otherKey());
  }

  private static Sample otherOrigin() {
    Checkpoint foreign = new Checkpoint("other.example/log", NEWER, NEW.root());
    SignedNote note =
        TestLog.signer("other.example/log", VerifierKey.Kind.ED25519, "the log of the samples")
            .sign(foreign);
    return LogForm.sample(
        130,
        Form.GROWTH,
        "other-origin",
        "the newer checkpoint names another log",
        OTHER_LOG.name(),
        LogForm.growth(TestLog.LOG.sign(OLD).written(), note.written(), PROOF, TestLog.trust()));
  }

  private static Sample otherKey() {
    SignedNote note =
        TestLog.signer(TestLog.ORIGIN, VerifierKey.Kind.ED25519, "another log's key").sign(NEW);
    return LogForm.sample(
        0,
        Form.GROWTH,
        "other-key",
        "the newer checkpoint is signed by a key that is not the log's",
        BAD_CHECKPOINT.name(),
        LogForm.growth(TestLog.LOG.sign(OLD).written(), note.written(), PROOF, TestLog.trust()));
  }

  private static Sample refused(String defect, String spoiled, ConsistencyProof proof) {
    Reason expected = BAD_CONSISTENCY_PROOF;
    return sample(0, defect, spoiled, expected.name(), OLD, NEW, proof);
  }

  private static Sample sample(
      int item,
      String defect,
      String spoiled,
      String expected,
      Checkpoint older,
      Checkpoint newer,
      ConsistencyProof proof) {
    return LogForm.sample(
        item,
        Form.GROWTH,
        defect,
        spoiled,
        expected,
        LogForm.growth(
            TestLog.LOG.sign(older).written(),
            TestLog.LOG.sign(newer).written(),
            proof,
            TestLog.trust()));
  }
}
