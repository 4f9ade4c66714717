package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
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
import org.cfptrace.connector.declare.IssuedDeclaration;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.Period;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.trade.RequestId;
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

    found(chain, audit, 1, chain.parts, Reason.INPUT_LINK_BROKEN);
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

    found(chain, audit, 1, chain.parts, Reason.COMMITMENT_DOES_NOT_OPEN);
  }

  @Test
  void theStatementOfAnotherYearIsNotTheOneAskedFor() {
    Audited chain = new Audited();
    chain.everybodyAnswers();
    Period yearBefore = Period.ofYear(2024);
    chain.cars.emits(chain.car, yearBefore, "9", null);
    DeclarationId statement = chain.cars.states(chain.car, yearBefore);
    chain.settle();
    // The maker of cars shows it in the place of the one that the mandate is about.
    chain
        .cars
        .database()
        .sql()
        .update(
            "update issued_declaration d set token = other.token, opening = other.opening"
                + " from issued_declaration other"
                + " where d.declaration_id = ? and other.declaration_id = ?",
            chain.carStatement.value(),
            statement.value());

    UUID audit = chain.begin(50);
    chain.settle();

    found(chain, audit, 0, chain.cars, Reason.NOT_THE_ONE_ASKED);
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
    Audited chain = Audited.byAnAuditorThatReaches(points);
    chain.everybodyAnswers();
    points.isArmed = true;

    UUID audit = chain.begin(50);
    for (int night = 0; night < 4; night++) {
      chain.settle();
      chain.auditor.restarts();
    }
    chain.settle();

    assertThat(points.deaths).hasSizeGreaterThan(6);
    assertThat(chain.auditor.audit(audit).result()).contains(AuditResult.VERIFIED);
    assertThat(chain.auditor.hops(audit)).hasSize(3);
    assertThat(chain.mill.accessJournal()).hasSize(2);
  }

  @Test
  void aCompanyWhoseConnectorDiesAsItAnswersShowsAndNotesEachThingOnce() {
    DyingTwice points =
        new DyingTwice(
            EnumSet.of(
                CrashPoint.AUDIT_ANSWER_BEFORE_COMMIT,
                CrashPoint.AUDIT_ANSWER_AFTER_COMMIT,
                CrashPoint.RECEIVE_BEFORE_COMMIT,
                CrashPoint.RECEIVE_AFTER_COMMIT,
                CrashPoint.RELAY_BEFORE_SEND,
                CrashPoint.RELAY_AFTER_SEND,
                CrashPoint.RELAY_AFTER_COMMIT));
    Audited chain = Audited.inWhichPartsReaches(points);
    chain.everybodyAnswers();
    points.isArmed = true;

    UUID first = chain.begin(50);
    chain.settle();
    chain.parts.restarts();
    UUID second = chain.begin(50);
    chain.settle();

    assertThat(points.deaths)
        .hasSizeGreaterThan(8)
        .contains(CrashPoint.AUDIT_ANSWER_BEFORE_COMMIT, CrashPoint.AUDIT_ANSWER_AFTER_COMMIT)
        .contains(CrashPoint.RELAY_AFTER_SEND, CrashPoint.RECEIVE_AFTER_COMMIT);
    for (UUID audit : List.of(first, second)) {
      assertThat(chain.auditor.audit(audit).result()).contains(AuditResult.VERIFIED);
      assertThat(linesOf(chain, audit))
          .as("the copy, the statement behind it, the mill's copy")
          .containsExactlyInAnyOrderElementsOf(shownByParts(chain));
    }
    assertThat(chain.parts.accessJournal()).hasSize(6);
    assertThat(chain.mill.shownByCustomers())
        .as("what the mill was told of its copy, once for each audit")
        .hasSize(2);
  }

  /** What the journal of the maker of parts says of an audit. */
  private static List<DeclarationId> linesOf(Audited chain, UUID audit) {
    RequestId request = chain.auditor.hops(audit).get(1).requestId();
    return chain.parts.accessJournal().stream()
        .filter(line -> line.requestId().equals(Optional.of(request)) && line.refused().isEmpty())
        .filter(line -> line.claims().contains(ClaimName.TOTAL))
        .map(line -> line.declaration().orElseThrow())
        .toList();
  }

  private static List<DeclarationId> shownByParts(Audited chain) {
    IssuedDeclaration copy = chain.parts.company().issued().standingCopies(chain.bracket).get(0);
    return List.of(
        copy.id(),
        copy.statement().orElseThrow(),
        chain.mill.company().issued().standingCopies(chain.steel).get(0).id());
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

  private static void found(Audited chain, UUID audit, int hop, Firm liar, Reason reason) {
    Audit done = chain.auditor.audit(audit);
    assertThat(done.result()).contains(AuditResult.FAILED);
    ReportedHop lie = chain.report(done).hops().get(hop);
    assertThat(lie.company()).isEqualTo(liar.id());
    assertThat(lie.outcome()).isEqualTo(HopOutcome.FAILED);
    assertThat(lie.reason()).contains(reason);
  }

  /** Dies at each of these points when it is reached for the first and for the third time. */
  private static final class DyingTwice implements CrashPoints {
    private final Set<CrashPoint> deadly;
    private final Map<CrashPoint, Integer> reached = new EnumMap<>(CrashPoint.class);
    private final List<CrashPoint> deaths = new ArrayList<>();
    private boolean isArmed;

    DyingTwice(Set<CrashPoint> deadly) {
      this.deadly = deadly;
    }

    @Override
    public void reach(CrashPoint point) {
      if (isArmed && deadly.contains(point)) {
        int count = reached.merge(point, 1, Integer::sum);
        if (count == 1 || count == 3) {
          deaths.add(point);
          throw new Firm.Death();
        }
      }
    }
  }
}
