package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.cfptrace.audit.AuditReport;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.audit.ReportedHop;
import org.cfptrace.chain.Coverage;
import org.cfptrace.chain.HopOutcome;
import org.cfptrace.chain.Remark;
import org.cfptrace.connector.audit.Audit;
import org.cfptrace.connector.propose.Proposal;
import org.cfptrace.envelope.FootprintProposalBody;
import org.junit.jupiter.api.Test;

/** What an auditor sees of a figure that an aggregator has worked out. */
class AuditedProposalTest {
  private final Audited chain = new Audited();
  private final Collector collector =
      new Collector(
          chain.world.space(), chain.world.broker(), chain.world.clock(), "zzzzzzzzzzzzzzzz");

  @Test
  void theSumHoldsAndTheReportSaysThatItRestsOnNoDeclarationOfASupplier() {
    chain.everybodyAnswers();
    Proposal accepted = accepted();

    UUID audit = chain.begin(50);
    chain.settle();

    Audit done = chain.auditor.audit(audit);
    AuditReport report = chain.report(done);
    assertThat(report.declarationId())
        .isEqualTo(accepted.settled().orElseThrow().statement().orElseThrow());
    assertThat(report.hops()).hasSize(1);
    ReportedHop hop = report.hops().get(0);
    assertThat(hop.outcome()).isEqualTo(HopOutcome.VERIFIED);
    assertThat(hop.remarks())
        .containsExactly(
            Remark.REMOVALS_NOT_PROVEN,
            Remark.PARTLY_WITHOUT_DECLARATION,
            Remark.WORKED_OUT_ELSEWHERE);
    assertThat(done.coverage()).contains(Coverage.of("0"));
    assertThat(done.result()).contains(AuditResult.PARTLY_VERIFIED);
  }

  private Proposal accepted() {
    collector.becomePartnerOf(chain.cars);
    FootprintProposalBody body = Proposed.of(chain.car);
    collector.proposes(chain.cars.id(), body);
    settle();
    Proposal accepted =
        chain
            .cars
            .database()
            .inNew(() -> chain.cars.trade().settleProposal().accept(body.proposalId(), "approver"));
    settle();
    return accepted;
  }

  private void settle() {
    int moved = 1;
    while (moved > 0) {
      chain.settle();
      moved = collector.take().size() + collector.relay();
    }
  }
}
