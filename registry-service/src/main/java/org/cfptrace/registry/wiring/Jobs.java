package org.cfptrace.registry.wiring;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.cfptrace.registry.broker.BrokerUnreachable;
import org.cfptrace.registry.broker.Reconciling;
import org.cfptrace.registry.certificate.EnrolmentNonces;
import org.cfptrace.registry.certificate.TakenCalls;
import org.cfptrace.registry.directory.DirectoryRelay;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.crash.MarkedTransactions;
import org.cfptrace.service.database.Transactions;
import org.jboss.logging.Logger;

/** What the registry does unasked. Each may run on several instances at once. */
@ApplicationScoped
class Jobs {
  private static final Logger LOG = Logger.getLogger(Jobs.class);

  private final DirectoryRelay relay;
  private final Reconciling reconciling;
  private final Transactions transactions;
  private final TakenCalls calls;
  private final EnrolmentNonces nonces;
  private final Clock clock;

  Jobs(
      DirectoryRelay relay,
      Reconciling reconciling,
      Transactions transactions,
      CrashPoints crashPoints,
      TakenCalls calls,
      EnrolmentNonces nonces,
      Clock clock) {
    this.relay = relay;
    this.reconciling = reconciling;
    this.transactions =
        MarkedTransactions.around(
            transactions,
            crashPoints,
            CrashPoint.FORGETTING_BEFORE_COMMIT,
            CrashPoint.FORGETTING_AFTER_COMMIT);
    this.calls = calls;
    this.nonces = nonces;
    this.clock = clock;
  }

  @Scheduled(every = "1s", concurrentExecution = SKIP)
  void relayDirectory() {
    whileReachable("directory", relay::relay);
  }

  @Scheduled(every = "30s", concurrentExecution = SKIP)
  void beat() {
    relay.beat();
  }

  @Scheduled(every = "2s", concurrentExecution = SKIP)
  void workAtBroker() {
    whileReachable("rights", reconciling::work);
  }

  @Scheduled(every = "10m", concurrentExecution = SKIP)
  void lookAtEverybody() {
    whileReachable("everybody", reconciling::start);
  }

  @Scheduled(every = "1h", concurrentExecution = SKIP)
  void forgetOld() {
    transactions.doInNew(
        () -> {
          calls.forget(clock.instant().minus(TakenCalls.KEPT_AFTER_EXPIRY));
          nonces.forget(clock.instant().minus(EnrolmentNonces.KEPT));
        });
  }

  private static void whileReachable(String what, Runnable job) {
    try {
      job.run();
    } catch (BrokerUnreachable e) {
      LOG.warnf("broker is not reachable, job=%s, reason=%s", what, e.getMessage());
    }
  }
}
