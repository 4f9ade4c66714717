package org.cfptrace.bundle;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.log.ConsistencyProof;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.Timestamp;

/**
 * A time stamp over a checkpoint of the log, and the proof that this checkpoint and the bundle's
 * are of one tree: the log is stamped once a day, so the two are seldom the same.
 *
 * @param consistency from the smaller of the two trees to the larger
 */
public record Stamp(Timestamp timestamp, ConsistencyProof consistency) {
  /** How much the clocks of witnesses, authority and auditor may differ. */
  static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

  public Stamp {
    requireNonNull(timestamp, "timestamp");
    requireNonNull(consistency, "consistency");
  }

  /** Whether a stranger with this trust will take it beside this checkpoint. */
  public boolean isGood(LogTrust trust, Checkpoint checkpoint) {
    try {
      StampCheck.of(this, trust, checkpoint);
      return true;
    } catch (Stopped stopped) {
      return false;
    }
  }
}
