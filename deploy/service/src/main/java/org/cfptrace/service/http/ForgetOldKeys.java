package org.cfptrace.service.http;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the table of idempotency keys small; two instances doing it at once does no harm. */
@ApplicationScoped
class ForgetOldKeys {
  private final KeptAnswers answers;

  ForgetOldKeys(KeptAnswers answers) {
    this.answers = answers;
  }

  @Scheduled(every = "1h", delayed = "10m")
  void hourly() {
    answers.forgetOld();
  }
}
