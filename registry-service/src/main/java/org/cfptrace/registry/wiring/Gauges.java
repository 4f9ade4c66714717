package org.cfptrace.registry.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.cfptrace.keys.CryptoProviders;
import org.cfptrace.registry.broker.BrokerWork;
import org.cfptrace.registry.certificate.CertificateAuthority;
import org.cfptrace.registry.directory.DirectoryOutbox;
import org.cfptrace.registry.log.LogQueue;
import org.cfptrace.registry.log.LogStore;
import org.cfptrace.service.database.Transactions;

/** What an operator watches: what waits, and what comes to an end. */
@ApplicationScoped
class Gauges {
  private final DirectoryOutbox outbox;
  private final BrokerWork work;
  private final LogQueue logQueue;
  private final LogStore log;
  private final Transactions transactions;
  private final AtomicLong entriesWaiting = new AtomicLong();
  private final AtomicLong workWaiting = new AtomicLong();
  private final AtomicLong logWaiting = new AtomicLong();
  private final AtomicLong logSize = new AtomicLong();
  private final AtomicLong logShown = new AtomicLong();

  Gauges(
      DirectoryOutbox outbox,
      BrokerWork work,
      LogQueue logQueue,
      LogStore log,
      Transactions transactions) {
    this.outbox = outbox;
    this.work = work;
    this.logQueue = logQueue;
    this.log = log;
    this.transactions = transactions;
  }

  void register(
      @Observes StartupEvent start,
      MeterRegistry metrics,
      CertificateAuthority authority,
      Clock clock) {
    Gauge.builder("cfptrace.directory.waiting", entriesWaiting::get)
        .description("directory entries on their way to the topic")
        .register(metrics);
    Gauge.builder("cfptrace.broker.work.waiting", workWaiting::get)
        .description("participants whose rights at the broker have to be looked at")
        .register(metrics);
    Gauge.builder("cfptrace.log.waiting", logWaiting::get)
        .description("entries handed in that have no place in the log yet")
        .register(metrics);
    Gauge.builder("cfptrace.log.size", logSize::get)
        .description("entries in the log")
        .register(metrics);
    Gauge.builder("cfptrace.log.shown", logShown::get)
        .description("entries under the newest checkpoint shown")
        .register(metrics);
    Gauge.builder(
            "cfptrace.authority.remaining",
            () -> Duration.between(clock.instant(), authority.notAfter()).toSeconds())
        .description("how long the issuing certificate is still good")
        .baseUnit("seconds")
        .register(metrics);
    Gauge.builder("cfptrace.crypto.provider", () -> 1)
        .tag("name", CryptoProviders.chosen().name())
        .description("the provider of P-256 that was chosen at start")
        .register(metrics);
  }

  @Scheduled(every = "15s")
  void measure() {
    transactions.inNew(
        () -> {
          entriesWaiting.set(outbox.waiting());
          workWaiting.set(work.size());
          logWaiting.set(logQueue.waiting());
          logSize.set(log.size());
          logShown.set(log.published().map(LogStore.Published::size).orElse(0L));
          return 0;
        });
  }
}
