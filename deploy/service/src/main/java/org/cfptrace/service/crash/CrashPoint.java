package org.cfptrace.service.crash;

import java.util.Set;

/**
 * Every border of a transaction and of a send at which the process may die. Each is reached in the
 * running code through {@link CrashPoints}; a test stops at every one of them in turn, starts again
 * and expects the same rows as if nothing had happened.
 */
public enum CrashPoint {
  /** A write over HTTP has done everything but commit. */
  HTTP_WRITE_BEFORE_COMMIT,
  /** A write over HTTP is committed, and its caller has not heard of it. */
  HTTP_WRITE_AFTER_COMMIT,
  /** The relay has claimed rows of the outbox and has sent nothing yet. */
  RELAY_BEFORE_SEND,
  /** The broker has taken the messages, and the rows still say PENDING. */
  RELAY_AFTER_SEND,
  /** The rows say SENT. */
  RELAY_AFTER_COMMIT,
  /** A message was opened, checked and applied, and nothing is committed. */
  RECEIVE_BEFORE_COMMIT,
  /**
   * A message is applied and its receipt lies in the outbox; the broker does not know that we are
   * done.
   */
  RECEIVE_AFTER_COMMIT,
  /** A message is about to be quarantined. */
  QUARANTINE_BEFORE_COMMIT,
  /** A message lies in quarantine; the broker does not know that we are done. */
  QUARANTINE_AFTER_COMMIT,
  /** The registry is about to be asked to let a partner write to our inbox. */
  GRANT_BEFORE_CALL,
  /** The registry has let the partner in, and our row does not say so. */
  GRANT_AFTER_CALL,
  /** The registry is about to be asked to let in, or shut out, a company that was introduced. */
  INTRODUCTION_BEFORE_CALL,
  /** The registry has heard, and our row does not say so. */
  INTRODUCTION_AFTER_CALL,
  /** Declarations of ours are about to be submitted to the log. */
  ANCHOR_BEFORE_CALL,
  /** The log has them, and our rows do not say so. */
  ANCHOR_AFTER_CALL,
  /** Our rows say what the log has said, and the message to whom it concerns lies in the outbox. */
  ANCHOR_AFTER_COMMIT,
  /** What we claim of our entries in the log, put off or ask again is about to be kept. */
  ANCHOR_ROW_BEFORE_COMMIT,
  /** That is kept. */
  ANCHOR_ROW_AFTER_COMMIT,
  /** The log is about to be told that a declaration of ours fell. */
  FALLEN_BEFORE_CALL,
  /** The log knows, and our row does not say so. */
  FALLEN_AFTER_CALL,
  /** Exports that we have signed are about to be submitted to the log. */
  EXPORT_BEFORE_CALL,
  /** The log has answered, and our rows do not say so. */
  EXPORT_AFTER_CALL,
  /** What we claim of our exports, or have heard of them, is about to be kept. */
  EXPORT_ROW_BEFORE_COMMIT,
  /** That is kept. */
  EXPORT_ROW_AFTER_COMMIT,
  /** What we claim of the checkpoints we have seen, or found out, is about to be kept. */
  LOG_WATCH_BEFORE_COMMIT,
  /** That is kept. */
  LOG_WATCH_AFTER_COMMIT,
  /** Which status list we have seen is kept, and nothing is made of it yet. */
  STATUS_LIST_AFTER_COMMIT,
  /** What an auditor is shown lies in the outbox and in the journal, uncommitted. */
  AUDIT_ANSWER_BEFORE_COMMIT,
  /** An auditor's request is answered; the next one is not begun. */
  AUDIT_ANSWER_AFTER_COMMIT,
  /** That an auditor's request could not be answered now is about to be kept. */
  AUDIT_ANSWER_PUT_OFF_BEFORE_COMMIT,
  /** An auditor's request is put off, or given up. */
  AUDIT_ANSWER_PUT_OFF_AFTER_COMMIT,
  /** An audit of ours has gone one step on, uncommitted. */
  AUDIT_STEP_BEFORE_COMMIT,
  /** An audit of ours has gone one step on. */
  AUDIT_STEP_AFTER_COMMIT,
  /** That an audit of ours could not go on now is about to be kept. */
  AUDIT_STEP_PUT_OFF_BEFORE_COMMIT,
  /** A step of an audit of ours is put off, or the audit given up. */
  AUDIT_STEP_PUT_OFF_AFTER_COMMIT,
  /** A stale product was worked out and its partners' messages lie in the outbox, uncommitted. */
  RECOMPUTE_BEFORE_COMMIT,
  /** A stale product is worked out; the next one is not begun. */
  RECOMPUTE_AFTER_COMMIT,
  /** That a stale product could not be worked out now is about to be kept. */
  RECOMPUTE_PUT_OFF_BEFORE_COMMIT,
  /** A stale product is put off. */
  RECOMPUTE_PUT_OFF_AFTER_COMMIT,
  /** What has become due by the calendar is told, uncommitted. */
  CALENDAR_BEFORE_COMMIT,
  /** What has become due is told. */
  CALENDAR_AFTER_COMMIT,
  /** Introductions whose day is over are about to end. */
  OVERDUE_BEFORE_COMMIT,
  /** Introductions whose day is over have ended, and the registry was not told yet. */
  OVERDUE_AFTER_COMMIT,
  /** A directory entry was checked and is not kept yet. */
  DIRECTORY_BEFORE_COMMIT,
  /** A directory entry is kept; the broker does not know that we are done. */
  DIRECTORY_AFTER_COMMIT,
  /** The registry's sign of life is about to be kept. */
  HEARTBEAT_BEFORE_COMMIT,
  /** The registry's sign of life is kept. */
  HEARTBEAT_AFTER_COMMIT,

