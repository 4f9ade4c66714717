package org.cfptrace.exchange.anchor;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.exchange.anchor.SeenCheckpoints.State;
import org.cfptrace.export.ExportStatement;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.log.EntryProof;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.SignedCheckpoint;
import org.cfptrace.verify.AnchorReader;
import org.cfptrace.verify.Reading;
import org.cfptrace.verify.Reason;

/**
 * Judges the proof that the statement of an export is in the log: the path, the witnesses, and the
 * key at the time of inclusion. Its checkpoint is kept, to be compared with the tree we see.
 */
public final class JudgeExportProof {
  private final AnchorReader reader;
  private final WatchLog watch;

  public JudgeExportProof(AnchorReader reader, WatchLog watch) {
    this.reader = requireNonNull(reader, "reader");
    this.watch = requireNonNull(watch, "watch");
  }

  /**
   * Since when it is in the log; in the transaction under way, and without asking the log.
   *
   * @param by who has brought the proof
   */
  public Reading<Instant> since(String statement, EntryProof proof, ParticipantId by) {
    return reader
        .read(statement, ExportStatement.TYPE, LogEntry.ofExport(statement), proof)
        .then(checkpoint -> since(checkpoint, by));
  }

  private Reading<Instant> since(SignedCheckpoint checkpoint, ParticipantId by) {
    return watch.see(checkpoint, by) == State.OTHER_TREE
        ? Reading.stopped(
            Reason.FORK, "a checkpoint of another tree than we are shown", Optional.empty())
        : Reading.accepted(checkpoint.time().orElseThrow());
  }
}
