package org.cfptrace.connector.trade;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.cfptrace.connector.audit.AccessEntry;
import org.cfptrace.connector.audit.Audit;
import org.cfptrace.connector.audit.Leave;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.AuditRefusalReason;
import org.cfptrace.footprint.Period;
import org.junit.jupiter.api.Test;

/** Leave that is good in itself, for what its owner does not state or has never declared. */
class AuditLeaveTest {
  private static final Period THE_YEAR_BEFORE = Period.ofYear(2024);

  private final Audited chain = new Audited();

  @Test
  void aMandateHoldsNothingOnceItsStatementIsRecalled() {
    chain.everybodyAnswers();
    UUID mandate = chain.cars.orders(chain.auditor, chain.car, 50, Audited.HALF_A_YEAR);
    chain.settle();
    chain.cars.recalls(chain.carStatement, "wrong meter");
    chain.settle();

    UUID audit = chain.auditor.audits(mandate);
    chain.settle();

    chain.isRefusedBy(chain.cars, AuditRefusalReason.NOT_HELD);
    assertThat(chain.auditor.audit(audit).state()).isEqualTo(Audit.State.DONE);
    assertThat(chain.auditor.audit(audit).report()).isEmpty();
  }

  @Test
  void aMandateIsNoLeaveForAStatementOfAnotherPeriod() {
    chain.everybodyAnswers();
    UUID mandate = chain.cars.orders(chain.auditor, chain.car, 50, Audited.HALF_A_YEAR);
    chain.settle();
    chain.cars.emits(chain.car, THE_YEAR_BEFORE, "9", null);
    DeclarationId before = chain.cars.states(chain.car, THE_YEAR_BEFORE);
    chain.cars.recalls(chain.carStatement, "wrong meter");
    chain.settle();

    chain.auditor.audits(mandate);
    chain.settle();

    chain.isRefusedBy(chain.cars, AuditRefusalReason.OTHER_PRODUCT);
    assertThat(chain.cars.accessJournal(before)).isEmpty();
  }

  @Test
  void anEndorsementForWhatWasNeverDeclaredIsForNothingHeld() {
    chain.everybodyAnswers();
    UUID audit = chain.begin(1);
    chain.settle();
    DeclarationId never = DeclarationId.ofSigningInput("never declared".getBytes(US_ASCII));
    String endorsement =
        chain.parts.endorses(chain.mill.id(), chain.auditor, never, 3, Audited.HALF_A_YEAR);

    chain.auditor.asksUnder(audit, chain.mill, Leave.Kind.ENDORSEMENT, endorsement);
    chain.settle();

    chain.isRefusedBy(chain.mill, AuditRefusalReason.NOT_HELD);
    AccessEntry refusal = chain.mill.accessJournal().get(0);
    assertThat(refusal.declaration()).isEmpty();
    assertThat(refusal.leaveBy()).contains(chain.parts.id());
  }
}
