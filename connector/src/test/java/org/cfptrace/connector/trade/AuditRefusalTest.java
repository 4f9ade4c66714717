package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.audit.ReportedHop;
import org.cfptrace.chain.HopOutcome;
import org.cfptrace.connector.audit.AccessEntry;
import org.cfptrace.connector.audit.AskedAudit;
import org.cfptrace.connector.audit.Audit;
import org.cfptrace.connector.audit.AuditHop;
import org.cfptrace.connector.audit.AuditMode;
import org.cfptrace.connector.audit.Leave;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.AuditRefusalReason;
import org.cfptrace.participant.ParticipantKeys;
import org.cfptrace.service.answer.PageRequest;
import org.junit.jupiter.api.Test;

/** What an auditor is refused, and that both sides note it. */
class AuditRefusalTest {
  private final Audited chain = new Audited();

  @Test
  void whatNobodyHasSaidWaitsForAPerson() {
    UUID audit = chain.begin(50);
    chain.settle();
    assertThat(chain.cars.told()).contains(NotificationType.AUDIT_REQUESTED);
    assertThat(chain.auditor.audit(audit).state()).isEqualTo(Audit.State.RUNNING);
    chain.cars.approvesAudit(onlyRequest(chain.cars).id());
    chain.settle();

    chain.parts.refusesAudit(onlyRequest(chain.parts).id(), "not this year");
    chain.settle();

    Audit done = chain.auditor.audit(audit);
    assertThat(done.result()).contains(AuditResult.PARTLY_VERIFIED);
    assertThat(chain.report(done).hops())
        .extracting(ReportedHop::outcome)
        .containsExactly(HopOutcome.VERIFIED, HopOutcome.REFUSED_BY_OWNER);
    assertThat(chain.auditor.hops(audit).get(1).message()).contains("not this year");
    chain.isRefusedBy(chain.parts, AuditRefusalReason.REFUSED_BY_OWNER);
    assertThat(chain.mill.accessJournal()).isEmpty();
  }

  @Test
  void whoRefusesAlwaysIsNotAsked() {
    chain.cars.answersAuditors(AuditMode.REFUSE);

    UUID audit = chain.begin(50);
    chain.settle();

    assertThat(chain.auditor.audit(audit).state()).isEqualTo(Audit.State.DONE);
    assertThat(chain.auditor.audit(audit).report()).isEmpty();
    chain.isRefusedBy(chain.cars, AuditRefusalReason.REFUSED_BY_OWNER);
  }

  @Test
  void aMandateThatWasWithdrawnIsNone() {
    UUID audit = chain.begin(50);
    chain.cars.withdraws(chain.auditor.audit(audit).mandateId());
    chain.settle();

    chain.isRefusedBy(chain.cars, AuditRefusalReason.NO_MANDATE);
  }

  @Test
  void aMandateThatHasExpiredIsNone() {
    UUID mandate = chain.cars.orders(chain.auditor, chain.car, 50, Duration.ofHours(2));
    chain.settle();
    chain.cars.isOffline(true);
    UUID audit = chain.auditor.audits(mandate);
    chain.settle();
    chain.world.clock().advance(Duration.ofHours(3));
    chain.settle();
    assertThat(chain.auditor.hops(audit).get(0).state()).isEqualTo(AuditHop.State.UNAVAILABLE);

    chain.cars.isOffline(false);
    chain.settle();

    chain.isRefusedBy(chain.cars, AuditRefusalReason.MANDATE_EXPIRED);
  }

  @Test
  void aMandateThatExpiresWhileAPersonThinksIsNotAnswered() {
    UUID mandate = chain.cars.orders(chain.auditor, chain.car, 50, Duration.ofHours(2));
    chain.settle();
    chain.auditor.audits(mandate);
    chain.settle();
    chain.world.clock().advance(Duration.ofHours(3));

    chain.cars.approvesAudit(onlyRequest(chain.cars).id());
    chain.settle();

    chain.isRefusedBy(chain.cars, AuditRefusalReason.MANDATE_EXPIRED);
  }

  @Test
  void whereTheLeaveEndsNobodyFurtherIsAsked() {
    chain.everybodyAnswers();

    UUID audit = chain.begin(1);
    chain.settle();

    Audit done = chain.auditor.audit(audit);
    assertThat(done.result()).contains(AuditResult.PARTLY_VERIFIED);
    assertThat(chain.report(done).hops())
        .extracting(ReportedHop::outcome)
        .containsExactly(HopOutcome.VERIFIED, HopOutcome.UNAVAILABLE);
    assertThat(chain.parts.accessJournal()).isEmpty();
  }

