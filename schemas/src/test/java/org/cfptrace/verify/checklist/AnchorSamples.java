package org.cfptrace.verify.checklist;

import static org.cfptrace.verify.Reason.BAD_CHECKPOINT;
import static org.cfptrace.verify.Reason.BAD_INCLUSION_PROOF;
import static org.cfptrace.verify.Reason.COMPROMISED_KEY;
import static org.cfptrace.verify.Reason.ISSUED_AFTER_INCLUSION;
import static org.cfptrace.verify.Reason.KEY_NOT_VALID_THEN;
import static org.cfptrace.verify.Reason.OTHER_LOG;
import static org.cfptrace.verify.Reason.WITNESSES_MISSING;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.keys.Sha256;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.log.InclusionProof;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.log.NoteSigner;
import org.cfptrace.log.TestLog;
import org.cfptrace.log.Tiles;
import org.cfptrace.log.TreeHash;
import org.cfptrace.log.VerifierKey;
import org.cfptrace.verify.Reason;

/** Items 31 to 33, 84, 129, 130, 133 and 134: that a declaration was in the log, and when. */
final class AnchorSamples {
  private static final DeclarationForge FORGE = DeclarationForge.nextTier();
  private static final DeclarationId ID = new DeclarationId(FORGE.id());
  private static final int INDEX = 11;

  /** The second of the two witnesses that are asked for signs a second after the first. */
  private static final long SIGNED = Cast.IAT + 29;

  private static final long IN_LOG = Cast.IAT + 30;
  private static final long DAY = 86_400;
  private static final TestLog LOG = log();
  private static final Checkpoint CHECKPOINT = LOG.checkpoint();
  private static final InclusionProof PROOF =
      new Tiles(LOG.tiles(), CHECKPOINT.size()).inclusion(INDEX);

  private AnchorSamples() {}

  private static TestLog log() {
    TestLog log = TestLog.ofSize(INDEX);
    log.append(LogEntry.ofDeclaration(ID));
    for (int i = 0; i < 8; i++) {
      log.append(TestLog.entry(100 + i));
    }
    return log;
  }

  static Stream<Sample> all() {
    return Stream.of(keys(), times(), proofs(), checkpoints(), leaves())
        .flatMap(samples -> samples);
  }

  private static Stream<Sample> keys() {
    return Stream.of(
        sample(0, "accepted", "nothing", Sample.ACCEPTED, note(SIGNED)),
        key(
            31,
            "rotated-out-before-inclusion",
            "the key was replaced in the second in which the declaration was in the log",
            KEY_NOT_VALID_THEN.name(),
            Setting.STANDARD.mill(
                mill -> mill.key(Cast.MILL_DECLARES, key -> key.validTo(IN_LOG)))),
        key(
            31,
            "not-yet-valid-at-inclusion",
            "the key was valid one second after the declaration was in the log",
            KEY_NOT_VALID_THEN.name(),
            Setting.STANDARD.mill(
                mill -> mill.key(Cast.MILL_DECLARES, key -> key.validFrom(IN_LOG + 1)))),
        key(
            32,
            "revoked-before-inclusion",
            "the key is reported as compromised since the second of inclusion",
            COMPROMISED_KEY.name(),
            Setting.STANDARD.mill(
                mill -> mill.key(Cast.MILL_DECLARES, key -> key.compromised(IN_LOG)))),
        key(
            33,
            "accepted-revoked-after-inclusion",
            "the key is reported as compromised since the second after inclusion: not a defect",
            Sample.ACCEPTED,
            Setting.STANDARD.mill(
                mill -> mill.key(Cast.MILL_DECLARES, key -> key.compromised(IN_LOG + 1)))),
        key(
            33,
            "accepted-rotated-after-inclusion",
            "the key was replaced in the second after inclusion: not a defect",
            Sample.ACCEPTED,
            Setting.STANDARD.mill(
                mill -> mill.key(Cast.MILL_DECLARES, key -> key.validTo(IN_LOG + 1)))));
  }

