package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cfptrace.audit.AuditReport;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.audit.ReportedHop;
import org.cfptrace.chain.Coverage;
import org.cfptrace.chain.HopOutcome;
import org.cfptrace.connector.audit.AccessEntry;
import org.cfptrace.connector.audit.Audit;
import org.cfptrace.connector.audit.AuditHop;
import org.cfptrace.connector.audit.Leave;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.AuditRefusalReason;
import org.cfptrace.exchange.partner.InboxAccess;
import org.junit.jupiter.api.Test;

/** An auditor goes from company to company: 3 + 5 = 8, 8 + 10 = 18. */
class AuditStoryTest {
  private final Audited chain = new Audited();

  @Test
  void aStrangerVerifiesThreeCompaniesOneOfThemAwayForAWhile() {
    chain.everybodyAnswers();
    chain.mill.isOffline(true);
    UUID audit = chain.begin(50);
    chain.settle();
    assertThat(chain.auditor.audit(audit).state()).isEqualTo(Audit.State.RUNNING);
    assertThat(chain.auditor.hops(audit))
        .extracting(AuditHop::state)
        .containsExactly(AuditHop.State.ANSWERED, AuditHop.State.ANSWERED, AuditHop.State.ASKED);
    chain.world.clock().advance(Duration.ofDays(9));

    chain.mill.isOffline(false);
    chain.settle();

    Audit done = chain.auditor.audit(audit);
    AuditReport report = chain.report(done);
    assertThat(done.result()).contains(AuditResult.VERIFIED);
    assertThat(done.coverage()).contains(Coverage.of("100"));
    assertThat(report.hops())
        .extracting(ReportedHop::company)
        .containsExactly(chain.cars.id(), chain.parts.id(), chain.mill.id());
    assertThat(report.hops()).extracting(ReportedHop::outcome).containsOnly(HopOutcome.VERIFIED);
    assertThat(report.declarationId()).isEqualTo(chain.carStatement);
    assertThat(chain.auditor.told()).contains(NotificationType.AUDIT_DONE);
    assertThat(chain.cars.told()).doesNotContain(NotificationType.AUDIT_REQUESTED);
  }

  @Test
  void theMillLearnsNothingOfTheMakerOfCarsNorOfTheMandate() {
    chain.everybodyAnswers();
    UUID audit = chain.begin(50);
    chain.settle();
    UUID mandate = chain.auditor.audit(audit).mandateId();
    assertThat(chain.auditor.audit(audit).result()).contains(AuditResult.VERIFIED);

    String car = chain.car.uuid().toString();
    assertThat(
            Audited.foundAt(
                chain.mill,
                chain.auditor.id().toString(),
                chain.parts.id().toString(),
                chain.cars.id().toString(),
                car,
                chain.bracket.uuid().toString(),
                chain.carStatement.value(),
                mandate.toString()))
        .containsExactly(chain.auditor.id().toString(), chain.parts.id().toString());
    assertThat(Audited.foundAt(chain.parts, chain.cars.id().toString(), car, mandate.toString()))
        .containsExactly(chain.cars.id().toString());
  }

  @Test
  void everyClaimShownIsJournaledAtItsOwner() {
    chain.everybodyAnswers();
    chain.begin(50);
    chain.settle();

    List<AccessEntry> parts = chain.parts.accessJournal();

    Set<ClaimName> shownOfTheCopy =
        EnumSet.of(
            ClaimName.PRODUCT,
            ClaimName.TOTAL,
            ClaimName.OWN,
            ClaimName.STATEMENT,
            ClaimName.INPUTS);
    assertThat(parts).hasSize(3);
    assertThat(parts)
        .allSatisfy(
            entry -> {
              assertThat(entry.company()).isEqualTo(chain.auditor.id());
              assertThat(entry.leaveKind()).contains(Leave.Kind.ENDORSEMENT);
              assertThat(entry.leaveBy()).contains(chain.cars.id());
              assertThat(entry.refused()).isEmpty();
            });
    assertThat(parts).anySatisfy(entry -> assertThat(entry.claims()).containsAll(shownOfTheCopy));
    // Of the steel only what the mill had shown to the maker of parts.
    assertThat(parts)
        .anySatisfy(
            entry ->
                assertThat(entry.claims())
                    .contains(ClaimName.TOTAL)
                    .doesNotContain(ClaimName.OWN, ClaimName.STATEMENT));
    DeclarationId copy = chain.parts.company().issued().standingCopies(chain.bracket).get(0).id();
    assertThat(chain.parts.accessJournal(copy))
        .singleElement()
        .satisfies(entry -> assertThat(entry.claims()).containsAll(shownOfTheCopy));
    assertThat(chain.parts.accessJournal(chain.carStatement)).isEmpty();
  }

