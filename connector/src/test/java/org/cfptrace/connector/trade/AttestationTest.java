package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.connector.audit.Attested;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.junit.jupiter.api.Test;

/** Whose word about a product counts, and whose does not. */
class AttestationTest {
  private final Audited chain = new Audited();

  @Test
  void aPartnerThatIsNoAuditorHasNoSay() {
    chain.parts.attestsUnasked(chain.cars, chain.carStatement, chain.car, AuditResult.VERIFIED);
    chain.settle();

    noWordCame();
    assertThat(chain.parts.told()).contains(NotificationType.REFUSED_DELIVERY);
  }

  @Test
  void anAuditorWithoutAMandateForItHasNoSay() {
    chain.auditor.attestsUnasked(chain.cars, chain.carStatement, chain.car, AuditResult.VERIFIED);
    chain.settle();

    noWordCame();
  }

  @Test
  void anAuditorWhoseMandateWasWithdrawnHasNoSay() {
    UUID mandate = chain.cars.orders(chain.auditor, chain.car, 50, Audited.HALF_A_YEAR);
    chain.cars.withdraws(mandate);

    chain.auditor.attestsUnasked(chain.cars, chain.carStatement, chain.car, AuditResult.VERIFIED);
    chain.settle();

    noWordCame();
  }

  @Test
  void aWordAboutAnotherDeclarationThanOurStatementIsNotTaken() {
    chain.cars.orders(chain.auditor, chain.car, 50, Audited.HALF_A_YEAR);
    DeclarationId bought = chain.parts.company().issued().standingCopies(chain.bracket).get(0).id();

    chain.auditor.attestsUnasked(chain.cars, bought, chain.car, AuditResult.VERIFIED);
    chain.settle();

    noWordCame();
  }

  @Test
  void aWordOfFaultsDoesNotTakeAnEarlierGoodOneAway() {
    chain.cars.orders(chain.auditor, chain.car, 50, Audited.HALF_A_YEAR);
    chain.auditor.attestsUnasked(chain.cars, chain.carStatement, chain.car, AuditResult.VERIFIED);
    chain.settle();
    chain.auditor.attestsUnasked(chain.cars, chain.carStatement, chain.car, AuditResult.FAILED);
    chain.settle();

    assertThat(declaredNext()).isTrue();
  }

  @Test
  void aWordAboutWhatWasRecalledIsAttachedNoMore() {
    chain.cars.orders(chain.auditor, chain.car, 50, Audited.HALF_A_YEAR);
    chain.auditor.attestsUnasked(chain.cars, chain.carStatement, chain.car, AuditResult.VERIFIED);
    chain.settle();

    chain.cars.recalls(chain.carStatement, "a wrong meter");

    assertThat(declaredNext()).isFalse();
  }

  @Test
  void aWordAboutWhatWasRecalledDoesNotHideTheOneBeforeIt() {
    chain.cars.orders(chain.auditor, chain.car, 50, Audited.HALF_A_YEAR);
    chain.auditor.attestsUnasked(chain.cars, chain.carStatement, chain.car, AuditResult.VERIFIED);
    chain.settle();
    chain.cars.emits(chain.car, "12");
    DeclarationId corrected = chain.cars.states(chain.car);
    chain.auditor.attestsUnasked(chain.cars, corrected, chain.car, AuditResult.PARTLY_VERIFIED);
    chain.settle();

    chain.cars.recalls(corrected, "a wrong meter");

    assertThat(declaredNext()).isTrue();
    assertThat(good()).contains(chain.carStatement);
  }

  @Test
  void aCustomerSeesTheWordWhereEvidenceIsReleasedToIt() {
    attestedBracket();
    assertThat(heldByCars().claims()).doesNotContainKey(ClaimName.ATTEST);

    chain.parts.releases(
        chain.cars,
        chain.bracket,
        RedeclareRule.AUTOMATIC,
        ReleaseSwitch.TOTAL,
        ReleaseSwitch.EVIDENCE);
    chain.settle();

    assertThat(heldByCars().claims()).containsKey(ClaimName.ATTEST);
  }

  @Test
  void whatHasNoReportIsNotAttested() {
    chain.everybodyAnswers();
    UUID audit = chain.begin(50);
    chain.settle();
    // As when the parts of the answer do not fit together: answered, and yet nothing shown.
    chain
        .auditor
        .database()
        .sql()
        .update(
            "update audit set report = null, bundle = null, result = null, coverage = null,"
                + " without_report = 'NOTHING_SHOWN' where audit_id = ?",
            audit);

    assertThatThrownBy(() -> chain.auditor.attests(audit))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.ILLEGAL_MOVE));
  }

  @Test
  void whoIsNotAccreditedNeitherBeginsNorAttests() {
    chain.everybodyAnswers();
    UUID audit = chain.begin(50);
    chain.settle();
    UUID mandate = chain.auditor.audit(audit).mandateId();
    var entry =
        chain
            .world
            .space()
            .accredit(
                chain.auditor.id(),
                chain.world.clock().instant().minus(Duration.ofHours(1)),
                chain.world.clock().instant());
    chain.auditor.company().exchange().watchDirectory().published(entry);

    for (Runnable act :
        new Runnable[] {() -> chain.auditor.attests(audit), () -> chain.auditor.audits(mandate)}) {
      assertThatThrownBy(act::run)
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> assertThat(refused.code()).isEqualTo(ProblemCode.NOT_ACCREDITED));
    }
  }

  /** The maker of parts has had its bracket attested, and has declared it anew since. */
  private void attestedBracket() {
    chain.parts.becomePartnerOf(chain.auditor);
    DeclarationId statement = chain.parts.states(chain.bracket);
    chain.settle();
    chain.parts.orders(chain.auditor, chain.bracket, 50, Audited.HALF_A_YEAR);
    chain.auditor.attestsUnasked(chain.parts, statement, chain.bracket, AuditResult.VERIFIED);
    chain.settle();
    chain.parts.emits(chain.bracket, "6");
    chain.settle();
  }

  /** The declaration of the bracket that its buyer holds. */
  private ReceivedDeclaration heldByCars() {
    return chain.cars.company().received().of(chain.parts.id(), chain.bracket).stream()
        .filter(held -> held.standing().isActive())
        .findFirst()
        .orElseThrow();
  }

  /** Which statement the word is about that would be attached now. */
  private Optional<DeclarationId> good() {
    return chain
        .cars
        .company()
        .auditing()
        .attestations()
        .newestGood(chain.car, Firm.YEAR)
        .map(Attested::declaration);
  }

  private void noWordCame() {
    assertThat(chain.cars.told()).doesNotContain(NotificationType.ATTESTED);
    assertThat(declaredNext()).isFalse();
  }

  /** Whether what is declared of the car next carries a word. */
  private boolean declaredNext() {
    chain.cars.emits(chain.car, "11");
    return chain
        .cars
        .company()
        .issued()
        .find(chain.cars.states(chain.car))
        .orElseThrow()
        .claims()
        .containsKey(ClaimName.ATTEST);
  }
}
