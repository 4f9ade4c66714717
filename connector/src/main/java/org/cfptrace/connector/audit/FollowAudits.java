package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cfptrace.connector.audit.AuditHop.State;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.notify.Told;
import org.cfptrace.envelope.AuditRequestBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.InboxAccess;
import org.cfptrace.exchange.partner.Introduction;
import org.cfptrace.exchange.partner.Introductions;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.Partners;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.exchange.partner.Threads;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.crash.MarkedTransactions;
import org.cfptrace.service.database.Transactions;
import org.cfptrace.trade.RequestId;
import org.cfptrace.verify.Reason;

/**
 * Carries audits on, one hop in one transaction: opens the inbox for a company that is no partner,
 * asks it, waits for it nearly as long as its leave holds, and concludes an audit when nothing is
 * awaited any more. All state is in tables, so that after a restart it goes on where it was. One
 * hop or audit with which something is wrong keeps no other waiting.
 */
public final class FollowAudits {
  private static final Duration SOON = Duration.ofMillis(500);
  private static final Duration LATER = Duration.ofSeconds(10);
  private static final Duration LONG = Duration.ofDays(1);
  private static final int MOST_ATTEMPTS = 5;

  private final Audits audits;
  private final Auditors directory;
  private final Partners partners;
  private final Introductions introductions;
  private final Threads threads;
  private final PostMessage post;
  private final Notifications notifications;
  private final ConcludeAudit conclude;
  private final Transactions transactions;
  private final Transactions puttingOff;
  private final CrashPoints crashPoints;
  private final Clock clock;

  public FollowAudits(
      Audits audits,
      Auditors directory,
      Partners partners,
      Introductions introductions,
      Threads threads,
      PostMessage post,
      Notifications notifications,
      ConcludeAudit conclude,
      Transactions transactions,
      CrashPoints crashPoints,
      Clock clock) {
    this.audits = requireNonNull(audits, "audits");
    this.directory = requireNonNull(directory, "directory");
    this.partners = requireNonNull(partners, "partners");
    this.introductions = requireNonNull(introductions, "introductions");
    this.threads = requireNonNull(threads, "threads");
    this.post = requireNonNull(post, "post");
    this.notifications = requireNonNull(notifications, "notifications");
    this.conclude = requireNonNull(conclude, "conclude");
    this.transactions = requireNonNull(transactions, "transactions");
    this.crashPoints = requireNonNull(crashPoints, "crashPoints");
    this.puttingOff =
        MarkedTransactions.around(
            transactions,
            crashPoints,
            CrashPoint.AUDIT_STEP_PUT_OFF_BEFORE_COMMIT,
            CrashPoint.AUDIT_STEP_PUT_OFF_AFTER_COMMIT);
    this.clock = requireNonNull(clock, "clock");
  }

  /** One round; says how many steps were taken. */
  public int round() {
    int steps = 0;
    while (next(this::stepOne, hop -> audits.askLater(new RequestId(hop), in(LATER)))
        || next(this::concludeOne, this::putOff)) {
      steps++;
    }
    return steps;
  }

  /** One step in its own transaction; of one that goes wrong nothing is kept but that it did. */
  private boolean next(Supplier<Boolean> step, Consumer<UUID> putOff) {
    try {
      boolean isTaken = transactions.inNew(step);
      if (isTaken) {
        crashPoints.reach(CrashPoint.AUDIT_STEP_AFTER_COMMIT);
      }
      return isTaken;
    } catch (RuntimeException failure) {
      // Whatever one audit stumbles over must not keep the others waiting: it is put off.
      CannotDo wrong = CannotDo.in(failure).orElseThrow(() -> failure);
      puttingOff.doInNew(() -> putOff.accept(wrong.what()));
      return true;
    }
  }

  private boolean stepOne() {
    Optional<AuditHop> due = audits.claimHop(clock.instant());
    due.ifPresent(
        hop -> {
          CannotDo.unless(hop.requestId().uuid(), () -> step(hop));
          crashPoints.reach(CrashPoint.AUDIT_STEP_BEFORE_COMMIT);
        });
    return due.isPresent();
  }

  private void step(AuditHop hop) {
    if (!clock.instant().isBefore(hop.waitUntil()) || audits.isStopped(hop.audit())) {
      audits.save(hop.in(State.UNAVAILABLE), clock.instant());
      return;
    }
    try {
      ask(hop);
    } catch (Registry.RegistryAway away) {
      audits.save(hop, in(LATER));
    }
  }

