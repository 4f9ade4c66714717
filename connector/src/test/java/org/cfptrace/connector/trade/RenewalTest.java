package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.connector.declare.IssuedDeclaration;
import org.cfptrace.connector.exchange.ListedBroker;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.trade.RequestId;
import org.cfptrace.trade.RequestSide;
import org.cfptrace.trade.RequestState;
import org.junit.jupiter.api.Test;

/** The figure of a new year is asked for before the old one is over, and answered after it. */
class RenewalTest {
  private static final Period NEXT = Period.ofYear(2026);

  /** 5.00000001 of its own and 1.5 kg of coil: 5.00000001 + 1.5 × 3.12345678. */
  private static final KgCo2e OF_2025 = KgCo2e.of("9.68518518");

  /** 4.75 of its own in the new year, and the coil's old figure: 4.75 + 1.5 × 3.12345678. */
  private static final KgCo2e OF_2026_WITH_THE_OLD_COIL = KgCo2e.of("9.43518517");

  /** The same with the coil's new figure: 4.75 + 1.5 × 2.98765432. */
  private static final KgCo2e OF_2026 = KgCo2e.of("9.23148148");

  private final World world = new World();
  private final Firm mill = world.firm("Seto Steel");
  private final Firm parts = world.firm("Naka Parts");
  private final TraceId steel = mill.makes("coil", DeclaredUnit.KILOGRAM);
  private final TraceId bracket = parts.makes("bracket", DeclaredUnit.PIECE);
  private final RequestId first;

