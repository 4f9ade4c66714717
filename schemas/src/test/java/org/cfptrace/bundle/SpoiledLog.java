package org.cfptrace.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.bundle.EvidenceFiles.Published;
import org.cfptrace.chain.ChainWorld;
import org.cfptrace.chain.HopAnswer;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.log.ConsistencyProof;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.NoteSigner;
import org.cfptrace.log.TestLog;
import org.cfptrace.log.Timestamp;
import org.cfptrace.log.VerifierKey;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.checklist.StampForge;

/**
 * Bundles of an honest chain in which one thing that the log should show is wrong. Digest and
 * report are in order, as a dishonest auditor would have them.
 */
final class SpoiledLog {
  private static final StampForge STRANGER = StampForge.named("time stamps of a stranger");

  final SampleAudit audit = new SampleAudit();
  final ChainWorld.Made car = audit.car(audit.part(audit.steel("3")));
  final Bundle honest = audit.bundle(car).evidence();
  final List<DirectoryEntry> directory =
      honest.directory().stream()
          .map(logged -> DirectoryEntry.read(logged.token(), audit.trust()))
          .toList();
  final SampleLog log = audit.log(directory, honest.statusList().token());

  static Map<String, Published> all() {
    Map<String, Published> all = new LinkedHashMap<>();
    put(all, "stamp-over-the-own-checkpoint", Optional.empty(), SpoiledLog::ownStamp);
    put(all, "stamp-over-other-bytes", Reason.BAD_TIMESTAMP, SpoiledLog::overOtherBytes);
    put(all, "stamp-of-unknown-authority", Reason.BAD_TIMESTAMP, SpoiledLog::byStranger);
    put(all, "stamp-missing", Reason.BAD_TIMESTAMP, it -> it.with(Optional.empty()));
    put(all, "stamp-before-the-witnesses", Reason.BAD_TIMESTAMP, SpoiledLog::tooEarly);
    put(all, "stamp-without-witnesses", Reason.WITNESSES_MISSING, SpoiledLog::unwitnessedStamp);
    put(all, "stamp-of-another-history", Reason.BAD_CONSISTENCY_PROOF, SpoiledLog::otherHistory);
    put(all, "stamp-over-an-empty-log", Reason.BAD_CONSISTENCY_PROOF, SpoiledLog::emptyLog);
    put(all, "directory-entry-not-in-the-log", Reason.BAD_INCLUSION_PROOF, SpoiledLog::secretEntry);
    put(all, "directory-entry-without-proof", Reason.NOT_LOGGED, SpoiledLog::unprovenEntry);
    put(all, "directory-proofs-swapped", Reason.BAD_INCLUSION_PROOF, SpoiledLog::swapped);
    put(
        all,
        "directory-proof-of-other-tree-size",
        Reason.BAD_INCLUSION_PROOF,
        SpoiledLog::otherSize);
    put(all, "status-list-not-in-the-log", Reason.BAD_INCLUSION_PROOF, SpoiledLog::secretList);
    put(all, "status-list-without-proof", Reason.NOT_LOGGED, SpoiledLog::unprovenList);
    put(all, "status-list-three-days-old", Reason.STATUS_UNKNOWN, SpoiledLog::oldList);
    put(all, "checkpoint-of-another-log", Reason.OTHER_LOG, SpoiledLog::otherOrigin);
    put(all, "checkpoint-with-one-witness", Reason.WITNESSES_MISSING, SpoiledLog::oneWitness);
    put(all, "checkpoints-of-two-histories", Reason.FORK, SpoiledLog::twoHistories);
    SpoiledLog late = new SpoiledLog();
    all.put(
        "report-dated-back.json",
        Published.fails(
            late.audit.reported(late.car, late.honest, SampleAudit.AUDITED.minusSeconds(1800)),
            Reason.EVIDENCE_DIFFERS));
    all.put("answer-twice.json", Published.isNoBundle(answerTwice()));
    all.put("member-twice.json", Published.isNoBundle(memberTwice()));
    return all;
  }

