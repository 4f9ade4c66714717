package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cfptrace.envelope.AuditDisclosureBody;
import org.cfptrace.envelope.AuditRefusalReason;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.database.Transactions;

/**
 * Shows auditors what was accepted: one request in one transaction, with all parts of the answer
 * and what the journal says of them. A leave that was lost meanwhile is not answered.
 */
public final class AnswerAudits {
  private final AskedAudits asked;
  private final Duration patience;
  private final JudgeLeave judgeLeave;
  private final DiscloseDeclaration disclose;
  private final RefuseAudit refuseAudit;
  private final AccessJournal journal;
  private final PostMessage post;
  private final Transactions transactions;
  private final CrashPoints crashPoints;
  private final Clock clock;

  /**
   * Makes it.
   *
   * @param patience how long an answer waits for the proof that what it shows is in the log; an
   *     auditor can do little with what is not
   */
  public AnswerAudits(
      AskedAudits asked,
      Duration patience,
      JudgeLeave judgeLeave,
      DiscloseDeclaration disclose,
      RefuseAudit refuseAudit,
      AccessJournal journal,
      PostMessage post,
      Transactions transactions,
      CrashPoints crashPoints,
      Clock clock) {
    this.asked = requireNonNull(asked, "asked");
    this.patience = requireNonNull(patience, "patience");
    this.judgeLeave = requireNonNull(judgeLeave, "judgeLeave");
    this.disclose = requireNonNull(disclose, "disclose");
    this.refuseAudit = requireNonNull(refuseAudit, "refuseAudit");
    this.journal = requireNonNull(journal, "journal");
    this.post = requireNonNull(post, "post");
    this.transactions = requireNonNull(transactions, "transactions");
    this.crashPoints = requireNonNull(crashPoints, "crashPoints");
    this.clock = requireNonNull(clock, "clock");
  }

  /** One round; says how many requests were settled. */
  public int round() {
    int settled = 0;
    while (transactions.<Boolean>inNew(this::answerOne)) {
      crashPoints.reach(CrashPoint.AUDIT_ANSWER_AFTER_COMMIT);
      settled++;
    }
    return settled;
  }

  private boolean answerOne() {
    Optional<AskedAudit> accepted = asked.claimAccepted(clock.instant().minus(patience));
    accepted.ifPresent(this::answer);
    return accepted.isPresent();
  }

  private void answer(AskedAudit request) {
    Optional<AuditRefusalReason> lost = judgeLeave.lostBy(request.leave().orElseThrow());
    if (lost.isPresent()) {
      AskedAudit refused =
          request.refused(lost.get(), Optional.empty(), request.settledBy(), clock.instant());
      asked.save(refused);
      refuseAudit.tell(refused);
    } else {
      show(request);
    }
    crashPoints.reach(CrashPoint.AUDIT_ANSWER_BEFORE_COMMIT);
  }

  private void show(AskedAudit request) {
    DiscloseDeclaration.Disclosed disclosed = disclose.of(request);
    List<AuditDisclosureBody> parts = disclosed.parts();
    for (AuditDisclosureBody part : parts) {
      post.post(
          request.auditor(),
          Way.INBOX,
          request.thread(),
          MessageType.AUDIT_DISCLOSURE,
          part.toJson());
    }
    disclosed
        .shown()
        .forEach(
            (declaration, claims) ->
                journal.add(AccessEntry.shown(request, declaration, claims, clock.instant())));
    asked.save(request.answered(clock.instant()));
  }
}
