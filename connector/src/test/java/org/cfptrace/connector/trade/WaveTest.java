package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.cfptrace.connector.correct.Correction;
import org.cfptrace.connector.exchange.ListedBroker;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.trade.RequestId;
import org.junit.jupiter.api.Test;

/**
 * One correction reaches a door on forty ways, and they come one by one: nothing runs away, so
 * nobody is asked. A part whose figure comes again and again is another matter.
 */
class WaveTest {
  private static final int COMPANIES = 4;
  private static final int PARTS_EACH = 10;

  private final World world = new World();
  private final Firm mill = world.firm("Seto Steel");
  private final Firm cars = world.firm("Hama Cars");
  private final Firm fleet = world.firm("Kumo Vans");
  private final List<Part> parts = new ArrayList<>();
  private final TraceId steel = mill.makes("coil", DeclaredUnit.KILOGRAM);
  private final TraceId door = cars.makes("door", DeclaredUnit.PIECE);
  private final TraceId van = fleet.makes("van", DeclaredUnit.PIECE);

  WaveTest() {
    mill.emits(steel, "3");
    cars.emits(door, "10");
    fleet.emits(van, "100");
    List<Supply> ofSteel = new ArrayList<>();
    List<Supply> ofParts = new ArrayList<>();
    for (int company = 0; company < COMPANIES; company++) {
      Firm maker = world.firm("Parts " + company);
      mill.becomePartnerOf(maker);
      maker.becomePartnerOf(cars);
      for (int number = 0; number < PARTS_EACH; number++) {
        String name = "part-" + company + "-" + number;
        TraceId part = maker.makes(name, DeclaredUnit.PIECE);
        maker.emits(part, "1");
        parts.add(new Part(maker, part));
        ofSteel.add(new Supply(mill, steel, maker, part, "coil"));
        ofParts.add(new Supply(maker, part, cars, door, name));
      }
    }
    cars.becomePartnerOf(fleet);
    supply(ofSteel);
    supply(ofParts);
    supply(List.of(new Supply(cars, door, fleet, van, "door")));
    // 40 × (1 + 3) + 10, and 100
    assertThat(fleet.total(van)).isEqualTo(KgCo2e.of("270"));
  }

  private record Part(Firm maker, TraceId product) {}

  private record Supply(
      Firm supplier, TraceId product, Firm buyer, TraceId goesInto, String line) {}

  @Test
  void oneCorrectionOnFortyWaysIsToldOnWithoutAskingAnybody() {
    tomorrow();
    mill.emits(steel, "4");

    cars.isOffline(true);
    world.settle();
    cars.isOffline(false);
    oneByOneAt(cars);

    assertThat(heardOfTheDoor()).as("each of the forty was worked out alone").isEqualTo(1 + 40);
    assertThat(cars.waiting()).isEmpty();
    // 40 × (1 + 4) + 10, and 100
    assertThat(fleet.total(van)).isEqualTo(KgCo2e.of("310"));
  }

  @Test
  void onePartThatComesAgainAndAgainIsLimitedThoughThirtyNineOthersAreStill() {
    tomorrow();
    Firm maker = parts.get(0).maker();
    for (String kilograms : List.of("2", "3", "4", "5")) {
      maker.emits(parts.get(0).product(), kilograms);
      world.settle();
    }
    // The maker has told three of them by itself; a person there lets the fourth go.
    assertThat(cars.waiting()).isEmpty();
    maker.approves(maker.waiting().get(0));
    world.settle();

    assertThat(cars.waiting())
        .extracting(Correction::why)
        .containsExactly(Correction.Why.RIPPLE_LIMIT);
    // The third: 39 × (1 + 3) + (4 + 3) + 10, and 100
    assertThat(fleet.total(van)).isEqualTo(KgCo2e.of("273"));
  }

  private void tomorrow() {
    world.clock().advance(Duration.ofDays(1));
  }

  private int heardOfTheDoor() {
    return fleet.company().received().of(cars.id(), door).size();
  }

  /** Lets what is on its way there arrive in pieces, with all that follows in between. */
  private void oneByOneAt(Firm firm) {
    String inbox = Way.INBOX.topicOf(firm.id().shortId());
    Predicate<ListedBroker.Taken> isForIt = taken -> taken.topic().equals(inbox);
    for (ListedBroker.Taken message : world.broker().withheld(isForIt)) {
      world.broker().arrive(List.of(message));
      firm.take();
      firm.recompute();
      firm.relay();
    }
    world.settle();
  }

  /** Each is asked for, linked and released, and then answers. */
  private void supply(List<Supply> supplies) {
    List<RequestId> requests = new ArrayList<>();
    for (Supply each : supplies) {
      DeclaredUnit unit =
          each.supplier().warehouse().find(each.product()).orElseThrow().value().unit();
      each.buyer().buys(each.goesInto(), each.line(), "1", unit);
      requests.add(each.buyer().asks(each.supplier(), each.goesInto(), each.line()));
    }
    world.settle();
    for (int place = 0; place < supplies.size(); place++) {
      Supply each = supplies.get(place);
      each.supplier().links(requests.get(place), each.product());
      each.supplier()
          .releases(each.buyer(), each.product(), RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    }
    world.settle();
  }
}
