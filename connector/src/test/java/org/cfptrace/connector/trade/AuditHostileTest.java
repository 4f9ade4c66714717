package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.audit.ReportedHop;
import org.cfptrace.bundle.BundleVerdict;
import org.cfptrace.bundle.BundleVerifier;
import org.cfptrace.chain.HopOutcome;
import org.cfptrace.connector.audit.Audit;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.verify.Reason;
import org.junit.jupiter.api.Test;

/** The middle of the chain lies, the auditor's connector dies: what comes of it. */
class AuditHostileTest {

  @Test
  void theMiddleTierPassesOnAnotherDeclarationThanItUsed() {
    Audited chain = new Audited();
    chain.everybodyAnswers();
    chain.mill.emits(chain.steel, "2");
    chain.settle();
    // What the mill has declared first stands in for what the maker of parts rests on now.
    chain
        .parts
        .database()
        .sql()
        .update(
            "update received_declaration set token = (select token from received_declaration"
                + " order by number limit 1), opening = (select opening from received_declaration"
                + " order by number limit 1)");
    chain.cars.states(chain.car);
    chain.settle();

    UUID audit = chain.begin(50);
    chain.settle();

    found(chain, audit, Reason.INPUT_LINK_BROKEN);
  }

  @Test
  void theMiddleTierShowsOtherAmountsThanItHasCommittedTo() {
    Audited chain = new Audited();
    chain.everybodyAnswers();
    chain
        .parts
        .database()
        .sql()
        .update(
            "update received_declaration set opening ="
                + " jsonb_set(opening::jsonb, '{E}', '\"1000000000\"')::text");

    UUID audit = chain.begin(50);
    chain.settle();

    found(chain, audit, Reason.COMMITMENT_DOES_NOT_OPEN);
  }

  @Test
  void whatASupplierHasRecalledDoesNotPass() {
    Audited chain = new Audited();
    chain.everybodyAnswers();
    var bracketCopy = chain.parts.company().issued().standingCopies(chain.bracket).get(0).id();
    chain.parts.recalls(bracketCopy, "wrong meter");
    chain.settle();

    UUID audit = chain.begin(50);
    chain.settle();

    Audit done = chain.auditor.audit(audit);
    assertThat(done.result()).contains(AuditResult.FAILED);
    assertThat(chain.report(done).hops())
        .extracting(hop -> hop.reason().map(Reason::name).orElse(""))
        .contains(Reason.INPUT_RECALLED.name());
  }

  @Test
  void anAuditorWhoseConnectorDiesAtEveryStepGoesOnWhereItWas() {
    Set<CrashPoint> deadly =
        EnumSet.of(
            CrashPoint.AUDIT_STEP_BEFORE_COMMIT,
            CrashPoint.AUDIT_STEP_AFTER_COMMIT,
            CrashPoint.INTRODUCTION_BEFORE_CALL,
            CrashPoint.INTRODUCTION_AFTER_CALL,
            CrashPoint.RECEIVE_BEFORE_COMMIT,
            CrashPoint.RECEIVE_AFTER_COMMIT);
    DyingTwice points = new DyingTwice(deadly);
    Audited chain = new Audited(points);
    chain.everybodyAnswers();
    points.isArmed = true;

    UUID audit = chain.begin(50);
    for (int night = 0; night < 4; night++) {
      chain.settle();
      chain.auditor.restarts();
    }
    chain.settle();

    assertThat(points.deaths).isGreaterThan(6);
    assertThat(chain.auditor.audit(audit).result()).contains(AuditResult.VERIFIED);
    assertThat(chain.auditor.hops(audit)).hasSize(3);
    assertThat(chain.mill.accessJournal()).hasSize(2);
  }

  @Test
  void theEvidenceIsGoodForAStranger() {
    Audited chain = new Audited();
    chain.everybodyAnswers();
    UUID audit = chain.begin(50);
    chain.settle();
    byte[] bundle = chain.auditor.company().auditing().audits().bundle(audit).orElseThrow();
    BundleVerifier stranger = new BundleVerifier(chain.world.space().anchor());

    Optional<BundleVerdict> verdict = stranger.verify(bundle).asOptional();

    assertThat(verdict).isPresent();
    assertThat(verdict.get().holds()).as(String.valueOf(verdict.get().reason())).isTrue();
  }

  private static void found(Audited chain, UUID audit, Reason reason) {
    Audit done = chain.auditor.audit(audit);
    assertThat(done.result()).contains(AuditResult.FAILED);
    ReportedHop parts = chain.report(done).hops().get(1);
    assertThat(parts.company()).isEqualTo(chain.parts.id());
    assertThat(parts.outcome()).isEqualTo(HopOutcome.FAILED);
    assertThat(parts.reason()).contains(reason);
  }

  /** Dies at each of these points when it is reached for the first and for the third time. */
  private static final class DyingTwice implements CrashPoints {
    private final Set<CrashPoint> deadly;
    private final Map<CrashPoint, Integer> reached = new EnumMap<>(CrashPoint.class);
    private boolean isArmed;
    private int deaths;

    DyingTwice(Set<CrashPoint> deadly) {
      this.deadly = deadly;
    }

    @Override
    public void reach(CrashPoint point) {
      if (isArmed && deadly.contains(point)) {
        int count = reached.merge(point, 1, Integer::sum);
        if (count == 1 || count == 3) {
          deaths++;
          throw new Firm.Death();
        }
      }
    }
  }
}