  private static void put(
      Map<String, Published> all, String name, Reason reason, Function<SpoiledLog, Bundle> making) {
    put(all, name, Optional.of(reason), making);
  }

  private static void put(
      Map<String, Published> all,
      String name,
      Optional<Reason> reason,
      Function<SpoiledLog, Bundle> making) {
    SpoiledLog it = new SpoiledLog();
    SignedBundle bundle = it.audit.reported(it.car, making.apply(it));
    all.put(
        name + ".json",
        reason.map(why -> Published.fails(bundle, why)).orElseGet(() -> Published.holds(bundle)));
  }

  // ---- stamps

  private Bundle ownStamp() {
    return with(Optional.of(log.ownStamp(SampleAudit.AUTHORITY, SampleAudit.AUDITED)));
  }

  private Bundle overOtherBytes() {
    Timestamp other = SampleLog.timestamp(log.note(), SampleAudit.AUTHORITY, SampleAudit.AUDITED);
    return with(new Timestamp(log.olderNote(), other.token()));
  }

  private Bundle byStranger() {
    return with(Optional.of(log.stamp(STRANGER, SampleAudit.STAMPED)));
  }

  private Bundle tooEarly() {
    return with(
        Optional.of(
            log.stamp(SampleAudit.AUTHORITY, ChainWorld.LOGGED.minus(Duration.ofMinutes(10)))));
  }

  private Bundle unwitnessedStamp() {
    TestLog other = declarations();
    String note = TestLog.note(other.checkpoint(), ChainWorld.LOGGED, TestLog.FIRST);
    return with(SampleLog.timestamp(note, SampleAudit.AUTHORITY, SampleAudit.STAMPED));
  }

  /** Log and witnesses have signed another beginning; its size does not occur otherwise. */
  private Bundle otherHistory() {
    TestLog other = TestLog.ofSize(3);
    String note =
        TestLog.note(other.checkpoint(), ChainWorld.LOGGED, TestLog.FIRST, TestLog.SECOND);
    ConsistencyProof proof =
        new ConsistencyProof(3, log.checkpoint().size(), log.consistency().path());
    return with(
        Optional.of(
            new Stamp(
                SampleLog.timestamp(note, SampleAudit.AUTHORITY, SampleAudit.STAMPED), proof)));
  }

  private Bundle emptyLog() {
    Checkpoint empty = TestLog.ofSize(0).checkpoint();
    String note = TestLog.note(empty, ChainWorld.LOGGED, TestLog.FIRST, TestLog.SECOND);
    return with(
        Optional.of(
            new Stamp(
                SampleLog.timestamp(note, SampleAudit.AUTHORITY, SampleAudit.STAMPED),
                new ConsistencyProof(0, log.checkpoint().size(), List.of()))));
  }

  private TestLog declarations() {
    TestLog declarations = new TestLog();
    audit.world.proofs().values().stream()
        .sorted(Comparator.comparingLong(proof -> proof.proof().index()))
        .forEach(proof -> declarations.append(LogEntry.ofDeclaration(proof.declarationId())));
    return declarations;
  }

  // ---- directory

  /** The registry says to the auditor alone that B is accredited. */
  private Bundle secretEntry() {
    audit.b.accreditedUntil(SampleAudit.AUDITED);
    return withEntry(1, new LoggedToken(audit.b.entry().jws(), honest.directory().get(1).proof()));
  }

  private Bundle unprovenEntry() {
    return withEntry(1, new LoggedToken(directory.get(1).jws(), Optional.empty()));
  }

  private Bundle swapped() {
    List<LoggedToken> entries = new ArrayList<>(honest.directory());
    entries.set(0, new LoggedToken(directory.get(0).jws(), honest.directory().get(1).proof()));
    entries.set(1, new LoggedToken(directory.get(1).jws(), honest.directory().get(0).proof()));
    return with(entries, honest.statusList());
  }

  private Bundle otherSize() {
    return withEntry(
        1, new LoggedToken(directory.get(1).jws(), Optional.of(log.olderInclusion(1))));
  }

  // ---- status list

  private Bundle secretList() {
    return with(
        honest.directory(),
        new LoggedToken(audit.statusList(2, SampleAudit.AUDITED), honest.statusList().proof()));
  }

