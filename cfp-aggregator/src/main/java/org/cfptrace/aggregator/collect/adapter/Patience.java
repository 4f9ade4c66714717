package org.cfptrace.aggregator.collect.adapter;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cfptrace.aggregator.deliver.Backoff;
import org.jboss.logging.Logger;

/** Does something again and again until it succeeds: for when the database is away. */
@ApplicationScoped
class Patience {
  private static final Logger LOG = Logger.getLogger(Patience.class);

  private final CountDownLatch stopping = new CountDownLatch(1);

  /** Returns when the work is done; at shutdown it fails instead, and the record comes again. */
  void untilDone(String what, Runnable work) {
    for (int failures = 1; ; failures++) {
      try {
        work.run();
        return;
      } catch (RuntimeException failure) {
        // What cannot be done now (no database, say) may be done later; nothing is skipped.
        LOG.errorf(failure, "tried again after a pause, what=%s, failures=%d", what, failures);
        if (isStoppedWithin(Backoff.after(failures).toMillis())) {
          throw failure;
        }
      }
    }
  }

  void stop(@Observes ShutdownEvent shutdown) {
    stopping.countDown();
  }

  private boolean isStoppedWithin(long millis) {
    try {
      return stopping.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
