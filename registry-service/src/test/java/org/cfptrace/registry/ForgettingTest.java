package org.cfptrace.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.cfptrace.registry.certificate.EnrolmentNonces;
import org.cfptrace.registry.certificate.TakenCalls;
import org.cfptrace.registry.wiring.HourlyJob;
import org.cfptrace.service.database.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has done its work is cleared away, and nothing that may still matter. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestSecurity(user = "operator-1", roles = "operator")
class ForgettingTest {
  private final Instant now = Instant.now();

  @Inject EnrolmentNonces nonces;
  @Inject TakenCalls calls;
  @Inject Transactions transactions;
  @Inject TableDump tables;
  @Inject HourlyJob job;

  private String company = "";

  @BeforeEach
  void aCompanyThatNoncesCanBelongTo() {
    company =
        Newcomer.isApproved(Newcomer.applies(Newcomer.form("forgotten", "")))
            .getString("participantId");
  }

  @Test
  void noncesThatWereUsedOrHadExpiredADayAgoAreForgotten() {
    var old = nonce(now.minus(Duration.ofHours(25)));
    var expired = nonce(now.minus(Duration.ofHours(1)));
    var usedLongAgo = nonce(now.plus(Duration.ofHours(1)));
    use(usedLongAgo, now.minus(Duration.ofHours(25)));
    var used = nonce(now.plus(Duration.ofHours(1)));
    use(used, now.minus(Duration.ofHours(1)));
    var open = nonce(now.plus(Duration.ofHours(1)));

    job.run();

    assertThat(tables.all())
        .contains(expired, used, open)
        .doesNotContain(old)
        .doesNotContain(usedLongAgo);
    assertThat(use(open, now)).isTrue();
    assertThat(use(usedLongAgo, now)).isFalse();
  }

  @Test
  void signedCallsAreForgottenAnHourAfterTheyWouldHaveBeenRefusedAnyway() {
    var old = call(now.minus(Duration.ofMinutes(61)));
    var recent = call(now.minus(Duration.ofMinutes(59)));

    job.run();

    assertThat(tables.all()).contains(recent).doesNotContain(old);
  }

  @Test
  void whatAnotherInstanceIsClearingAwayIsLeftToIt() {
    var nonce = nonce(now.minus(Duration.ofHours(25)));
    in(
        () -> {
          nonces.forget(now.minus(Duration.ofDays(1)));
          // A transaction of its own: with a plain DELETE it would wait for this one, for ever.
          job.run();
          return true;
        });
    assertThat(tables.all()).doesNotContain(nonce);
  }

  private String nonce(Instant expiresAt) {
    var digest = "digest-" + UUID.randomUUID();
    in(
        () -> {
          nonces.keep(digest, company, expiresAt);
          return true;
        });
    return digest;
  }

  private boolean use(String digest, Instant at) {
    return in(() -> nonces.use(digest, company, at));
  }

  private String call(Instant expiresAt) {
    var id = UUID.randomUUID();
    assertThat(in(() -> calls.take(id, expiresAt))).isTrue();
    assertThat(in(() -> calls.take(id, expiresAt))).isFalse();
    return id.toString();
  }

  private <T> T in(Supplier<T> something) {
    return transactions.inNew(something);
  }
}
