package org.cfptrace.exchange.receive.adapter;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Supplier;
import org.cfptrace.exchange.deliver.Backoff;
import org.cfptrace.exchange.receive.ReceiveMessage.Outcome;
import org.jboss.logging.Logger;

/**
 * Does not let go of a message before it is in the database: applied, or in quarantine. While the
 * database is away there is nothing better to do than to wait; a message that we ourselves stumble
 * over goes to quarantine after a few attempts, so that it blocks nobody.
 */
@IfBuildProperty(name = "cfptrace.exchange.on", stringValue = "true")
@ApplicationScoped
public class Persistently {
  private static final Logger LOG = Logger.getLogger(Persistently.class);
  private static final int ATTEMPTS = 3;

  private volatile boolean stopping;

  void stop(@Observes ShutdownEvent stopped) {
    stopping = true;
  }

  void run(String way, Supplier<Outcome> receive, Supplier<Outcome> giveUp) {
    for (int attempt = 1; ; attempt++) {
      try {
        Outcome outcome = attempt <= ATTEMPTS ? receive.get() : giveUp.get();
        LOG.debugf("message taken way=%s outcome=%s", way, outcome);
        return;
      } catch (RuntimeException failure) {
        // Whatever it stumbles over, one message must not hold up those behind it.
        if (stopping) {
          throw failure;
        }
        LOG.errorf(
            "message not taken way=%s attempt=%d reason=%s",
            way, attempt, failure.getClass().getSimpleName());
        LOG.debug("message not taken", failure);
        pause(attempt);
      }
    }
  }

  private static void pause(int attempt) {
    try {
      Thread.sleep(Backoff.after(attempt).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before a message was taken", e);
    }
  }
}