  private void ask(AuditHop hop) {
    Optional<DirectoryEntry> entry = directory.entry(hop.company());
    Optional<Introduction> introduction = hop.vouchedKey().map(key -> introduction(hop, key));
    if (entry.isEmpty()) {
      fail(hop, Reason.UNKNOWN_SIGNER);
    } else if (introduction.filter(known -> !known.vouchesFor(entry.get())).isPresent()) {
      // Whoever shows another key than the one vouched for is not asked, whatever the registry
      // says.
      fail(hop, Reason.UNKNOWN_KEY);
    } else if (isPartner(hop)) {
      send(hop, Way.INBOX);
    } else if (introduction.isEmpty()) {
      fail(hop, Reason.UNKNOWN_SIGNER);
    } else if (introductions.inbox(hop.company()) != InboxAccess.OPEN) {
      // Taken once: each time it is, the registry is asked at once, however often it was away.
      if (hop.state() == State.NEW) {
        introductions.take(introduction.get(), clock.instant());
      }
      audits.save(hop.in(State.OPENING), clock.instant().plus(SOON));
    } else {
      introductions.take(introduction.get(), clock.instant());
      send(hop, Way.DOOR);
    }
  }

  private static Introduction introduction(AuditHop hop, Fingerprint key) {
    return new Introduction(
        hop.company(),
        Introduction.Purpose.ANSWERS_US,
        key,
        hop.company(),
        hop.leaveUntil(),
        InboxAccess.OPENING);
  }

  private boolean isPartner(AuditHop hop) {
    return partners.find(hop.company()).filter(Partner::isTrusted).isPresent();
  }

  private void send(AuditHop hop, Way way) {
    post.post(
        hop.company(),
        way,
        threads.about(hop.company(), Optional.empty()),
        MessageType.AUDIT_REQUEST,
        (hop.leaveKind() == Leave.Kind.MANDATE
                ? AuditRequestBody.byMandate(hop.requestId(), hop.leave(), 0)
                : AuditRequestBody.byEndorsement(hop.requestId(), hop.leave(), 0))
            .toJson());
    // Looked at again when waiting is over.
    audits.save(hop.in(State.ASKED), hop.waitUntil());
  }

  private void fail(AuditHop hop, Reason reason) {
    audits.save(
        hop.in(State.FAILED, Optional.of(reason.name()), Optional.empty()), clock.instant());
  }

  private boolean concludeOne() {
    Optional<Audit> settled = audits.claimSettled(clock.instant());
    settled.ifPresent(
        audit -> {
          CannotDo.unless(
              audit.id(),
              () ->
                  conclude
                      .conclude(audit)
                      .ifPresentOrElse(what -> waitFor(audit, what), () -> letGo(audit.id())));
          crashPoints.reach(CrashPoint.AUDIT_STEP_BEFORE_COMMIT);
        });
    return settled.isPresent();
  }

  /** Whoever was let in to answer may write to us no more, unless another audit waits for it. */
  private void letGo(UUID audit) {
    for (ParticipantId company : audits.askedByItAlone(audit)) {
      introductions.end(company, Introduction.Purpose.ANSWERS_US, clock.instant());
    }
  }

  private void waitFor(Audit audit, Audit.WaitingFor what) {
    // What has just begun to be awaited, such as the log's next checkpoint, is mostly there at
    // once.
    boolean isNew = !audit.waitingFor().equals(Optional.of(what));
    Instant since = audits.concludeLater(audit.id(), what, in(isNew ? SOON : LATER));
    if (!clock.instant().isBefore(since.plus(LONG))) {
      notifications.tell(
          Told.of(NotificationType.AUDIT_WAITING, clock.instant())
              .withPartner(audit.company())
              .withProduct(audit.product())
              .withFact("auditId", audit.id().toString())
              .withFact("waitingFor", what.name())
              .once("audit waits " + audit.id()));
    }
  }

  /** Longer and longer, and in the end it is given up. */
  private void putOff(UUID id) {
    int attempts = audits.failed(id);
    Optional<Audit> running =
        audits.findForChange(id).filter(audit -> audit.state() == Audit.State.RUNNING);
    if (attempts < MOST_ATTEMPTS) {
      running.ifPresent(audit -> audits.tryLater(id, in(LATER.multipliedBy(1L << attempts))));
    } else {
      running.ifPresent(
          audit -> {
            audits.endWithout(id, Audit.WithoutReport.CANNOT_BE_JUDGED, clock.instant());
            letGo(id);
            notifications.tell(JudgeChain.words(audits.find(id).orElseThrow(), clock.instant()));
          });
    }
  }

  private Instant in(Duration pause) {
    return clock.instant().plus(pause);
  }
}
