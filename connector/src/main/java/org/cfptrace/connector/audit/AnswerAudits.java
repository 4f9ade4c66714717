package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.notify.Told;
import org.cfptrace.envelope.AuditDisclosureBody;
import org.cfptrace.envelope.AuditRefusalReason;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.crash.MarkedTransactions;
import org.cfptrace.service.database.Transactions;

/**
 * Shows auditors what was accepted: one request in one transaction, with all parts of the answer,
 * what the journal says of them, and what suppliers are told. A leave that was lost meanwhile is
 * not answered. One request that cannot be answered keeps no other waiting: it is tried again
 * later, and refused in the end.
 */
public final class AnswerAudits {
  private static final Duration LATER = Duration.ofSeconds(10);
  private static final int MOST_ATTEMPTS = 5;

  private final AskedAudits asked;
  private final Duration patience;
  private final JudgeLeave judgeLeave;
  private final DiscloseDeclaration disclose;
  private final RefuseAudit refuseAudit;
  private final NoteAccess note;
  private final Notifications notifications;
  private final PostMessage post;
  private final Transactions transactions;
  private final Transactions puttingOff;
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
      NoteAccess note,
      Notifications notifications,
      PostMessage post,
      Transactions transactions,
      CrashPoints crashPoints,
      Clock clock) {
    this.asked = requireNonNull(asked, "asked");
    this.patience = requireNonNull(patience, "patience");
    this.judgeLeave = requireNonNull(judgeLeave, "judgeLeave");
    this.disclose = requireNonNull(disclose, "disclose");
    this.refuseAudit = requireNonNull(refuseAudit, "refuseAudit");
    this.note = requireNonNull(note, "note");
    this.notifications = requireNonNull(notifications, "notifications");
    this.post = requireNonNull(post, "post");
    this.transactions = requireNonNull(transactions, "transactions");
    this.crashPoints = requireNonNull(crashPoints, "crashPoints");
    this.puttingOff =
        MarkedTransactions.around(
            transactions,
            crashPoints,
            CrashPoint.AUDIT_ANSWER_PUT_OFF_BEFORE_COMMIT,
            CrashPoint.AUDIT_ANSWER_PUT_OFF_AFTER_COMMIT);
    this.clock = requireNonNull(clock, "clock");
  }

  /** One round; says how many requests were settled or put off. */
  public int round() {
    int settled = 0;
    while (answerNext()) {
      settled++;
    }
    return settled;
  }

  private boolean answerNext() {
    try {
      boolean isTaken = transactions.inNew(this::answerOne);
      if (isTaken) {
        crashPoints.reach(CrashPoint.AUDIT_ANSWER_AFTER_COMMIT);
      }
      return isTaken;
    } catch (RuntimeException failure) {
      // Whatever one request stumbles over must not keep the others waiting: it is put off.
      CannotDo unanswered = CannotDo.in(failure).orElseThrow(() -> failure);
      puttingOff.doInNew(() -> putOff(unanswered.what()));
      return true;
    }
  }

  private boolean answerOne() {
    Instant now = clock.instant();
    Optional<AskedAudit> accepted = asked.claimAccepted(now, now.minus(patience));
    accepted.ifPresent(
        request -> {
          CannotDo.unless(request.id(), () -> answer(request));
          crashPoints.reach(CrashPoint.AUDIT_ANSWER_BEFORE_COMMIT);
        });
    return accepted.isPresent();
  }

  private void answer(AskedAudit request) {
    Optional<AuditRefusalReason> lost;
    try {
      lost = judgeLeave.lostBy(request);
    } catch (Registry.RegistryAway away) {
      asked.answerLater(request.id(), clock.instant().plus(LATER));
      return;
    }
    if (lost.isPresent()) {
      refuse(request, lost.get());
    } else {
      show(request);
    }
  }

  private void refuse(AskedAudit request, AuditRefusalReason reason) {
    AskedAudit refused =
        request.refused(reason, Optional.empty(), request.settledBy(), clock.instant());
    asked.save(refused);
    refuseAudit.tell(refused);
  }

  /** Nothing of the attempt is kept but that it was made. */
  private void putOff(UUID id) {
    int attempts = asked.failed(id);
    if (attempts >= MOST_ATTEMPTS) {
      asked
          .findForChange(id)
          .filter(request -> request.state() == AskedAudit.State.ACCEPTED)
          .ifPresent(this::giveUp);
    } else {
      asked.answerLater(id, clock.instant().plus(LATER.multipliedBy(1L << attempts)));
    }
  }

  private void giveUp(AskedAudit request) {
    refuse(request, AuditRefusalReason.CANNOT_ANSWER);
    notifications.tell(
        Told.of(NotificationType.AUDIT_NOT_ANSWERED, clock.instant())
            .withPartner(request.auditor())
            .withDeclaration(request.declaration().orElseThrow().value())
            .withFact("auditRequestId", request.id().toString()));
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
    note.shown(request, disclosed.shown());
    asked.save(request.answered(clock.instant()));
  }
}
