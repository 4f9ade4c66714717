package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cfptrace.connector.declare.IssuedDeclaration;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LineId;
import org.cfptrace.trade.RequestId;
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

  RenewalTest() {
    mill.becomePartnerOf(parts);
    parts.buys(bracket, "coil", "1.5", DeclaredUnit.KILOGRAM);
    mill.emits(steel, "3.12345678");
    parts.emits(bracket, "5.00000001");
    RequestId first = parts.asks(mill, bracket, "coil");
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
    RequestId renewal = asksForTheNextYear();
    world.settle();
    assertThat(parts.stateOf(renewal)).isEqualTo(RequestState.ASKED);
    assertSum(Firm.YEAR, OF_2025);

    comes("2027-01-15");
    parts.emits(bracket, NEXT, "4.75", null);
    world.settle();
    assertThat(parts.footprint(bracket, NEXT).total().exclBiogenicUptake())
        .isEqualTo(OF_2026_WITH_THE_OLD_COIL);
    assertSum(Firm.YEAR, OF_2025);

    mill.emits(steel, NEXT, "2.98765432", null);
    mill.links(renewal, steel);
    world.settle();

    assertThat(parts.stateOf(renewal)).isEqualTo(RequestState.ANSWERED);
    assertThat(mill.stateOf(renewal)).isEqualTo(RequestState.ANSWERED);
    assertSum(NEXT, OF_2026);
    assertSum(Firm.YEAR, OF_2025);
    // It renews and does not correct: both stand, each for its own year.
    assertThat(mill.company().issued().standing(steel, parts.id()))
        .extracting(copy -> copy.period().period())
        .containsExactlyInAnyOrder(Firm.YEAR, NEXT);
    assertThat(mill.company().issued().find(old.id()).orElseThrow().standing().isActive()).isTrue();
  }

  /** As the parts maker's people see it: the figure, and that nothing is missing of it. */
  private void assertSum(Period period, KgCo2e expected) {
    Footprint sum = parts.footprint(bracket, period);
    assertThat(sum.total().exclBiogenicUptake()).isEqualTo(expected);
    assertThat(sum.isComplete()).as("complete for " + period).isTrue();
  }

  private RequestId asksForTheNextYear() {
    return parts
        .database()
        .inNew(
            () ->
                parts
                    .trade()
                    .ask()
                    .ask(
                        new AskForFootprint.Question(
                            new AskedFor(bracket, new LineId("coil"), Share.ALL, null, null),
                            mill.id(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(NEXT),
                            Optional.empty(),
                            Optional.empty()),
                        "clerk")
                    .id());
  }

  private void comes(String day) {
    Instant then = Instant.parse(day + "T09:00:00Z");
    world.clock().advance(Duration.between(world.clock().instant(), then));
  }
}
