package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.cfptrace.audit.AuditReport;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.audit.ReportedHop;
import org.cfptrace.bundle.BundleVerdict;
import org.cfptrace.bundle.BundleVerifier;
import org.cfptrace.chain.HopOutcome;
import org.cfptrace.verify.Reason;
import org.junit.jupiter.api.Test;

/** One auditor, two audits: what the maker of parts told the first is held beside the second. */
class TwoAuditsTest {
  private final Audited chain = new Audited();

  @Test
  void whoTellsTheSecondAuditAnotherStatementIsCaught() {
    chain.everybodyAnswers();
    UUID first = audited();

    partsForgetsWhatItHasStated();
    chain.parts.emits(chain.bracket, "4");
    chain.settle();
    chain.cars.states(chain.car);
    chain.settle();
    UUID second = audited();

    assertThat(chain.auditor.audit(first).result()).contains(AuditResult.VERIFIED);
    assertThat(chain.auditor.audit(second).result()).contains(AuditResult.FAILED);
    AuditReport report = chain.report(chain.auditor.audit(second));
    ReportedHop lie = report.hops().get(1);
    assertThat(lie.company()).isEqualTo(chain.parts.id());
    assertThat(lie.reason()).contains(Reason.STATEMENT_DIFFERS);
    assertThat(lie.detail()).contains("another audit was shown a different statement");
    assertThat(report.hops().get(0).outcome()).isEqualTo(HopOutcome.VERIFIED);
  }

  @Test
  void aStrangerSeesTheOtherStoryInTheEvidenceAndComesToTheSame() {
    chain.everybodyAnswers();
    UUID first = audited();
    partsForgetsWhatItHasStated();
    chain.parts.emits(chain.bracket, "4");
    chain.settle();
    chain.cars.states(chain.car);
    chain.settle();
    UUID second = audited();

    assertThat(asRead(first).holds()).isTrue();
    BundleVerdict found = asRead(second);
    assertThat(found.holds()).isFalse();
    assertThat(found.reason()).contains(Reason.STATEMENT_DIFFERS);
    assertThat(found.chain().orElseThrow().hops().get(1).reason())
        .contains(Reason.STATEMENT_DIFFERS);
  }

  @Test
  void whoHasCorrectedItsStatementTellsOneStory() {
    chain.everybodyAnswers();
    audited();

    chain.parts.emits(chain.bracket, "4");
    chain.settle();
    chain.cars.states(chain.car);
    chain.settle();
    UUID second = audited();

    assertThat(chain.auditor.audit(second).result()).contains(AuditResult.VERIFIED);
  }

  @Test
  void theSameTwiceIsOneStory() {
    chain.everybodyAnswers();
    audited();

    UUID second = audited();

    assertThat(chain.auditor.audit(second).result()).contains(AuditResult.VERIFIED);
  }

  private UUID audited() {
    UUID audit = chain.begin(50);
    chain.settle();
    return audit;
  }

  /** So that the next one corrects nothing, and nobody tells the log anything. */
  private void partsForgetsWhatItHasStated() {
    chain
        .parts
        .database()
        .sql()
        .update("update issued_declaration set trace_id = gen_random_uuid()");
  }

  private BundleVerdict asRead(UUID audit) {
    byte[] bundle = chain.auditor.company().auditing().audits().bundle(audit).orElseThrow();
    return new BundleVerifier(chain.world.space().anchor())
        .verify(bundle)
        .asOptional()
        .orElseThrow();
  }
}
