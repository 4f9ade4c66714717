package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.connector.audit.AccessEntry;
import org.cfptrace.connector.audit.AskedAudit;
import org.cfptrace.connector.audit.AuditMode;
import org.cfptrace.connector.audit.IssueMandate;
import org.cfptrace.connector.audit.KeptMandate;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.envelope.AuditRefusalReason;
import org.cfptrace.envelope.AuditRequestBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.footprint.Period;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.ParticipantKeys;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.trade.RequestId;
import org.junit.jupiter.api.Test;

/** A leave that was good once is not good for ever, and one bad request harms no other. */
class LostLeaveTest {
  private final Audited chain = new Audited();

  @Test
  void anAuditorWhoseAccreditationEndsWhileAPersonThinksIsShownNothing() {
    chain.begin(50);
    chain.settle();
    DirectoryEntry entry =
        chain
            .world
            .space()
            .accredit(
                chain.auditor.id(),
                chain.world.clock().instant().minusSeconds(600),
                chain.world.clock().instant());
    chain.cars.company().exchange().watchDirectory().published(entry);

    approveTheOne(chain.cars);

    onlyRefused(chain.cars, AuditRefusalReason.NOT_ACCREDITED);
  }

  @Test
  void anAuditorThatShowsAnotherKeyWhenAPersonApprovesIsShownNothing() {
    chain.begin(50);
    chain.settle();
    chain
        .cars
        .company()
        .exchange()
        .watchDirectory()
        .published(
            chain.world.space().publishFalseKeys(chain.auditor.id(), ParticipantKeys.make()));

    approveTheOne(chain.cars);

    onlyRefused(chain.cars, AuditRefusalReason.NO_MANDATE);
  }

  @Test
  void whileNobodyCanSayWhetherTheAuditorIsAccreditedItIsShownNothing() {
    chain.begin(50);
    chain.settle();
    chain.world.space().isAway(true);
    chain.world.clock().advance(Duration.ofDays(2));

    approveTheOne(chain.cars);
    assertThat(only(chain.cars).state()).isEqualTo(AskedAudit.State.ACCEPTED);
    assertThat(chain.cars.accessJournal()).isEmpty();

    chain.world.space().isAway(false);
    chain.world.clock().advance(Duration.ofMinutes(1));
    chain.settle();
    assertThat(only(chain.cars).state()).isEqualTo(AskedAudit.State.ANSWERED);
  }

  @Test
  void theWordOfACustomerWeHaveBrokenWithIsNone() {
    chain.everybodyAnswers();
    chain.parts.answersAuditors(AuditMode.ASK);
    chain.begin(50);
    chain.settle();
    ends(chain.parts, chain.cars);

    approveTheOne(chain.parts);

    onlyRefused(chain.parts, AuditRefusalReason.NO_MANDATE);
  }

  @Test
  void anAuditorWeHaveBrokenWithDoesNotComeInByTheDoor() {
    chain.everybodyAnswers();
    UUID mandate = chain.cars.orders(chain.auditor, chain.car, 1, Audited.HALF_A_YEAR);
    chain.settle();
    ends(chain.cars, chain.auditor);
    String token = received(mandate).token();

    chain.auditor.says(
        chain.cars,
        Way.DOOR,
        MessageType.AUDIT_REQUEST,
        AuditRequestBody.byMandate(RequestId.random(), token, 0).toJson());
    chain.settle();

    onlyRefused(chain.cars, AuditRefusalReason.NO_MANDATE);
    assertThat(issued(mandate).withdrawnAt()).isPresent();
  }

  @Test
  void anAuditorWeHaveBrokenWithIsNotLetInByACustomerEither() {
    chain.everybodyAnswers();
    chain.parts.becomePartnerOf(chain.auditor);
    ends(chain.parts, chain.auditor);

    UUID audit = chain.begin(50);
    chain.settle();

    onlyRefused(chain.parts, AuditRefusalReason.NO_MANDATE);
    assertThat(chain.auditor.hops(audit).get(1).reason()).contains("NO_MANDATE");
  }

