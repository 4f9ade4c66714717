package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.junit.jupiter.api.Test;

/** What an audit and a mandate do not allow is refused with their state and what they do allow. */
class AuditMovesTest {
  private static final String NOTHING = "nothing is possible any more";

  private final Audited chain = new Audited();

  @Test
  void anAuditIsConcludedThenAttestedThenTakenBackAndEachOnlyOnce() {
    chain.everybodyAnswers();
    UUID audit = chain.begin(50);
    assertIllegal(() -> chain.auditor.attests(audit), "RUNNING", "possible: CONCLUDE");
    assertIllegal(() -> takesBack(audit), "RUNNING", "possible: CONCLUDE");

    chain.settle();
    assertIllegal(() -> concludes(audit), "DONE", "possible: ATTEST");
    assertIllegal(() -> takesBack(audit), "DONE", "possible: ATTEST");

    chain.auditor.attests(audit);
    assertIllegal(() -> chain.auditor.attests(audit), "DONE", "possible: WITHDRAW_ATTESTATION");
    assertIllegal(() -> concludes(audit), "DONE", "possible: WITHDRAW_ATTESTATION");

    takesBack(audit);
    assertIllegal(() -> takesBack(audit), "DONE", NOTHING);
    assertIllegal(() -> concludes(audit), "DONE", NOTHING);
    assertIllegal(() -> chain.auditor.attests(audit), "DONE", NOTHING);
  }

  @Test
  void aMandateIsWithdrawnOnce() {
    UUID mandate = chain.cars.orders(chain.auditor, chain.car, 50, Audited.HALF_A_YEAR);
    chain.cars.withdraws(mandate);

    assertIllegal(() -> chain.cars.withdraws(mandate), "WITHDRAWN", NOTHING);
  }

  @Test
  void noAuditBeginsUnderAMandateThatHasExpired() {
    UUID mandate = chain.cars.orders(chain.auditor, chain.car, 50, Duration.ofDays(1));
    chain.settle();
    chain.world.clock().advance(Duration.ofDays(2));

    assertIllegal(() -> chain.auditor.audits(mandate), "EXPIRED", NOTHING);
  }

  private void concludes(UUID audit) {
    chain
        .auditor
        .database()
        .inNew(() -> chain.auditor.company().auditing().start().stopWaiting(audit));
  }

  private void takesBack(UUID audit) {
    chain.auditor.withdrawsAttestation(audit, "a wrong meter");
  }

  private static void assertIllegal(Runnable act, String state, String possible) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ProblemCode.ILLEGAL_MOVE);
              assertThat(refused.errors())
                  .containsExactly(new FieldError("state", state, possible));
            });
  }
}
