package org.cfptrace.aggregator.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.cfptrace.aggregator.collect.Declarations;
import org.cfptrace.aggregator.collect.Quarantine;
import org.cfptrace.aggregator.collect.RetryLaidAside;
import org.cfptrace.aggregator.deliver.Outbox;
import org.cfptrace.aggregator.deliver.RelayOutbox;
import org.jboss.logging.Logger;

/**
 * What happens by itself: the outbox is relayed, what was laid aside is looked at again. More often
 * than the scheduler's second, because a partner waits for its receipt.
 */
@ApplicationScoped
class Clockwork {
  private static final Logger LOG = Logger.getLogger(Clockwork.class);
  private static final long RELAY_MILLIS = 200;
  private static final long RETRY_MILLIS = 500;
  private static final long STOP_SECONDS = 35;

  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
  private final RelayOutbox relay;
  private final RetryLaidAside retry;

  Clockwork(RelayOutbox relay, RetryLaidAside retry) {
    this.relay = relay;
    this.retry = retry;
  }

  void start(
      @Observes StartupEvent started,
      MeterRegistry meters,
      Outbox outbox,
      Quarantine quarantine,
      Declarations declarations) {
    Gauge.builder("cfp.outbox.depth", outbox, Outbox::depth).register(meters);
    Gauge.builder("cfp.quarantine.open", quarantine, Quarantine::open).register(meters);
    Gauge.builder("cfp.declarations", declarations, Declarations::howMany).register(meters);
    every(RELAY_MILLIS, relay::relay);
    every(RETRY_MILLIS, retry::round);
  }

  void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
      threads.shutdownNow();
    }
  }

  private void every(long millis, Runnable round) {
    var unused =
        threads.scheduleWithFixedDelay(() -> run(round), millis, millis, TimeUnit.MILLISECONDS);
  }

  // A round that fails is followed by the next one; what it held is free again.
  private static void run(Runnable round) {
    try {
      round.run();
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "a round failed and is tried again");
    }
  }
}