  @Test
  void aMandateIsForAPeriodThatIsStated() {
    Period half = new Period(Firm.YEAR.from(), Firm.YEAR.from().plusMonths(6));

    assertThatThrownBy(
            () ->
                chain
                    .cars
                    .database()
                    .inNew(
                        () ->
                            chain
                                .cars
                                .company()
                                .auditing()
                                .issueMandate()
                                .issue(
                                    new IssueMandate.Order(
                                        chain.auditor.id(),
                                        chain.car,
                                        half,
                                        1,
                                        chain.world.clock().instant().plus(Audited.HALF_A_YEAR)),
                                    "approver")))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.NOTHING_STATED));
  }

  @Test
  void aRequestThatCannotBeAnsweredHarmsNoOther() {
    chain.everybodyAnswers();
    chain.cars.answersAuditors(AuditMode.ASK);
    UUID audit = chain.begin(1);
    chain.settle();
    // Our own bytes are broken; a declaration that cannot be restored.
    UUID broken = only(chain.cars).id();
    chain
        .cars
        .database()
        .sql()
        .update("update audit_request set declaration_id = ? where id = ?", "A".repeat(43), broken);
    chain.cars.approvesAudit(broken);
    chain.cars.answersAuditors(AuditMode.AUTOMATIC);

    chain.auditor.says(
        chain.cars,
        Way.INBOX,
        MessageType.AUDIT_REQUEST,
        AuditRequestBody.byMandate(
                RequestId.random(), chain.auditor.hops(audit).get(0).leave(), 1_000_000)
            .toJson());
    chain.settle();

    assertThat(asked(chain.cars))
        .extracting(AskedAudit::state)
        .containsExactly(AskedAudit.State.ANSWERED, AskedAudit.State.ACCEPTED);
    for (int minute = 0; minute < 12; minute++) {
      chain.world.clock().advance(Duration.ofMinutes(1));
      chain.world.settle();
    }
    assertThat(asked(chain.cars))
        .extracting(AskedAudit::state)
        .containsExactly(AskedAudit.State.ANSWERED, AskedAudit.State.REFUSED);
    assertThat(chain.cars.told()).contains(NotificationType.AUDIT_NOT_ANSWERED);
    assertThat(chain.auditor.hops(audit).get(0).reason()).contains("CANNOT_ANSWER");
  }

  private void ends(Firm one, Firm other) {
    one.database()
        .inNew(() -> one.company().exchange().partnerships().refuse(other.id(), "no longer"));
    chain.settle();
  }

  private void approveTheOne(Firm firm) {
    firm.approvesAudit(only(firm).id());
    chain.settle();
  }

  private static AskedAudit only(Firm firm) {
    List<AskedAudit> asked = asked(firm);
    assertThat(asked).hasSize(1);
    return asked.get(0);
  }

  private static List<AskedAudit> asked(Firm firm) {
    return firm.database()
        .inNew(
            () ->
                firm.company()
                    .auditing()
                    .asked()
                    .newestFirst(new PageRequest(10, Optional.empty()), Optional.empty()))
        .items();
  }

  private KeptMandate received(UUID mandate) {
    return chain
        .auditor
        .company()
        .auditing()
        .mandates()
        .find(mandate, KeptMandate.Side.RECEIVED)
        .orElseThrow();
  }

  private KeptMandate issued(UUID mandate) {
    return chain
        .cars
        .company()
        .auditing()
        .mandates()
        .find(mandate, KeptMandate.Side.ISSUED)
        .orElseThrow();
  }

  private static void onlyRefused(Firm owner, AuditRefusalReason reason) {
    assertThat(owner.accessJournal())
        .extracting(AccessEntry::refused)
        .containsExactly(Optional.of(reason));
  }
}