  @Test
  void whoGoesBeyondItsDepthIsRefused() {
    chain.everybodyAnswers();
    UUID audit = chain.begin(1);
    chain.settle();
    String mandate = chain.auditor.hops(audit).get(0).leave();

    chain.auditor.asksUnder(audit, chain.parts, Leave.Kind.MANDATE, mandate);
    chain.settle();

    chain.isRefusedBy(chain.parts, AuditRefusalReason.BEYOND_DEPTH);
  }

  @Test
  void anEndorsementForWhatTheCustomerDoesNotHoldIsNone() {
    chain.everybodyAnswers();
    UUID audit = chain.begin(1);
    chain.settle();
    var millsOwn = chain.mill.states(chain.steel);

    chain.auditor.asksUnder(
        audit,
        chain.mill,
        Leave.Kind.ENDORSEMENT,
        chain.parts.endorses(chain.mill.id(), chain.auditor, millsOwn, 3, Audited.HALF_A_YEAR));
    chain.settle();

    chain.isRefusedBy(chain.mill, AuditRefusalReason.OTHER_PRODUCT);
  }

  @Test
  void anEndorsementByNobodyWeTradeWithIsNone() {
    chain.everybodyAnswers();
    UUID audit = chain.begin(1);
    chain.settle();
    var millsOwn = chain.mill.states(chain.steel);

    chain.auditor.asksUnder(
        audit,
        chain.mill,
        Leave.Kind.ENDORSEMENT,
        chain.cars.endorses(chain.mill.id(), chain.auditor, millsOwn, 3, Audited.HALF_A_YEAR));
    chain.settle();

    chain.isRefusedBy(chain.mill, AuditRefusalReason.NO_MANDATE);
  }

  @Test
  void aRefusalSaysOnBothSidesWhichDeclarationAndUnderWhoseLeave() {
    chain.everybodyAnswers();
    UUID audit = chain.begin(1);
    chain.settle();
    DeclarationId copy = chain.mill.company().issued().standingCopies(chain.steel).get(0).id();
    String expired =
        chain.parts.endorses(chain.mill.id(), chain.auditor, copy, 3, Duration.ofHours(1));
    chain.world.clock().advance(Duration.ofHours(2));

    chain.auditor.asksUnder(audit, chain.mill, Leave.Kind.ENDORSEMENT, expired);
    chain.settle();

    chain.isRefusedBy(chain.mill, AuditRefusalReason.MANDATE_EXPIRED);
    AccessEntry owners = chain.mill.accessJournal().get(0);
    AccessEntry auditors = chain.auditor.accessJournal().get(0);
    assertThat(owners.declaration()).contains(copy);
    assertThat(owners.leaveBy()).contains(chain.parts.id());
    assertThat(auditors.leaveBy()).isEqualTo(owners.leaveBy());
    assertThat(auditors.leaveId()).isPresent().isEqualTo(owners.leaveId());
  }

  @Test
  void anAuditorWhoseAccreditationHasEndedIsRefused() {
    chain.everybodyAnswers();
    UUID audit = chain.begin(50);
    chain
        .cars
        .company()
        .exchange()
        .watchDirectory()
        .published(
            chain
                .world
                .space()
                .accredit(
                    chain.auditor.id(),
                    chain.world.clock().instant().minusSeconds(600),
                    chain.world.clock().instant()));
    chain.settle();

    assertThat(chain.auditor.hops(audit)).hasSize(1);
    chain.isRefusedBy(chain.cars, AuditRefusalReason.NOT_ACCREDITED);
  }

  @Test
  void aCompanyThatShowsAnotherKeyThanTheOneVouchedForIsNotAsked() {
    chain.everybodyAnswers();
    chain.parts.answersAuditors(AuditMode.ASK);
    UUID audit = chain.begin(50);
    chain.settle();
    chain.world.space().publishFalseKeys(chain.mill.id(), ParticipantKeys.make());

    chain.parts.approvesAudit(onlyRequest(chain.parts).id());
    chain.settle();

    assertThat(chain.auditor.hops(audit).get(2).state()).isEqualTo(AuditHop.State.FAILED);
    assertThat(chain.auditor.hops(audit).get(2).reason()).contains("UNKNOWN_KEY");
    assertThat(chain.mill.accessJournal()).isEmpty();
  }

  private static AskedAudit onlyRequest(Firm firm) {
    List<AskedAudit> asked =
        firm.database()
            .inNew(
                () ->
                    firm.company()
                        .auditing()
                        .asked()
                        .newestFirst(new PageRequest(10, Optional.empty()), Optional.empty()))
            .items();
    assertThat(asked).hasSize(1);
    return asked.get(0);
  }
}
