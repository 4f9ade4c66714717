package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cfptrace.bundle.LoggedToken;
import org.cfptrace.bundle.Stamp;
import org.cfptrace.exchange.anchor.PublicLog;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.log.ConsistencyProof;
import org.cfptrace.log.InclusionProof;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.SignedCheckpoint;
import org.cfptrace.log.Timestamp;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.StatusListToken;

/**
 * What of the evidence only the log can give, under its newest checkpoint: that the registry's
 * directory entries and status list are in it, and a stamp over it. What is not there yet will be
 * with a later checkpoint, so the audit waits.
 */
final class LogEvidence {
  private final PublicLog log;
  private final LogTrust trust;
  private final RegistryEntries entries;
  private final SignedCheckpoint checkpoint;

  /**
   * Takes the newest checkpoint.
   *
   * @throws PublicLog.LogAwayException when there is none that enough witnesses have signed
   */
  LogEvidence(PublicLog log, LogTrust trust, RegistryEntries entries) {
    this.log = requireNonNull(log, "log");
    this.trust = requireNonNull(trust, "trust");
    this.entries = requireNonNull(entries, "entries");
    this.checkpoint =
        trust
            .witnessed(log.checkpoint())
            .fold(
                signed -> signed,
                refused -> {
                  throw new PublicLog.LogAwayException("checkpoint: " + refused.detail());
                });
  }

  /** The checkpoint, the whole note. */
  String note() {
    return checkpoint.note().written();
  }

  LoggedToken directoryEntry(DirectoryEntry entry) {
    return logged(entry.jws(), entry.record().logEntry());
  }

  LoggedToken statusList(StatusListToken list) {
    return logged(list.token(), list.entry());
  }

  private LoggedToken logged(String token, LogEntry entry) {
    Checkpoint tree = checkpoint.checkpoint();
    InclusionProof proof =
        entries
            .place(entry, tree.size())
            .map(place -> log.inclusions(List.of(place), tree.size()).get(0))
            .orElseThrow(() -> new PublicLog.LogAwayException("not in the log yet: " + entry));
    if (proof.check(entry, tree).asOptional().isEmpty()) {
      entries.forget();
      throw new PublicLog.LogAwayException("the log shows other entries than it has signed");
    }
    return new LoggedToken(token, Optional.of(proof));
  }

  /**
   * The newest good one of these stamps; empty where we know no authority.
   *
   * @param stamps fetched before the checkpoint, so that none is over a larger tree
   */
  Optional<Stamp> stamp(List<Timestamp> stamps) {
    if (trust.timestampCertificate().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        stamps.stream()
            .sorted(Comparator.comparingLong(this::size).reversed())
            .map(this::stamp)
            .filter(stamp -> stamp.isGood(trust, checkpoint.checkpoint()))
            .findFirst()
            .orElseThrow(() -> new PublicLog.LogAwayException("the log is not stamped yet")));
  }

  private Stamp stamp(Timestamp timestamp) {
    long from = size(timestamp);
    long to = checkpoint.checkpoint().size();
    return new Stamp(
        timestamp,
        from < 1 || from > to ? new ConsistencyProof(0, 0, List.of()) : log.consistency(from, to));
  }

  /** How many entries it is over; 0 when it is over none of this log. */
  private long size(Timestamp timestamp) {
    return trust
        .witnessed(timestamp.note())
        .asOptional()
        .map(signed -> signed.checkpoint().size())
        .orElse(0L);
  }
}
