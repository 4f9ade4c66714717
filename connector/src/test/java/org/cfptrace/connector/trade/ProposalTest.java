package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cfptrace.connector.declare.IssuedDeclaration;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.propose.Proposal;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.OwnClaim;
import org.cfptrace.declaration.PeriodClaim;
import org.cfptrace.declaration.ProcessClaim;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.declaration.StagesClaim;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.envelope.FootprintProposalBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.ProposalAnswerBody;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.junit.jupiter.api.Test;

/** An aggregator has worked a car out; its maker states the figure as its own, or does not. */
class ProposalTest {
  private final World world = new World();
  private final Firm cars = world.firm("Hama Cars");
  private final Firm dealer = world.firm("Ueno Motors");
  private final Collector collector =
      new Collector(world.space(), world.broker(), world.clock(), "zzzzzzzzzzzzzzzz");
  private final TraceId car = cars.makes("car", DeclaredUnit.PIECE);

  ProposalTest() {
    collector.becomePartnerOf(cars);
  }

  @Test
  void aProposalWaitsForAPersonAndStatesNothing() {
    FootprintProposalBody body = propose();

    Proposal waiting = proposal(body);
    assertThat(waiting.body()).isEqualTo(body);
    assertThat(waiting.proposer()).isEqualTo(collector.id());
    assertThat(waiting.state()).isEqualTo(Proposal.State.WAITING);
    assertThat(cars.told()).contains(NotificationType.PROPOSED);
    assertThat(issued()).isEmpty();
    assertThat(collector.answers()).isEmpty();
  }

  @Test
  void whatIsAcceptedIsStatedCellByCellAndAnswered() {
    FootprintProposalBody body = propose();

    Proposal accepted = accept(body);
    settle();

    DeclarationId statement = accepted.settled().orElseThrow().statement().orElseThrow();
    IssuedDeclaration stated = cars.company().issued().find(statement).orElseThrow();
    assertThat(stated.recipient()).isEqualTo(cars.id());
    assertThat(stated.claims().get(ClaimName.TOTAL)).isEqualTo(body.total());
    assertThat(stated.claims().get(ClaimName.STAGES)).isEqualTo(body.stages());
    assertThat(stated.claims().get(ClaimName.PERIOD)).isEqualTo(body.period());
    assertThat(stated.claims().get(ClaimName.METHOD)).isEqualTo(body.method());
    assertThat(((QualityClaim) stated.claims().get(ClaimName.QUALITY)).primaryDataShare())
        .isEqualTo(body.quality().orElseThrow().primaryDataShare());
    assertThat(collector.answers())
        .containsExactly(ProposalAnswerBody.accepted(body.proposalId(), statement));
    assertThat(accepted.settled().orElseThrow().by()).isEqualTo("approver");
  }

  @Test
  void theStatementSaysThatItRestsOnNoDeclarationAndWhereItComesFrom() {
    FootprintProposalBody body = propose();

    Proposal accepted = accept(body);

    IssuedDeclaration stated = issued().get(0);
    assertThat(accepted.settled().orElseThrow().statement()).contains(stated.id());
    ProcessClaim process = (ProcessClaim) stated.claims().get(ClaimName.PROCESS);
    assertThat(process.rest().orElseThrow().sizes())
        .isEqualTo(Map.of(Stage.PRE, KgCo2e.of("4996.750000001"), Stage.MAIN, KgCo2e.of("1121.5")));
    assertThat(stated.claims().get(ClaimName.OWN)).isEqualTo(new OwnClaim(Emissions.NONE));
    assertThat(stated.claims()).doesNotContainKey(ClaimName.COVERAGE);
    assertThat(stated.claims().get(ClaimName.EXT).toJson())
        .hasToString(
            "{\"footprintProposal\":{\"proposalId\":\"%s\",\"proposedBy\":\"%s\",\"madeFrom\":\"%s\"}}"
                .formatted(body.proposalId(), collector.id().did(), Proposed.MADE_FROM));
  }

