package org.cfptrace.exchange.wiring;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * What a participant does by itself, round after round: the relay, the calls to the registry, and
 * another look at what was laid aside. A round that fails is logged and tried again; each instance
 * of the service runs its own loops, because all work is claimed in the database.
 */
@IfBuildProperty(name = "cfptrace.exchange.on", stringValue = "true")
@ApplicationScoped
public class Loops {
  private static final Logger LOG = Logger.getLogger(Loops.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final Exchange exchange;
  private final boolean areOn;
  private final Duration relayPause;
  private final Semaphore somethingToSend = new Semaphore(0);
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopping;

  Loops(
      Exchange exchange,
      @ConfigProperty(name = "cfptrace.loops.on", defaultValue = "true") boolean areOn,
      @ConfigProperty(name = "cfptrace.relay.pause", defaultValue = "PT0.5S") Duration relayPause) {
    this.exchange = exchange;
    this.areOn = areOn;
    this.relayPause = relayPause;
  }

  void start(@Observes @Priority(100) StartupEvent started) {
    exchange.outbox().whenAdded(somethingToSend::release);
    if (areOn) {
      loop("relay", () -> exchange.relay().round().sent(), relayPause);
      loop("registry", () -> exchange.openInboxes().round(), Duration.ofMillis(500));
      loop("laid-aside", () -> exchange.retry().round(), Duration.ofSeconds(1));
    }
  }

  void stop(@Observes ShutdownEvent stopped) {
    stopping = true;
    threads.forEach(Thread::interrupt);
  }

  private void loop(String name, IntSupplier round, Duration pause) {
    Thread thread = new Thread(() -> run(name, round, pause), "cfptrace-" + name);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  private void run(String name, IntSupplier round, Duration pause) {
    while (!stopping) {
      try {
        if (round.getAsInt() == 0) {
          rest(name, pause);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException failure) {
        // A round that fails, whatever the cause, is followed by the next one.
        if (stopping) {
          return;
        }
        LOG.errorf("round failed loop=%s reason=%s", name, failure.getClass().getSimpleName());
        LOG.debug("round failed", failure);
        sleep(AFTER_FAILURE);
      }
    }
  }

  private void rest(String name, Duration pause) throws InterruptedException {
    if (!name.equals("relay")) {
      Thread.sleep(pause.toMillis());
    } else if (somethingToSend.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
      somethingToSend.drainPermits();
    }
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