  @Test
  void aCustomerThatAsksTheSameQuestionsGetsNothing() {
    chain.everybodyAnswers();
    UUID audit = chain.begin(50);
    chain.settle();
    var bracketCopy = chain.auditor.hops(audit).get(1).declaration().orElseThrow();
    var steelCopy = chain.auditor.hops(audit).get(2).declaration().orElseThrow();
    UUID own = chain.cars.pretendsToAudit(chain.car);

    chain.cars.asksUnder(
        own,
        chain.parts,
        Leave.Kind.ENDORSEMENT,
        chain.cars.endorses(chain.parts.id(), chain.cars, bracketCopy, 5, Audited.HALF_A_YEAR));
    chain.cars.asksUnder(
        own,
        chain.mill,
        Leave.Kind.ENDORSEMENT,
        chain.cars.endorses(chain.mill.id(), chain.cars, steelCopy, 5, Audited.HALF_A_YEAR));
    chain.settle();

    assertThat(chain.cars.hops(own))
        .extracting(hop -> hop.reason().orElse(""))
        .containsExactlyInAnyOrder(
            AuditRefusalReason.NOT_ACCREDITED.name(), AuditRefusalReason.NO_MANDATE.name());
    assertThat(chain.mill.accessJournal())
        .filteredOn(entry -> entry.company().equals(chain.cars.id()))
        .extracting(entry -> entry.refused().orElseThrow())
        .containsExactly(AuditRefusalReason.NO_MANDATE);
    assertThat(chain.cars.database().sql().number("select count(*) from audit_part")).isZero();
  }

  @Test
  void nobodyBecomesATradingPartnerByIt() {
    chain.everybodyAnswers();
    chain.begin(50);
    chain.settle();

    var auditorsPartners = chain.auditor.company().exchange().partners();
    assertThat(auditorsPartners.find(chain.mill.id())).isEmpty();
    assertThat(chain.mill.company().exchange().partners().find(chain.auditor.id())).isEmpty();
    // The mill was let in to answer; the audit has ended, and the inbox is closed again.
    assertThat(chain.world.space().mayWrite(chain.mill.id(), chain.auditor.id())).isFalse();
    assertThat(chain.world.space().mayWrite(chain.cars.id(), chain.auditor.id())).isTrue();
    assertThat(chain.auditor.company().exchange().introductions().inbox(chain.mill.id()))
        .isEqualTo(InboxAccess.CLOSED);
  }

  @Test
  void theAuditorsWordGoesWithWhatIsDeclaredLater() {
    chain.everybodyAnswers();
    UUID audit = chain.begin(50);
    chain.settle();

    chain.auditor.attests(audit);
    chain.settle();
    chain.cars.emits(chain.car, "11");
    var later = chain.cars.states(chain.car);

    assertThat(chain.cars.told()).contains(NotificationType.ATTESTED);
    assertThat(chain.cars.company().issued().find(later).orElseThrow().claims())
        .containsKey(ClaimName.ATTEST);
    assertThat(
            chain
                .cars
                .company()
                .issued()
                .find(later)
                .orElseThrow()
                .claims()
                .get(ClaimName.ATTEST)
                .toJson()
                .get("jws")
                .textValue())
        .isEqualTo(chain.auditor.audit(audit).attestation().orElseThrow());
  }
}