  @Test
  void anIncompleteFigureIsStatedAsIncomplete() {
    FootprintProposalBody body =
        Proposed.of(car, DeclaredUnit.PIECE, Firm.YEAR, Proposed.CELLS, false);
    collector.proposes(cars.id(), body);
    settle();

    accept(body);

    assertThat(((TotalClaim) issued().get(0).claims().get(ClaimName.TOTAL)).complete()).isFalse();
  }

  @Test
  void customersAreToldJustThisFigure() {
    cars.becomePartnerOf(dealer);
    FootprintProposalBody body = propose();
    accept(body);

    cars.releases(dealer, car, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL, ReleaseSwitch.QUALITY);
    settle();

    List<ReceivedDeclaration> received = dealer.company().received().of(cars.id(), car);
    assertThat(received).hasSize(1);
    assertThat(received.get(0).claims().get(ClaimName.TOTAL)).isEqualTo(body.total());
    assertThat(received.get(0).claims()).doesNotContainKeys(ClaimName.EXT, ClaimName.INPUTS);
  }

  @Test
  void customersWhoWereToldAnotherFigureAreCorrectedByTheirRule() {
    cars.becomePartnerOf(dealer);
    cars.emits(car, "4000");
    cars.releases(dealer, car, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    settle();
    FootprintProposalBody body = propose();

    accept(body);
    settle();

    assertThat(dealer.company().received().of(cars.id(), car))
        .extracting(each -> each.total().orElseThrow().exclBiogenicUptake())
        .containsExactlyInAnyOrder(KgCo2e.of("4000"), body.total().exclBiogenicUptake());
  }

  @Test
  void aStatementOfItsOwnIsCorrectedByIt() {
    cars.emits(car, "4000");
    DeclarationId own = cars.states(car);
    FootprintProposalBody body = propose();

    Proposal accepted = accept(body);

    DeclarationId statement = accepted.settled().orElseThrow().statement().orElseThrow();
    assertThat(cars.company().issued().find(own).orElseThrow().standing().isActive()).isFalse();
    assertThat(cars.states(car)).isEqualTo(statement);
  }

  @Test
  void anotherPeriodIsStillItsOwnSum() {
    accept(propose());
    cars.emits(car, Period.ofYear(2026), "4000", null);

    DeclarationId later = cars.states(car);

    IssuedDeclaration stated = cars.company().issued().find(later).orElseThrow();
    assertThat(((PeriodClaim) stated.claims().get(ClaimName.PERIOD)).period())
        .isEqualTo(Period.ofYear(2026));
    assertThat(((TotalClaim) stated.claims().get(ClaimName.TOTAL)).exclBiogenicUptake())
        .isEqualTo(KgCo2e.of("4000"));
    assertThat(stated.claims()).doesNotContainKey(ClaimName.EXT);
  }

  @Test
  void whatIsRecalledIsDeclaredNoMoreAndItsOwnSumCountsAgain() {
    cars.emits(car, "4000");
    Proposal accepted = accept(propose());

    cars.recalls(accepted.settled().orElseThrow().statement().orElseThrow(), "wrong structure");
    DeclarationId after = cars.states(car);

    IssuedDeclaration stated = cars.company().issued().find(after).orElseThrow();
    assertThat(((TotalClaim) stated.claims().get(ClaimName.TOTAL)).exclBiogenicUptake())
        .isEqualTo(KgCo2e.of("4000"));
    assertThat(stated.claims()).doesNotContainKey(ClaimName.EXT);
  }

  @Test
  void aLaterProposalTakesThePlaceOfTheOneBefore() {
    accept(propose());
    FootprintProposalBody better =
        Proposed.of(
            car, DeclaredUnit.PIECE, Firm.YEAR, Proposed.CELLS.times(new BigDecimal("0.5")), true);
    collector.proposes(cars.id(), better);
    settle();

    Proposal accepted = accept(better);

    DeclarationId statement = accepted.settled().orElseThrow().statement().orElseThrow();
    IssuedDeclaration stated = cars.company().issued().find(statement).orElseThrow();
    assertThat(stated.claims().get(ClaimName.STAGES)).isInstanceOf(StagesClaim.class);
    assertThat(stated.claims().get(ClaimName.TOTAL)).isEqualTo(better.total());
    assertThat(issued()).filteredOn(each -> each.standing().isActive()).containsExactly(stated);
  }

  @Test
  void whatIsRefusedIsAnsweredWithItsReasonAndStatesNothing() {
    FootprintProposalBody body = propose();

    Proposal refused =
        cars.database()
            .inNew(
                () ->
                    cars.trade().settleProposal().refuse(body.proposalId(), "別の車種です", "approver"));
    settle();

    assertThat(refused.state()).isEqualTo(Proposal.State.REFUSED);
    assertThat(issued()).isEmpty();
    assertThat(collector.answers())
        .containsExactly(ProposalAnswerBody.refused(body.proposalId(), "別の車種です"));
    assertRefused(() -> accept(body), ProblemCode.ILLEGAL_MOVE);
  }

  @Test
  void aProposalIsSettledOnce() {
    FootprintProposalBody body = propose();
    accept(body);
    settle();

    assertRefused(() -> accept(body), ProblemCode.ILLEGAL_MOVE);
    assertThat(collector.answers()).hasSize(1);
    assertThat(issued()).hasSize(1);
  }

  @Test
  void whoIsNoAggregatorInTheDirectoryProposesNothing() {
    dealer.becomePartnerOf(cars);

    FootprintProposalBody body = Proposed.of(car);
    dealer.says(cars, Way.INBOX, MessageType.FOOTPRINT_PROPOSAL, body.toJson());
    settle();

    assertThat(cars.trade().proposals().find(body.proposalId())).isEmpty();
    assertThat(quarantined()).containsExactly("NOT_AN_AGGREGATOR");
  }

  @Test
  void onlyAProductOfOursInItsUnitIsTaken() {
    FootprintProposalBody stranger = Proposed.of(TraceId.random());
    FootprintProposalBody kilogram =
        Proposed.of(car, DeclaredUnit.KILOGRAM, Firm.YEAR, Proposed.CELLS, true);

    collector.proposes(cars.id(), stranger);
    collector.proposes(cars.id(), kilogram);
    settle();

    assertThat(all()).isEmpty();
    assertThat(quarantined()).containsExactly("UNIT_MISMATCH", "UNKNOWN_PRODUCT");
    assertThat(collector.refused()).hasSize(2);
  }

  @Test
  void anIdIsTakenOnce() {
    FootprintProposalBody body = propose();

    collector.proposes(cars.id(), body);
    settle();

    assertThat(all()).hasSize(1);
    assertThat(quarantined()).containsExactly("PROPOSAL_EXISTS");
  }

  private FootprintProposalBody propose() {
    FootprintProposalBody body = Proposed.of(car);
    collector.proposes(cars.id(), body);
    settle();
    return body;
  }

  private Proposal accept(FootprintProposalBody body) {
    return cars.database()
        .inNew(() -> cars.trade().settleProposal().accept(body.proposalId(), "approver"));
  }

  private Proposal proposal(FootprintProposalBody body) {
    return cars.trade().proposals().find(body.proposalId()).orElseThrow();
  }

  private List<Proposal> all() {
    return cars.trade()
        .proposals()
        .newestFirst(new PageRequest(10, Optional.empty()), false)
        .items();
  }

  private List<IssuedDeclaration> issued() {
    return cars.company().issued().newestFirst(new PageRequest(10, Optional.empty())).items();
  }

  private List<String> quarantined() {
    return cars.database()
        .sql()
        .list("select reason from quarantine order by 1", row -> row.text("reason"));
  }

  private void settle() {
    int moved = 1;
    while (moved > 0) {
      world.settle();
      moved = collector.take().size() + collector.relay();
    }
  }

  private static void assertRefused(ThrowingCallable work, ProblemCode code) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