  // Of the registry alone

  /** A signed call is used up and its work is done, uncommitted. */
  SIGNED_CALL_BEFORE_COMMIT,
  /** A signed call is used up and its work is kept; its caller has not heard of it. */
  SIGNED_CALL_AFTER_COMMIT,
  /** That everybody's rights are to be looked at is about to be noted. */
  EVERYBODY_BEFORE_COMMIT,
  /** That is noted, and the broker was not asked for the topics of all. */
  EVERYBODY_AFTER_COMMIT,
  /** A participant's work is taken, and the broker was not asked for anything yet. */
  RIGHTS_BEFORE_CALL,
  /** The broker has a participant's rights, and the registry's row says that they wait. */
  RIGHTS_AFTER_CALL,
  /** The row says that they are done; the next participant is not begun. */
  RIGHTS_AFTER_COMMIT,
  /** Records of the directory are taken, and nothing is sent yet. */
  DIRECTORY_BEFORE_SEND,
  /** The broker has the directory's records, and the registry's rows do not say so. */
  DIRECTORY_AFTER_SEND,
  /** The rows say that the directory's records are sent. */
  DIRECTORY_SENT_AFTER_COMMIT,
  /** The registry's sign of life lies in the outbox, uncommitted. */
  BEAT_BEFORE_COMMIT,
  /** The registry's sign of life lies in the outbox. */
  BEAT_AFTER_COMMIT,
  /** Checkpoints are taken, and nothing is sent yet. */
  CHECKPOINT_BEFORE_SEND,
  /** The broker has the checkpoints, and the registry's rows do not say so. */
  CHECKPOINT_AFTER_SEND,
  /** The rows say that the checkpoints are sent. */
  CHECKPOINT_AFTER_COMMIT,
  /** Used nonces and signed calls that can matter no more are about to be forgotten. */
  FORGETTING_BEFORE_COMMIT,
  /** They are forgotten. */
  FORGETTING_AFTER_COMMIT,
  /** The log's writer has done one step of its turn, uncommitted. */
  LOG_WRITER_BEFORE_COMMIT,
  /** One step of the turn is committed, and the next one is not begun. */
  LOG_WRITER_AFTER_COMMIT;

  /** Those that only the registry has. */
  public static final Set<CrashPoint> OF_REGISTRY =
      Set.of(
          SIGNED_CALL_BEFORE_COMMIT,
          SIGNED_CALL_AFTER_COMMIT,
          EVERYBODY_BEFORE_COMMIT,
          EVERYBODY_AFTER_COMMIT,
          RIGHTS_BEFORE_CALL,
          RIGHTS_AFTER_CALL,
          RIGHTS_AFTER_COMMIT,
          DIRECTORY_BEFORE_SEND,
          DIRECTORY_AFTER_SEND,
          DIRECTORY_SENT_AFTER_COMMIT,
          BEAT_BEFORE_COMMIT,
          BEAT_AFTER_COMMIT,
          CHECKPOINT_BEFORE_SEND,
          CHECKPOINT_AFTER_SEND,
          CHECKPOINT_AFTER_COMMIT,
          FORGETTING_BEFORE_COMMIT,
          FORGETTING_AFTER_COMMIT,
          LOG_WRITER_BEFORE_COMMIT,
          LOG_WRITER_AFTER_COMMIT);

  /** Those that only work comes to which has gone wrong, and is taken up again later. */
  public static final Set<CrashPoint> OF_PUT_OFFS =
      Set.of(
          AUDIT_ANSWER_PUT_OFF_BEFORE_COMMIT,
          AUDIT_ANSWER_PUT_OFF_AFTER_COMMIT,
          AUDIT_STEP_PUT_OFF_BEFORE_COMMIT,
          AUDIT_STEP_PUT_OFF_AFTER_COMMIT,
          RECOMPUTE_PUT_OFF_BEFORE_COMMIT,
          RECOMPUTE_PUT_OFF_AFTER_COMMIT);
}
