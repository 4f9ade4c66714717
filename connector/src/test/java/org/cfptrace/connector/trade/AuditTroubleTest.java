package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.bundle.BundleVerdict;
import org.cfptrace.bundle.BundleVerifier;
import org.cfptrace.connector.audit.Audit;
import org.cfptrace.connector.audit.AuditHop;
import org.cfptrace.connector.audit.AuditMode;
import org.cfptrace.connector.audit.AuditMoves;
import org.cfptrace.connector.audit.Auditors;
import org.cfptrace.connector.audit.Leave;
import org.cfptrace.connector.audit.StartAudit;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.exchange.partner.Alarm;
import org.cfptrace.exchange.partner.AlarmKind;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.trade.RequestId;
import org.junit.jupiter.api.Test;

/** Audits that take long, are stopped, or cannot be judged: each ends, and harms no other. */
class AuditTroubleTest {
  private final Audited chain = new Audited();

  @Test
  void evidenceAfterWaitingForACompanyThatNeverAnswersIsGoodForAStranger() {
    chain.everybodyAnswers();
    chain.mill.answersAuditors(AuditMode.ASK);
    Instant now = chain.world.clock().instant();
    Instant midnight = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(10));
    UUID mandate = chain.cars.orders(chain.auditor, chain.car, 50, Duration.between(now, midnight));
    chain.world.settle();
    UUID audit = chain.auditor.audits(mandate);
    chain.settle();

    advanceTo(midnight.minus(Duration.ofHours(25)));
    assertThat(chain.auditor.audit(audit).state()).isEqualTo(Audit.State.RUNNING);
    advanceTo(midnight.minus(Duration.ofHours(23)));

