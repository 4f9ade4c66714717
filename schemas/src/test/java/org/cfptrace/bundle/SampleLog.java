package org.cfptrace.bundle;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.chain.ChainWorld;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.log.ConsistencyProof;
import org.cfptrace.log.InclusionProof;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.log.NoteSigner;
import org.cfptrace.log.TestLog;
import org.cfptrace.log.Tiles;
import org.cfptrace.log.Timestamp;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.verify.checklist.StampForge;

/**
 * The log of a sample: first the declarations, over which a checkpoint was made and stamped, then
 * what the registry has said itself, over which the bundle's checkpoint is.
 */
final class SampleLog {
  private static final Instant SEEN = SampleAudit.AUDITED.minusSeconds(30);

  private final TestLog log = new TestLog();
  private final Checkpoint older;
  private final Checkpoint newer;

  SampleLog(
      Map<DeclarationId, LoggedEntry> proofs, List<DirectoryEntry> directory, String statusList) {
    proofs.values().stream()
        .sorted(Comparator.comparingLong(proof -> proof.proof().index()))
        .forEach(proof -> log.append(LogEntry.ofDeclaration(proof.declarationId())));
    this.older = log.checkpoint();
    directory.forEach(entry -> log.append(entry.record().logEntry()));
    log.append(LogEntry.ofStatusList(statusList));
    this.newer = log.checkpoint();
  }

  /** The bundle's checkpoint with two witnesses. */
  String note() {
    return note(TestLog.FIRST, TestLog.SECOND);
  }

  String note(NoteSigner... witnesses) {
    return TestLog.note(newer, SEEN, witnesses);
  }

  /** The checkpoint over the declarations alone. */
  String olderNote() {
    return TestLog.note(older, ChainWorld.LOGGED, TestLog.FIRST, TestLog.SECOND);
  }

  Checkpoint checkpoint() {
    return newer;
  }

  LoggedToken registryEvent(DirectoryEntry entry) {
    return logged(entry.jws(), entry.record().logEntry());
  }

  LoggedToken statusList(String token) {
    return logged(token, LogEntry.ofStatusList(token));
  }

  private LoggedToken logged(String token, LogEntry entry) {
    return new LoggedToken(token, Optional.of(inclusion(log.entries().indexOf(entry))));
  }

  /** The proof of an entry under the bundle's checkpoint. */
  InclusionProof inclusion(long index) {
    return new Tiles(log.tiles(), newer.size()).inclusion(index);
  }

  /** The proof of a declaration's entry under the checkpoint over the declarations alone. */
  InclusionProof olderInclusion(long index) {
    return new Tiles(log.tiles(), older.size()).inclusion(index);
  }

  ConsistencyProof consistency() {
    return new Tiles(log.tiles(), newer.size()).consistencyFrom(older.size());
  }

  /** A stamp over the checkpoint of the declarations. */
  Stamp stamp(StampForge authority, Instant at) {
    return new Stamp(timestamp(olderNote(), authority, at), consistency());
  }

  /** A stamp over the bundle's own checkpoint. */
  Stamp ownStamp(StampForge authority, Instant at) {
    return new Stamp(
        timestamp(note(), authority, at),
        new ConsistencyProof(newer.size(), newer.size(), List.of()));
  }

  static Timestamp timestamp(String note, StampForge authority, Instant at) {
    return new Timestamp(note, authority.stamp(note, BigInteger.TEN, at));
  }
}
