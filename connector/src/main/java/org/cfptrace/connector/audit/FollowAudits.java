package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cfptrace.connector.audit.AuditHop.State;
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
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.database.Transactions;
import org.cfptrace.verify.Reason;

/**
 * Carries audits on, one hop in one transaction: opens the inbox for a company that is no partner,
 * asks it, waits for it as long as its leave holds, and concludes an audit when nothing is awaited
 * any more. All state is in tables, so that after a restart it goes on where it was.
 */
public final class FollowAudits {
  private static final Duration SOON = Duration.ofMillis(500);
  private static final Duration LATER = Duration.ofSeconds(10);

  private final Audits audits;
  private final Auditors directory;
  private final Partners partners;
  private final Introductions introductions;
  private final Threads threads;
  private final PostMessage post;
  private final ConcludeAudit conclude;
  private final Transactions transactions;
  private final CrashPoints crashPoints;
  private final Clock clock;

  public FollowAudits(
      Audits audits,
      Auditors directory,
      Partners partners,
      Introductions introductions,
      Threads threads,
      PostMessage post,
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
    this.conclude = requireNonNull(conclude, "conclude");
    this.transactions = requireNonNull(transactions, "transactions");
    this.crashPoints = requireNonNull(crashPoints, "crashPoints");
    this.clock = requireNonNull(clock, "clock");
  }

  /** One round; says how many steps were taken. */
  public int round() {
    int steps = 0;
    while (transactions.<Boolean>inNew(this::stepOne)
        || transactions.<Boolean>inNew(this::concludeOne)) {
      crashPoints.reach(CrashPoint.AUDIT_STEP_AFTER_COMMIT);
      steps++;
    }
    return steps;
  }

  private boolean stepOne() {
    Optional<AuditHop> due = audits.claimHop(clock.instant());
    due.ifPresent(this::step);
    return due.isPresent();
  }

  private void step(AuditHop hop) {
    if (!clock.instant().isBefore(hop.leaveUntil())) {
      audits.save(hop.in(State.UNAVAILABLE), clock.instant());
    } else {
      try {
        ask(hop);
      } catch (Registry.RegistryAway away) {
        audits.save(hop, clock.instant().plus(LATER));
      }
    }
    crashPoints.reach(CrashPoint.AUDIT_STEP_BEFORE_COMMIT);
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
      introductions.take(introduction.get(), clock.instant());
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
    // Looked at again when its leave is over: until then it is waited for.
    audits.save(hop.in(State.ASKED), hop.leaveUntil());
  }

  private void fail(AuditHop hop, Reason reason) {
    audits.save(
        hop.in(State.FAILED, Optional.of(reason.name()), Optional.empty()), clock.instant());
  }

  private boolean concludeOne() {
    Optional<Audit> settled = audits.claimSettled(clock.instant());
    boolean isDone = settled.filter(conclude::conclude).isPresent();
    settled
        .filter(audit -> !isDone)
        .ifPresent(audit -> audits.concludeLater(audit.id(), in(LATER)));
    settled.ifPresent(audit -> crashPoints.reach(CrashPoint.AUDIT_STEP_BEFORE_COMMIT));
    return settled.isPresent();
  }

  private Instant in(Duration pause) {
    return clock.instant().plus(pause);
  }
}