  private static Stream<Sample> times() {
    return Stream.of(
        sample(
            84,
            "issued-after-inclusion",
            "issued 121 seconds after it was in the log",
            ISSUED_AFTER_INCLUSION.name(),
            note(Cast.IAT - 122)),
        sample(
            0,
            "accepted-issued-120-seconds-after",
            "issued 120 seconds after it was in the log: clocks differ",
            Sample.ACCEPTED,
            note(Cast.IAT - 121)),
        sample(
            84,
            "late-anchor",
            "in the log 24 hours and a second after its issue: accepted, and flagged",
            LogForm.LATE,
            note(Cast.IAT + DAY)),
        sample(
            0,
            "accepted-anchored-after-a-day",
            "in the log 24 hours after its issue",
            Sample.ACCEPTED,
            note(Cast.IAT + DAY - 1)));
  }

  private static Stream<Sample> proofs() {
    return Stream.of(
        proof(
            "other-index",
            "the proof is for the index before",
            new InclusionProof(INDEX - 1L, PROOF.size(), PROOF.path())),
        proof(
            "index-at-size",
            "the index is the size of the tree",
            new InclusionProof(PROOF.size(), PROOF.size(), PROOF.path())),
        proof(
            "extra-hash",
            "a hash more than the tree is high",
            new InclusionProof(INDEX, PROOF.size(), LogForm.longer(PROOF.path()))),
        proof(
            "short-hash",
            "a hash less than the tree is high",
            new InclusionProof(
                INDEX, PROOF.size(), PROOF.path().subList(0, PROOF.path().size() - 1))),
        proof(
            "other-size",
            "the proof is for a tree of one entry more than the checkpoint",
            new InclusionProof(INDEX, PROOF.size() + 1, PROOF.path())),
        proof(
            "hashes-swapped",
            "the first two hashes in each other's place",
            new InclusionProof(
                INDEX,
                PROOF.size(),
                Stream.concat(
                        Stream.of(PROOF.path().get(1), PROOF.path().get(0)),
                        PROOF.path().stream().skip(2))
                    .toList())),
        LogForm.sample(
            129,
            Form.ANCHOR,
            "proof-of-other-declaration",
            "the proof is of another entry of the same log",
            BAD_INCLUSION_PROOF.name(),
            LogForm.anchor(
                FORGE.text(),
                new LoggedEntry(
                    otherId(),
                    new Tiles(LOG.tiles(), CHECKPOINT.size()).inclusion(3),
                    note(SIGNED)),
                TestLog.trust())));
  }

  private static DeclarationId otherId() {
    byte[] entry = TestLog.entry(3).bytes();
    return new DeclarationId(Base64Text.encode(java.util.Arrays.copyOfRange(entry, 1, 33)));
  }