    assertThat(chain.auditor.audit(audit).result()).contains(AuditResult.PARTLY_VERIFIED);
    assertThat(chain.auditor.hops(audit))
        .extracting(AuditHop::state)
        .containsExactly(
            AuditHop.State.ANSWERED, AuditHop.State.ANSWERED, AuditHop.State.UNAVAILABLE);
    byte[] bundle = chain.auditor.company().auditing().audits().bundle(audit).orElseThrow();
    BundleVerdict verdict =
        new BundleVerifier(chain.world.space().anchor()).verify(bundle).asOptional().orElseThrow();
    assertThat(verdict.holds()).as(String.valueOf(verdict.reason())).isTrue();
  }

  @Test
  void aShortLeaveIsWaitedForByHalf() {
    chain.cars.isOffline(true);
    UUID mandate = chain.cars.orders(chain.auditor, chain.car, 1, Duration.ofHours(10));
    chain.cars.isOffline(false);
    chain.settle();
    chain.cars.isOffline(true);
    UUID audit = chain.auditor.audits(mandate);
    chain.settle();

    chain.world.clock().advance(Duration.ofHours(4));
    chain.settle();
    assertThat(chain.auditor.audit(audit).state()).isEqualTo(Audit.State.RUNNING);
    chain.world.clock().advance(Duration.ofHours(2));
    chain.settle();

    assertThat(chain.auditor.audit(audit).withoutReport())
        .contains(Audit.WithoutReport.NOTHING_SHOWN);
  }

  @Test
  void thereIsNoReportAfterTheMandate() {
    chain.everybodyAnswers();
    UUID mandate = chain.cars.orders(chain.auditor, chain.car, 1, Duration.ofHours(10));
    chain.settle();
    UUID audit = chain.auditor.audits(mandate);
    // The auditor's connector is off from the answer to the end of the mandate.
    chain.auditor.audit();
    chain.auditor.relay();
    chain.cars.take();
    chain.cars.audit();
    chain.cars.relay();
    chain.auditor.take();
    chain.auditor.isOffline(true);
    chain.world.clock().advance(Duration.ofHours(11));
    chain.auditor.isOffline(false);
    chain.settle();

    Audit ended = chain.auditor.audit(audit);
    assertThat(ended.state()).isEqualTo(Audit.State.FAILED);
    assertThat(ended.withoutReport()).contains(Audit.WithoutReport.MANDATE_OVER);
    assertThat(ended.report()).isEmpty();
    assertThat(chain.auditor.told()).contains(NotificationType.AUDIT_DONE);
  }

  @Test
  void aCompanyThatEndsThePartnershipMeanwhileIsJudgedByTheKeyItHadThen() {
    chain.everybodyAnswers();
    chain.mill.isOffline(true);
    UUID audit = chain.begin(50);
    chain.settle();
    chain
        .cars
        .database()
        .inNew(
            () -> chain.cars.company().exchange().partnerships().refuse(chain.auditor.id(), "no"));
    chain.settle();
    chain
        .cars
        .database()
        .inNew(
            () ->
                chain
                    .cars
                    .company()
                    .exchange()
                    .partnerships()
                    .invite(
                        chain.auditor.id(),
                        Optional.empty(),
                        Optional.of(chain.auditor.fingerprint()),
                        "clerk"));
    chain.settle();

    stopWaiting(audit);
    chain.settle();

    assertThat(chain.auditor.audit(audit).result()).contains(AuditResult.PARTLY_VERIFIED);
  }

  @Test
  void anAuditThatCannotBeJudgedHarmsNoOtherAndIsGivenUp() {
    chain.everybodyAnswers();
    UUID mandate = chain.cars.orders(chain.auditor, chain.car, 50, Audited.HALF_A_YEAR);
    chain.settle();
    UUID bad = chain.auditor.audits(mandate);
    // What the table holds cannot be read any more.
    chain
        .auditor
        .database()
        .sql()
        .update("update audit set mandate_id = ? where audit_id = ?", UUID.randomUUID(), bad);
    UUID good = chain.auditor.audits(mandate);
    chain.settle();
    assertThat(chain.auditor.audit(good).result()).contains(AuditResult.VERIFIED);
    assertThat(chain.auditor.audit(bad).state()).isEqualTo(Audit.State.RUNNING);

    for (int minute = 0; minute < 12; minute++) {
      chain.world.clock().advance(Duration.ofMinutes(1));
      chain.world.settle();
    }

    Audit ended = chain.auditor.audit(bad);
    assertThat(ended.state()).isEqualTo(Audit.State.FAILED);
    assertThat(ended.withoutReport()).contains(Audit.WithoutReport.CANNOT_BE_JUDGED);
    assertThat(chain.auditor.told()).filteredOn(NotificationType.AUDIT_DONE::equals).hasSize(2);
  }

  @Test
  void waitingNoLongerWhileAnAnswerComesIsNoDeadlock() throws Exception {
    UUID audit = chain.begin(50);
    chain.settle();
    RequestId first = chain.auditor.hops(audit).get(0).requestId();
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch stopping = new CountDownLatch(1);
    ExecutorService both = Executors.newFixedThreadPool(2);
    Future<?> answer =
        both.submit(
            () ->
                chain
                    .auditor
                    .database()
                    .doInNew(
                        () -> {
                          AuditHop hop =
                              chain
                                  .auditor
                                  .company()
                                  .auditing()
                                  .audits()
                                  .hopForChange(first)
                                  .orElseThrow();
                          locked.countDown();
                          await(stopping);
                          chain
                              .auditor
                              .company()
                              .auditing()
                              .audits()
                              .add(behind(hop), chain.world.clock().instant());
                        }));
    Future<?> stop =
        both.submit(
            () -> {
              await(locked);
              chain
                  .auditor
                  .database()
                  .doInNew(
                      () -> {
                        chain.auditor.company().auditing().audits().findForChange(audit);
                        stopping.countDown();
                        chain.auditor.company().auditing().start().stopWaiting(audit);
                      });
            });
    answer.get(20, TimeUnit.SECONDS);
    stop.get(20, TimeUnit.SECONDS);
    both.shutdown();
    chain.settle();

    // What was found meanwhile is not asked any more.
    assertThat(chain.auditor.hops(audit))
        .extracting(AuditHop::state)
        .containsOnly(AuditHop.State.UNAVAILABLE);
    assertThat(chain.auditor.audit(audit).withoutReport())
        .contains(Audit.WithoutReport.NOTHING_SHOWN);
  }

  @Test
  void whatAnAuditWaitsForIsShownAndToldAfterADay() {
    chain.everybodyAnswers();
    UUID audit = chain.begin(50);
    chain.world.space().isLogAway(true);
    chain.settle();
    assertThat(chain.auditor.audit(audit).waitingFor()).contains(Audit.WaitingFor.LOG);
    assertThat(chain.auditor.told()).doesNotContain(NotificationType.AUDIT_WAITING);

    for (int day = 0; day < 3; day++) {
      chain.world.clock().advance(Duration.ofDays(1));
      chain.world.settle();
    }
    assertThat(chain.auditor.told()).filteredOn(NotificationType.AUDIT_WAITING::equals).hasSize(1);

    chain.world.space().isLogAway(false);
    chain.world.clock().advance(Duration.ofMinutes(1));
    chain.settle();
    assertThat(chain.auditor.audit(audit).result()).contains(AuditResult.VERIFIED);
    assertThat(chain.auditor.audit(audit).waitingFor()).isEmpty();
  }

  @Test
  void whatAnAuditorThatLosesItsAccreditationHasFoundWaits() {
    chain.everybodyAnswers();
    chain.mill.isOffline(true);
    UUID audit = chain.begin(50);
    chain.settle();
    accredited(chain.world.clock().instant());
    stopWaiting(audit);
    chain.settle();
    assertThat(chain.auditor.audit(audit).waitingFor()).contains(Audit.WaitingFor.ACCREDITATION);

    accredited(chain.world.clock().instant().plus(Duration.ofDays(300)));
    chain.world.clock().advance(Duration.ofMinutes(1));
    chain.settle();

    assertThat(chain.auditor.audit(audit).result()).contains(AuditResult.PARTLY_VERIFIED);
  }

  @Test
  void withoutALogNoAuditBegins() {
    StartAudit start =
        new StartAudit(
            chain.auditor.id(),
            false,
            new Auditors(chain.auditor.company().exchange().directory(), Clock.systemUTC()),
            chain.auditor.company().exchange().partners(),
            chain.auditor.company().auditing().mandates(),
            chain.auditor.company().auditing().audits(),
            new AuditMoves(
                chain.auditor.id(),
                chain.auditor.company().auditing().audits(),
                chain.auditor.company().auditing().withdrawnWords()),
            Clock.systemUTC());
    UUID mandate = chain.cars.orders(chain.auditor, chain.car, 50, Audited.HALF_A_YEAR);
    chain.settle();

    assertThatThrownBy(() -> start.start(mandate, "auditor"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ProblemCode.NO_PUBLIC_LOG);
              assertThat(refused.code().japaneseTitle()).contains("公開ログ");
            });
  }

  private AuditHop behind(AuditHop hop) {
    return new AuditHop(
        RequestId.random(),
        hop.audit(),
        Optional.of(hop.requestId()),
        chain.parts.id(),
        Optional.of(DeclarationId.ofSigningInput(new byte[] {1})),
        Optional.of(chain.parts.fingerprint()),
        Leave.Kind.ENDORSEMENT,
        "none",
        3,
        hop.leaveUntil(),
        hop.waitUntil(),
        AuditHop.State.NEW,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private void accredited(Instant until) {
    var entry =
        chain.world.space().accredit(chain.auditor.id(), until.minus(Duration.ofDays(400)), until);
    for (Firm firm : List.of(chain.auditor, chain.cars)) {
      firm.company().exchange().watchDirectory().published(entry);
    }
  }

  /** The auditor's own log is the false one; that shows beside the checkpoints in the answers. */
  @Test
  void theLogThatShowsAnAuditorAnotherHistoryIsFoundOut() {
    chain.everybodyAnswers();
    chain.world.space().forkFor(chain.auditor.id());

    UUID audit = chain.begin(50);
    chain.settle();
    advanceTo(chain.world.clock().instant().plus(Duration.ofMinutes(10)));

    assertThat(chain.auditor.audit(audit).result()).isEmpty();
    assertThat(
            chain
                .auditor
                .company()
                .exchange()
                .alarms()
                .newestFirst(new PageRequest(10, Optional.empty()))
                .items())
        .extracting(Alarm::kind)
        .contains(AlarmKind.FORKED_LOG);
  }

  private void stopWaiting(UUID audit) {
    chain
        .auditor
        .database()
        .inNew(() -> chain.auditor.company().auditing().start().stopWaiting(audit));
  }

  private void advanceTo(Instant moment) {
    chain.world.clock().advance(Duration.between(chain.world.clock().instant(), moment));
    chain.settle();
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the other did not come so far");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
