package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.trade.RequestId;
import org.cfptrace.trade.RequestState;
import org.junit.jupiter.api.Test;

/** Ask, link, release, answer: three companies whose figures follow each other. */
class TradeStoryTest {
  private final World world = new World();
  private final Firm mill = world.firm("Seto Steel");
  private final Firm parts = world.firm("Naka Parts");
  private final Firm cars = world.firm("Hama Cars");
  private final TraceId steel = mill.makes("coil", DeclaredUnit.KILOGRAM);
  private final TraceId bracket = parts.makes("bracket", DeclaredUnit.PIECE);
  private final TraceId car = cars.makes("car", DeclaredUnit.PIECE);

  TradeStoryTest() {
    mill.becomePartnerOf(parts);
    parts.becomePartnerOf(cars);
    parts.buys(bracket, "coil", "1", DeclaredUnit.KILOGRAM);
    cars.buys(car, "bracket", "1", DeclaredUnit.PIECE);
    mill.emits(steel, "3");
    parts.emits(bracket, "5");
    cars.emits(car, "10");
    world.settle();
  }

  @Test
  void threeBecomesEightBecomesEighteenBecauseTheyWereAsked() {
    RequestId forSteel = parts.asks(mill, bracket, "coil");
    RequestId forBracket = cars.asks(parts, car, "bracket");
    world.settle();
    assertThat(parts.lineState(bracket, "coil")).isEqualTo("ASKED");
    assertThat(mill.told()).contains(NotificationType.REQUEST_NEW);

    parts.links(forBracket, bracket);
    parts.releases(cars, bracket, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    mill.links(forSteel, steel);
    world.settle();
    assertThat(parts.lineState(bracket, "coil")).isEqualTo("WITHHELD");
    assertThat(parts.stateOf(forSteel)).isEqualTo(RequestState.LINKED);
    assertThat(cars.stateOf(forBracket)).isEqualTo(RequestState.LINKED);

    mill.releases(parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    world.settle();

    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("8"));
    assertThat(cars.total(car)).isEqualTo(KgCo2e.of("18"));
    assertThat(cars.isComplete(car)).isTrue();
    for (Firm side : new Firm[] {mill, parts}) {
      assertThat(side.stateOf(forSteel)).as(side.name()).isEqualTo(RequestState.ANSWERED);
    }
    for (Firm side : new Firm[] {parts, cars}) {
      assertThat(side.stateOf(forBracket)).as(side.name()).isEqualTo(RequestState.ANSWERED);
    }
    assertThat(cars.told()).contains(NotificationType.ANSWERED);
  }
}
