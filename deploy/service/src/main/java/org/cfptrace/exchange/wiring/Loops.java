package org.cfptrace.exchange.wiring;

import io.quarkus.arc.All;
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
  private final List<OwnLoop> ownLoops;
  private final boolean areOn;
  private final Duration relayPause;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopping;

  Loops(
      Exchange exchange,
      @All List<OwnLoop> ownLoops,
      @ConfigProperty(name = "cfptrace.loops.on", defaultValue = "true") boolean areOn,
      @ConfigProperty(name = "cfptrace.relay.pause", defaultValue = "PT0.5S") Duration relayPause) {
    this.exchange = exchange;
    this.ownLoops = List.copyOf(ownLoops);
    this.areOn = areOn;
    this.relayPause = relayPause;
  }

  void start(@Observes @Priority(100) StartupEvent started) {
    if (areOn) {
      loop(
          new OwnLoop(
              "relay",
              () -> exchange.relay().round().sent(),
              relayPause,
              exchange.outbox()::whenAdded));
      loop(new OwnLoop("registry", () -> exchange.openInboxes().round(), Duration.ofMillis(500)));
      loop(new OwnLoop("laid-aside", () -> exchange.retry().round(), Duration.ofSeconds(1)));
      exchange
          .logBook()
          .ifPresent(book -> loop(new OwnLoop("log", book::round, Duration.ofSeconds(1))));
      ownLoops.forEach(this::loop);
    }
  }

  void stop(@Observes ShutdownEvent stopped) {
    stopping = true;
    threads.forEach(Thread::interrupt);
  }

  private void loop(OwnLoop loop) {
    Bell bell = new Bell();
    loop.wakeUp().accept(bell::ring);
    Thread thread = new Thread(() -> run(loop, bell), "cfptrace-" + loop.name());
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  private void run(OwnLoop loop, Bell bell) {
    while (!stopping) {
      try {
        if (loop.round().getAsInt() == 0) {
          bell.waitFor(loop.pause());
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException failure) {
        // A round that fails, whatever the cause, is followed by the next one.
        if (stopping) {
          return;
        }
        LOG.errorf(
            "round failed loop=%s reason=%s", loop.name(), failure.getClass().getSimpleName());
        LOG.debug("round failed", failure);
        sleep(AFTER_FAILURE);
      }
    }
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends a pause when there is something to do; otherwise the pause ends by itself. */
  private static final class Bell {
    private final Semaphore rung = new Semaphore(0);

    void ring() {
      rung.release();
    }

    void waitFor(Duration pause) throws InterruptedException {
      if (rung.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        rung.drainPermits();
      }
    }
  }
}