  private Bundle unprovenList() {
    return with(honest.directory(), new LoggedToken(honest.statusList().token(), Optional.empty()));
  }

  private Bundle oldList() {
    String old = audit.statusList(1, SampleAudit.AUDITED.minus(Duration.ofDays(3)));
    SampleLog other = audit.log(directory, old);
    return new Bundle(
        honest.mandate(),
        honest.companyKey(),
        honest.root(),
        honest.answers(),
        other.note(),
        directory.stream().map(other::registryEvent).toList(),
        other.statusList(old),
        Optional.of(other.stamp(SampleAudit.AUTHORITY, SampleAudit.STAMPED)));
  }

  // ---- checkpoint

  private Bundle otherOrigin() {
    String origin = "another.example/log";
    NoteSigner signer =
        TestLog.signer(origin, VerifierKey.Kind.ED25519, "the log of another data space");
    Checkpoint ours = log.checkpoint();
    return withCheckpoint(signer.sign(new Checkpoint(origin, ours.size(), ours.root())).written());
  }

  private Bundle oneWitness() {
    return withCheckpoint(log.note(TestLog.FIRST));
  }

  /** Log and witnesses have signed two trees of the size of the declarations' checkpoint. */
  private Bundle twoHistories() {
    TestLog other = TestLog.ofSize(declarations().size());
    String note =
        TestLog.note(other.checkpoint(), ChainWorld.LOGGED, TestLog.FIRST, TestLog.SECOND);
    return with(SampleLog.timestamp(note, SampleAudit.AUTHORITY, SampleAudit.STAMPED));
  }

  // ---- form

  private static byte[] answerTwice() {
    SpoiledLog it = new SpoiledLog();
    DeclarationId steel = it.honest.answers().keySet().iterator().next();
    Map<DeclarationId, HopAnswer> answers = new LinkedHashMap<>(it.honest.answers());
    answers.put(steel, new HopAnswer.Unavailable("once"));
    String file = text(it.audit.reported(it.car, it.withAnswers(answers)));
    String answer = "{\"declarationId\":\"" + steel.value() + "\",\"unavailable\":\"once\"}";
    return file.replace(answer, answer + "," + answer).getBytes(UTF_8);
  }

  private static byte[] memberTwice() {
    String file = new String(SampleAudit.accepted(), UTF_8);
    return file.replaceFirst("\"form\":\"cfp-bundle-v1\",", "$0$0").getBytes(UTF_8);
  }

  private static String text(SignedBundle bundle) {
    return new String(BundleFile.write(bundle), UTF_8);
  }

  // ---- the same bundle but for one thing

  Bundle with(Optional<Stamp> stamp) {
    return changed(honest.checkpoint(), honest.directory(), honest.statusList(), stamp);
  }

  private Bundle with(Timestamp timestamp) {
    return with(Optional.of(new Stamp(timestamp, log.consistency())));
  }

  private Bundle withEntry(int place, LoggedToken entry) {
    List<LoggedToken> entries = new ArrayList<>(honest.directory());
    entries.set(place, entry);
    return with(entries, honest.statusList());
  }

  Bundle with(List<LoggedToken> entries, LoggedToken statusList) {
    return changed(honest.checkpoint(), entries, statusList, honest.stamp());
  }

  Bundle withCheckpoint(String note) {
    return changed(note, honest.directory(), honest.statusList(), honest.stamp());
  }

  Bundle withAnswers(Map<DeclarationId, HopAnswer> answers) {
    return new Bundle(
        honest.mandate(),
        honest.companyKey(),
        honest.root(),
        answers,
        honest.checkpoint(),
        honest.directory(),
        honest.statusList(),
        honest.stamp());
  }

  private Bundle changed(
      String note, List<LoggedToken> entries, LoggedToken statusList, Optional<Stamp> stamp) {
    return new Bundle(
        honest.mandate(),
        honest.companyKey(),
        honest.root(),
        honest.answers(),
        note,
        entries,
        statusList,
        stamp);
  }
}
