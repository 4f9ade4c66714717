package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.trade.RequestId;
import org.cfptrace.trade.RequestState;
import org.junit.jupiter.api.Test;

/** A connector that is down for days, or for longer than messages live. */
class OfflineTest {
  private final World world = new World();
  private final Firm mill = world.firm("Seto Steel");
  private final Firm parts = world.firm("Naka Parts");
  private final Firm cars = world.firm("Hama Cars");
  private final TraceId steel = mill.makes("coil", DeclaredUnit.KILOGRAM);
  private final TraceId bracket = parts.makes("bracket", DeclaredUnit.PIECE);
  private final TraceId car = cars.makes("car", DeclaredUnit.PIECE);
  private final RequestId forSteel;
  private final RequestId forBracket;

  OfflineTest() {
    mill.becomePartnerOf(parts);
    parts.becomePartnerOf(cars);
    parts.buys(bracket, "coil", "1", DeclaredUnit.KILOGRAM);
    cars.buys(car, "bracket", "1", DeclaredUnit.PIECE);
    mill.emits(steel, "3");
    parts.emits(bracket, "5");
    cars.emits(car, "10");
    forSteel = parts.asks(mill, bracket, "coil");
    forBracket = cars.asks(parts, car, "bracket");
    world.settle();
    parts.links(forBracket, bracket);
    parts.releases(cars, bracket, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    world.settle();
  }

  @Test
  void aConnectorThatWasDownForDaysEndsWhereItWouldHaveBeen() {
    parts.isOffline(true);
    Instant wentDown = world.clock().instant();
    mill.links(forSteel, steel);
    mill.releases(parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    world.settle();
    for (String kilograms : new String[] {"4", "5"}) {
      world.clock().advance(Duration.ofDays(4));
      mill.emits(steel, kilograms);
      world.settle();
    }
    assertThat(mill.company().exchange().outbox().waitingSince(parts.id())).contains(wentDown);
    assertThat(cars.stateOf(forBracket)).isEqualTo(RequestState.LINKED);

    parts.isOffline(false);
    world.settle();

    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("10"));
    assertThat(cars.total(car)).isEqualTo(KgCo2e.of("20"));
    assertThat(parts.stateOf(forSteel)).isEqualTo(RequestState.ANSWERED);
    assertThat(mill.stateOf(forSteel)).isEqualTo(RequestState.ANSWERED);
    assertThat(mill.company().exchange().outbox().waitingSince(parts.id())).isEmpty();
    assertThat(parts.company().received().of(mill.id(), steel)).hasSize(3);
  }

  @Test
  void whatOutlivesItsLifeIsToldToBothSidesAndSentAnewWithOneCall() {
    long before = parts.lastTold();
    parts.isOffline(true);
    mill.links(forSteel, steel);
    mill.releases(parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    world.settle();
    world.clock().advance(Duration.ofDays(40));
    mill.database().inNew(() -> mill.trade().tellWhatIsDue());
    assertThat(mill.told()).contains(NotificationType.NOT_DELIVERED);

    parts.isOffline(false);
    world.settle();
    assertThat(parts.toldSince(before, NotificationType.ARRIVED_TOO_LATE))
        .singleElement()
        .satisfies(told -> assertThat(told.partner()).contains(mill.id()));
    assertThat(parts.told()).doesNotContain(NotificationType.NOT_DELIVERED);
    assertThat(mill.told()).contains(NotificationType.REFUSED_DELIVERY);
    assertThat(reasonsOfRefusal()).containsOnly("EXPIRED");
    assertThat(parts.stateOf(forSteel)).isEqualTo(RequestState.ASKED);

    int sent = mill.database().inNew(() -> mill.company().exchange().sendAnew().to(parts.id()));
    world.settle();

    // The link, the release, progress, the declaration, and the proof that it is in the log.
    assertThat(sent).isEqualTo(5);
    assertThat(parts.stateOf(forSteel)).isEqualTo(RequestState.ANSWERED);
    assertThat(cars.total(car)).isEqualTo(KgCo2e.of("18"));
    assertThat(
            mill.database()
                .<Integer>inNew(() -> mill.company().exchange().sendAnew().to(parts.id())))
        .isZero();
  }

  @Test
  void whatTheBrokerHasForgottenIsToldToBothSidesTooOnceItIsSentAnew() {
    parts.isOffline(true);
    mill.links(forSteel, steel);
    mill.releases(parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    world.settle();
    world.clock().advance(Duration.ofDays(60));
    world.broker().drain(Way.INBOX.topicOf(parts.id().shortId()));
    mill.database().inNew(() -> mill.trade().tellWhatIsDue());
    long before = parts.lastTold();
    parts.isOffline(false);
    world.settle();
    assertThat(mill.told()).contains(NotificationType.NOT_DELIVERED);
    assertThat(parts.lastTold()).isEqualTo(before);

    mill.database().inNew(() -> mill.company().exchange().sendAnew().to(parts.id()));
    world.settle();

    // The new words come ahead of a gap, the old ones are asked for, refused and passed over.
    assertThat(parts.toldSince(before, NotificationType.ARRIVED_TOO_LATE)).hasSize(1);
    assertThat(reasonsOfRefusal()).containsOnly("EXPIRED");
    assertThat(parts.stateOf(forSteel)).isEqualTo(RequestState.ANSWERED);
    assertThat(cars.total(car)).isEqualTo(KgCo2e.of("18"));
  }

  /** Why the parts maker has refused what the mill sent, as the mill was told. */
  private List<String> reasonsOfRefusal() {
    return mill.database()
        .sql()
        .list(
            "select reason from outbox where state = 'REFUSED' and recipient = ?",
            row -> row.text("reason"),
            parts.id().toString());
  }
}