  private static Stream<Sample> checkpoints() {
    Checkpoint foreign = new Checkpoint("other.example/log", CHECKPOINT.size(), CHECKPOINT.root());
    NoteSigner foreignKey =
        TestLog.signer("other.example/log", VerifierKey.Kind.ED25519, "the log of the samples");
    NoteSigner stranger =
        TestLog.signer("stranger.example", VerifierKey.Kind.COSIGNATURE, "a stranger");
    var ofForeign = foreignKey.sign(foreign);
    var own = TestLog.LOG.sign(CHECKPOINT);
    var unlike = TestLog.LOG.sign(TestLog.ofSize(5).checkpoint());
    Instant at = Instant.ofEpochSecond(SIGNED);
    return Stream.of(
        sample(
            130,
            "other-origin",
            "the checkpoint names another log",
            OTHER_LOG.name(),
            ofForeign
                .with(TestLog.FIRST.cosign(ofForeign, at))
                .with(TestLog.SECOND.cosign(ofForeign, at))
                .written()),
        sample(
            133,
            "witnesses-below-quorum",
            "one witness signed where two are asked for",
            WITNESSES_MISSING.name(),
            TestLog.note(CHECKPOINT, at, TestLog.FIRST)),
        sample(
            133,
            "witness-twice",
            "one witness signed twice where two are asked for",
            WITNESSES_MISSING.name(),
            TestLog.note(CHECKPOINT, at, TestLog.FIRST, TestLog.FIRST)),
        sample(
            133,
            "witness-unknown",
            "one of the two witnesses that signed is nobody we know",
            WITNESSES_MISSING.name(),
            TestLog.note(CHECKPOINT, at, TestLog.FIRST, stranger)),
        sample(
            0,
            "accepted-unknown-witness-beside",
            "a witness nobody knows signed as well",
            Sample.ACCEPTED,
            TestLog.note(CHECKPOINT, at, TestLog.FIRST, TestLog.SECOND, stranger)),
        sample(
            0,
            "witness-of-other-checkpoint",
            "a third witness's signature is that of another checkpoint",
            BAD_CHECKPOINT.name(),
            own.with(TestLog.FIRST.cosign(own, at))
                .with(TestLog.SECOND.cosign(own, at))
                .with(TestLog.THIRD.cosign(unlike, at))
                .written()),
        sample(
            0,
            "not-signed-by-the-log",
            "the log's signature is that of another checkpoint",
            BAD_CHECKPOINT.name(),
            new org.cfptrace.log.SignedNote(own.text(), unlike.signatures())
                .with(TestLog.FIRST.cosign(own, at))
                .with(TestLog.SECOND.cosign(own, at))
                .written()));
  }

  /** A tree over two entries in which the declaration's leaf was hashed as nodes are. */
  private static Stream<Sample> leaves() {
    byte[] entry = LogEntry.ofDeclaration(ID).bytes();
    TreeHash beside = TestLog.entry(1).leaf();
    return Stream.of(
        leaf(
            "leaf-as-node",
            "the leaf was hashed with the prefix of nodes",
            TreeHash.of(Sha256.of(new byte[] {1}, entry)),
            beside),
        leaf(
            "leaf-without-prefix",
            "the leaf was hashed without a prefix",
            TreeHash.of(Sha256.of(entry)),
            beside));
  }

  private static Sample leaf(String defect, String spoiled, TreeHash leaf, TreeHash beside) {
    Checkpoint checkpoint = new Checkpoint(TestLog.ORIGIN, 2, TreeHash.ofNode(leaf, beside));
    return LogForm.sample(
        134,
        Form.ANCHOR,
        defect,
        spoiled,
        BAD_INCLUSION_PROOF.name(),
        LogForm.anchor(
            FORGE.text(),
            new LoggedEntry(
                ID,
                new InclusionProof(0, 2, List.of(beside)),
                TestLog.note(
                    checkpoint, Instant.ofEpochSecond(SIGNED), TestLog.FIRST, TestLog.SECOND)),
            TestLog.trust()));
  }

  private static Sample key(
      int item, String defect, String spoiled, String expected, Setting setting) {
    return LogForm.sample(
        item, Form.ANCHOR, defect, spoiled, expected, setting, text(PROOF, note(SIGNED)));
  }

  private static Sample proof(String defect, String spoiled, InclusionProof proof) {
    Reason expected = BAD_INCLUSION_PROOF;
    return LogForm.sample(
        129, Form.ANCHOR, defect, spoiled, expected.name(), text(proof, note(SIGNED)));
  }

  private static Sample sample(
      int item, String defect, String spoiled, String expected, String note) {
    return LogForm.sample(item, Form.ANCHOR, defect, spoiled, expected, text(PROOF, note));
  }

  private static String text(InclusionProof proof, String note) {
    LogTrust trust = TestLog.trust();
    return LogForm.anchor(FORGE.text(), new LoggedEntry(ID, proof, note), trust);
  }

  private static String note(long firstWitness) {
    return TestLog.note(
        CHECKPOINT, Instant.ofEpochSecond(firstWitness), TestLog.FIRST, TestLog.SECOND);
  }
}
