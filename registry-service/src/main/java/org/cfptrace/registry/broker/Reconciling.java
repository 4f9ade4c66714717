package org.cfptrace.registry.broker;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.registry.certificate.KeyHistory;
import org.cfptrace.registry.participant.Participant;
import org.cfptrace.registry.participant.Participants;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.database.Transactions;

/**
 * Brings the broker to what the register says. The database lock on a participant's work is held
 * meanwhile, so that of two instances the one with the older view cannot have the last word.
 */
public final class Reconciling {
  private static final int BATCH = 100;

  private final Participants participants;
  private final KeyHistory history;
  private final AcceptedPartners partners;
  private final BrokerWork work;
  private final Broker broker;
  private final Transactions transactions;
  private final CrashPoints crashPoints;
  private final Clock clock;
  private final Broker.Limits limits;
  private final int inboxPartitions;

  public Reconciling(
      Participants participants,
      KeyHistory history,
      AcceptedPartners partners,
      BrokerWork work,
      Broker broker,
      Transactions transactions,
      CrashPoints crashPoints,
      Clock clock,
      Broker.Limits limits,
      int inboxPartitions) {
    this.participants = participants;
    this.history = history;
    this.partners = partners;
    this.work = work;
    this.broker = broker;
    this.transactions = transactions;
    this.crashPoints = crashPoints;
    this.clock = clock;
    this.limits = limits;
    this.inboxPartitions = inboxPartitions;
  }

  /** Everybody's turn, and the topic everybody needs. */
  public void start() {
    // Noted before the broker is asked, so that one that is down now is looked at when it is back.
    transactions.inNew(
        () -> {
          work.addAll();
          crashPoints.reach(CrashPoint.EVERYBODY_BEFORE_COMMIT);
          return 0;
        });
    crashPoints.reach(CrashPoint.EVERYBODY_AFTER_COMMIT);
    broker.ensureTopic(TopicForm.directory());
    broker.ensureTopic(TopicForm.checkpoints());
  }

  /**
   * Does what waits.
   *
   * @throws BrokerUnreachable when the broker does not answer; what is left waits for the next time
   */
  public void work() {
    List<String> waiting = transactions.inNew(() -> work.waiting(BATCH));
    for (var shortId : waiting) {
      workOn(shortId);
    }
  }

  /**
   * Does what waits for one participant.
   *
   * @return false when another instance is at it or nothing waits
   */
  public boolean workOn(String shortId) {
    boolean isDone = transactions.inNew(() -> takeAndDo(shortId));
    if (isDone) {
      crashPoints.reach(CrashPoint.RIGHTS_AFTER_COMMIT);
    }
    return isDone;
  }

  private boolean takeAndDo(String shortId) {
    var taken = work.take(shortId);
    if (taken.isEmpty()) {
      return false;
    }
    crashPoints.reach(CrashPoint.RIGHTS_BEFORE_CALL);
    participants.find(shortId).ifPresent(this::reconcile);
    crashPoints.reach(CrashPoint.RIGHTS_AFTER_CALL);
    work.done(shortId, taken.getAsLong());
    return true;
  }

  private void reconcile(Participant participant) {
    var shortId = participant.id().shortId();
    broker.ensureTopic(TopicForm.inbox(shortId, inboxPartitions));
    broker.ensureTopic(TopicForm.door(shortId));
    boolean active = participant.status() == DirectoryStatus.ACTIVE;
    List<String> owners = active ? partners.ownersAccepting(shortId) : List.of();
    for (var connection : history.connections(shortId, clock.instant())) {
      var principal = participant.principal(connection.keyNumber());
      if (active && connection.mayConnect()) {
        settle(principal, BrokerRights.of(shortId, principal, owners));
        broker.limit(principal, limits);
      } else {
        settle(principal, Set.of());
        broker.forgetLimits(principal);
      }
    }
  }

  private void settle(String principal, Set<BrokerRight> wanted) {
    var present = broker.rightsOf(principal);
    var missing = new HashSet<>(wanted);
    missing.removeAll(present);
    var surplus = new HashSet<>(present);
    surplus.removeAll(wanted);
    // Take before giving: a crash in between leaves too little, never too much.
    if (!surplus.isEmpty()) {
      broker.revoke(surplus);
    }
    if (!missing.isEmpty()) {
      broker.grant(missing);
    }
  }
}