  RenewalTest() {
    mill.becomePartnerOf(parts);
    parts.buys(bracket, "coil", "1.5", DeclaredUnit.KILOGRAM);
    mill.emits(steel, "3.12345678");
    parts.emits(bracket, "5.00000001");
    first = parts.asks(mill, bracket, "coil");
    world.settle();
    mill.links(first, steel);
    mill.releases(parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    world.settle();
    assertSum(Firm.YEAR, OF_2025);
  }

  @Test
  void theAnswerCountsForTheNewYearAndTheSumOfTheOldOneStaysToTheDigit() {
    IssuedDeclaration old = mill.company().issued().standing(steel, parts.id()).get(0);

    comes("2026-12-20");
    RequestId renewal = parts.asksFor(NEXT, mill, bracket, "coil");
    world.settle();
    assertBoth(renewal, RequestState.ASKED);
    assertSum(Firm.YEAR, OF_2025);

    comes("2027-01-15");
    mill.links(renewal, steel);
    parts.emits(bracket, NEXT, "4.75", null);
    world.settle();
    // What stands speaks of the old year, and was not asked for.
    assertBoth(renewal, RequestState.LINKED);
    assertSum(NEXT, OF_2026_WITH_THE_OLD_COIL);
    assertSum(Firm.YEAR, OF_2025);

    mill.emits(steel, NEXT, "2.98765432", null);
    world.settle();

    assertBoth(renewal, RequestState.ANSWERED);
    assertBoth(first, RequestState.ANSWERED);
    assertSum(NEXT, OF_2026);
    assertSum(Firm.YEAR, OF_2025);
    // It renews and does not correct: both stand, each for its own year.
    assertThat(mill.company().issued().standing(steel, parts.id()))
        .extracting(copy -> copy.period().period())
        .containsExactlyInAnyOrder(Firm.YEAR, NEXT);
    assertThat(mill.company().issued().find(old.id()).orElseThrow().standing().isActive()).isTrue();
  }

  @Test
  void whereTheOldFigureHasExpiredTheLineIsStaleUntilTheNewOneComes() {
    Period of2028 = Period.ofYear(2028);
    comes("2028-11-02");
    RequestId renewal = parts.asksFor(of2028, mill, bracket, "coil");
    world.settle();
    mill.links(renewal, steel);
    world.settle();

    comes("2029-01-01");
    for (Firm firm : List.of(mill, parts)) {
      firm.database().inNew(() -> firm.trade().tellWhatIsDue());
      assertThat(firm.told()).as(firm.name()).contains(NotificationType.EXPIRED);
    }
    parts.emits(bracket, Period.ofYear(2029), "4.75", null);
    world.settle();
    assertBoth(renewal, RequestState.LINKED);
    assertThat(parts.lineState(bracket, "coil")).isEqualTo("STALE(PERIOD_GAP)");
    assertThat(parts.isComplete(bracket)).isFalse();

    mill.emits(steel, of2028, "2.98765432", null);
    world.settle();

    assertBoth(renewal, RequestState.ANSWERED);
    assertThat(parts.lineState(bracket, "coil")).isEqualTo("OK");
    assertSum(Period.ofYear(2029), OF_2026);
    assertSum(Firm.YEAR, OF_2025);
  }

  @Test
  void aFigureForPartOfThePeriodDoesNotAnswerAndOneThatCoversItDoes() {
    RequestId renewal = parts.asksFor(NEXT, mill, bracket, "coil");
    world.settle();
    mill.links(renewal, steel);
    world.settle();

    comes("2027-04-10");
    mill.emits(steel, Period.of("2026-01-01", "2026-06-30"), "2.9", null);
    world.settle();
    assertBoth(renewal, RequestState.LINKED);

    mill.emits(steel, Period.of("2026-01-01", "2027-03-31"), "2.8", null);
    world.settle();
    assertBoth(renewal, RequestState.ANSWERED);
  }

  @Test
  void theLinkMayOvertakeTheFigureOfTheNewYear() {
    RequestId renewal = answeredInBothThreadsWhileThePartsMakerIsAway();
    world.broker().overtakes(threadOf(renewal));
    parts.take();
    world.settle();

    assertAnsweredAndNothingRefused(renewal);
  }

  @Test
  void theFigureOfTheNewYearMayOvertakeTheLink() {
    RequestId renewal = answeredInBothThreadsWhileThePartsMakerIsAway();
    world.broker().overtakes(threadOf(first));
    parts.take();
    world.settle();

    assertAnsweredAndNothingRefused(renewal);
  }

  @Test
  void aReminderOfWhoHasSeenTheLinkAndNotYetTheFigureIsNoFault() {
    RequestId renewal = answeredInBothThreadsWhileThePartsMakerIsAway();
    List<ListedBroker.Taken> figure =
        world.broker().withheld(taken -> taken.thread().equals(threadOf(first)));
    parts.take();
    assertThat(parts.stateOf(renewal)).isEqualTo(RequestState.LINKED);
    assertThat(mill.stateOf(renewal)).isEqualTo(RequestState.ANSWERED);
    parts.reminds(renewal, "still waiting", Optional.empty());
    parts.relay();
    mill.take();

    world.broker().arrive(figure);
    world.settle();

    assertAnsweredAndNothingRefused(renewal);
  }

  @Test
  void aRecallOfTheNewYearOpensItsRequestAndNotThatOfTheOldOne() {
    comes("2027-01-15");
    RequestId renewal = parts.asksFor(NEXT, mill, bracket, "coil");
    world.settle();
    mill.links(renewal, steel);
    mill.emits(steel, NEXT, "2.98765432", null);
    world.settle();
    assertBoth(renewal, RequestState.ANSWERED);

    mill.recalls(mill.company().issued().standing(steel, parts.id()).get(0).id(), "wrong meter");
    world.settle();

    assertBoth(renewal, RequestState.LINKED);
    assertBoth(first, RequestState.ANSWERED);
  }

  @Test
  void cancellingARenewalLeavesThePartWhereTheOldRequestHasPutIt() {
    RequestId renewal = parts.asksFor(NEXT, mill, bracket, "coil");
    world.settle();
    mill.links(renewal, steel);
    world.settle();

    parts.cancels(renewal);
    world.settle();

    assertBoth(renewal, RequestState.CANCELLED);
    assertBoth(first, RequestState.ANSWERED);
    assertSum(Firm.YEAR, OF_2025);
    parts.cancels(first);
    world.settle();
    assertThat(parts.isComplete(bracket)).isFalse();
  }

  @Test
  void aFurtherPeriodMayBeAskedForWhileALinkedRenewalWaitsButNotTheSameOne() {
    RequestId renewal = parts.asksFor(NEXT, mill, bracket, "coil");
    world.settle();
    mill.links(renewal, steel);
    world.settle();

    assertThatThrownBy(() -> parts.asksFor(NEXT, mill, bracket, "coil"))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.CONFLICT));
    RequestId further = parts.asksFor(Period.ofYear(2027), mill, bracket, "coil");
    world.settle();
    assertBoth(further, RequestState.ASKED);
    assertBoth(renewal, RequestState.LINKED);
  }

  /** The figure goes in the thread of the first request, the link in that of the renewal. */
  private RequestId answeredInBothThreadsWhileThePartsMakerIsAway() {
    comes("2027-01-15");
    RequestId renewal = parts.asksFor(NEXT, mill, bracket, "coil");
    world.settle();
    parts.isOffline(true);
    mill.emits(steel, NEXT, "2.98765432", null);
    world.settle();
    mill.links(renewal, steel);
    world.settle();
    parts.isOffline(false);
    assertThat(world.broker().taken())
        .extracting(ListedBroker.Taken::thread)
        .contains(threadOf(first), threadOf(renewal));
    return renewal;
  }

  private String threadOf(RequestId request) {
    return parts.trade().requests().find(request, RequestSide.ASKER).orElseThrow().thread();
  }

  private void assertAnsweredAndNothingRefused(RequestId renewal) {
    assertBoth(renewal, RequestState.ANSWERED);
    assertBoth(first, RequestState.ANSWERED);
    for (Firm firm : List.of(mill, parts)) {
      assertThat(firm.database().sql().number("select count(*) from quarantine"))
          .as(firm.name())
          .isZero();
    }
  }

  private void assertBoth(RequestId request, RequestState expected) {
    assertThat(parts.stateOf(request)).as("asker").isEqualTo(expected);
    assertThat(mill.stateOf(request)).as("answerer").isEqualTo(expected);
  }

  /** As the parts maker's people see it: the figure, and that nothing is missing of it. */
  private void assertSum(Period period, KgCo2e expected) {
    Footprint sum = parts.footprint(bracket, period);
    assertThat(sum.total().exclBiogenicUptake()).isEqualTo(expected);
    assertThat(sum.isComplete()).as("complete for " + period).isTrue();
  }

  private void comes(String day) {
    Instant then = Instant.parse(day + "T09:00:00Z");
    world.clock().advance(Duration.between(world.clock().instant(), then));
  }
}
