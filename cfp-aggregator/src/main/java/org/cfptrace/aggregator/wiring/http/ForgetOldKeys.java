package org.cfptrace.aggregator.wiring.http;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the table of idempotency keys small; two instances doing it at once does no harm. */
@ApplicationScoped
class ForgetOldKeys {
  private final IdempotencyKeys keys;

  ForgetOldKeys(IdempotencyKeys keys) {
    this.keys = keys;
  }

  @Scheduled(every = "1h", delayed = "10m")
  void hourly() {
    keys.forgetOld();
  }
}
