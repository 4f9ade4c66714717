package org.cfptrace.bundle;

import java.time.Instant;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.log.ConsistencyProof;
import org.cfptrace.log.LogReason;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.LogVerdict;
import org.cfptrace.log.SignedCheckpoint;
import org.cfptrace.log.Timestamp;
import org.cfptrace.log.TimestampCertificate;
import org.cfptrace.verify.Reason;

/**
 * Checks a stamp: witnesses have signed the checkpoint it covers, that checkpoint is of the same
 * tree as the bundle's, and the authority we know has stamped its exact bytes, no sooner than the
 * witnesses have signed them.
 */
final class StampCheck {
  private StampCheck() {}

  /**
   * What a stamp shows.
   *
   * @param at when the authority saw it
   * @param entries how many entries the log had then
   */
  record Shown(Instant at, long entries) {}

  static Shown of(Stamp stamp, LogTrust trust, Checkpoint ours) {
    Timestamp timestamp = stamp.timestamp();
    TimestampCertificate authority =
        trust
            .timestampCertificate()
            .orElseThrow(
                () ->
                    new Stopped(
                        Reason.BAD_TIMESTAMP,
                        "the trust anchor names no time stamp authority",
                        "信頼情報に時刻認証局がありません"));
    SignedCheckpoint stamped =
        proven(
            trust.witnessed(timestamp.note()), "the stamped checkpoint", "タイムスタンプ対象のチェックポイントが不正です");
    proven(
        sameTree(stamp.consistency(), stamped.checkpoint(), ours),
        "the stamped checkpoint is not of the same tree as the bundle's",
        "タイムスタンプ対象のチェックポイントは、証拠の束のチェックポイントと同じ木のものではありません");
    proven(
        timestamp.checkImprint(),
        "the time stamp is over other bytes than the checkpoint",
        "タイムスタンプの対象はこのチェックポイントではありません");
    Instant at =
        proven(
            timestamp.check(authority),
            "the time stamp is not by the authority of the trust anchor",
            "タイムスタンプは信頼情報の時刻認証局によるものではありません");
    Instant seen = stamped.time().orElseThrow();
    Stopped.unless(
        !at.plus(Stamp.CLOCKS_DIFFER).isBefore(seen),
        Reason.BAD_TIMESTAMP,
        "the time stamp is of " + at + ", before the witnesses signed what it covers, " + seen,
        "タイムスタンプの時刻(" + at + ")は、証人の署名(" + seen + ")より前です");
    return new Shown(at, stamped.checkpoint().size());
  }

  private static LogVerdict<Checkpoint> sameTree(
      ConsistencyProof proof, Checkpoint stamped, Checkpoint ours) {
    boolean isOlder = stamped.size() <= ours.size();
    LogVerdict<Checkpoint> verdict =
        isOlder ? proof.check(stamped, ours) : proof.check(ours, stamped);
    // Every tree begins with the empty one, so a stamp over that says nothing of this log.
    return verdict.then(
        tree ->
            Math.min(stamped.size(), ours.size()) > 0
                ? LogVerdict.proven(tree)
                : LogVerdict.refused(LogReason.BAD_CONSISTENCY_PROOF, "an empty tree"));
  }

  private static <T> T proven(LogVerdict<T> verdict, String en, String ja) {
    return verdict.fold(
        value -> value,
        refused -> {
          throw new Stopped(Reason.of(refused.reason()), en + ": " + refused.detail(), ja);
        });
  }
}
