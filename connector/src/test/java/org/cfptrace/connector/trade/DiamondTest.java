package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.rollup.WeighedQuality;
import org.cfptrace.trade.RequestId;
import org.junit.jupiter.api.Test;

/** Figures that meet again: a supplier reached on two ways, and quality weighed by amount. */
class DiamondTest {
  private final World world = new World();

  @Test
  void aSharedSupplierIsCountedByAmountAndTheBottomIsWorkedOutOnce() {
    Diamond diamond = new Diamond();
    long before = known(diamond.cars, diamond.door);

    diamond.mill.emits(diamond.steel, "4");
    world.settle();

    // 2 × (1 + 0.5 × 4) + 1 × (2 + 1.25 × 4) + 10 = 6 + 7 + 10
    assertThat(diamond.cars.total(diamond.door)).isEqualTo(KgCo2e.of("23"));
    assertThat(known(diamond.cars, diamond.door)).isEqualTo(before + 1);
  }

  @Test
  void whatComesOnTwoWaysLiesOnceInTheQueueAndGoesOnToTheNextTierOnce() {
    Diamond diamond = new Diamond();
    assertThat(diamond.toldToFleet()).containsExactly("20.75");

    diamond.cars.isOffline(true);
    diamond.mill.emits(diamond.steel, "4");
    world.settle();
    diamond.cars.isOffline(false);
    diamond.cars.take();

    // Both of its inputs have changed, and the product is to be worked out, once.
    assertThat(diamond.heardOf(diamond.left, diamond.hinge)).isEqualTo(2);
    assertThat(diamond.heardOf(diamond.right, diamond.latch)).isEqualTo(2);
    assertThat(diamond.stale()).isEqualTo(1);
    world.settle();
    assertThat(diamond.toldToFleet()).containsExactly("23", "20.75");
    // 100 of its own and one door.
    assertThat(diamond.fleet.total(diamond.van)).isEqualTo(KgCo2e.of("123"));
  }

  @Test
  void whereOneWayIsADayLaterTheNextTierIsToldOnceOfEachStateAndOfNoneTwice() {
    Diamond diamond = new Diamond();

    diamond.right.isOffline(true);
    diamond.mill.emits(diamond.steel, "4");
    world.settle();
    // 2 × (1 + 0.5 × 4) + 5.75 as before + 10
    assertThat(diamond.toldToFleet()).containsExactly("21.75", "20.75");

    world.clock().advance(Duration.ofDays(1));
    diamond.right.isOffline(false);
    world.settle();
    world.settle();

    assertThat(diamond.toldToFleet()).containsExactly("23", "21.75", "20.75");
    assertThat(diamond.fleet.total(diamond.van)).isEqualTo(KgCo2e.of("123"));
    assertThat(diamond.cars.waiting()).isEmpty();
  }

  /** A mill whose steel reaches a door on two ways, and who buys the door. */
  private final class Diamond {
    private final Firm mill = world.firm("Seto Steel");
    private final Firm left = world.firm("Left Parts");
    private final Firm right = world.firm("Right Parts");
    private final Firm cars = world.firm("Hama Cars");
    private final Firm fleet = world.firm("Kumo Vans");
    private final TraceId steel = mill.makes("coil", DeclaredUnit.KILOGRAM);
    private final TraceId hinge = left.makes("hinge", DeclaredUnit.PIECE);
    private final TraceId latch = right.makes("latch", DeclaredUnit.PIECE);
    private final TraceId door = cars.makes("door", DeclaredUnit.PIECE);
    private final TraceId van = fleet.makes("van", DeclaredUnit.PIECE);

    Diamond() {
      mill.emits(steel, "3");
      left.emits(hinge, "1");
      right.emits(latch, "2");
      cars.emits(door, "10");
      fleet.emits(van, "100");
      supply(mill, steel, left, hinge, "coil", "0.5");
      supply(mill, steel, right, latch, "coil", "1.25");
      supply(left, hinge, cars, door, "hinge", "2");
      supply(right, latch, cars, door, "latch", "1");
      supply(cars, door, fleet, van, "door", "1");
      // 2 × (1 + 0.5 × 3) + 1 × (2 + 1.25 × 3) + 10 = 5 + 5.75 + 10
      assertThat(cars.total(door)).isEqualTo(KgCo2e.of("20.75"));
    }

    /** What the next tier was told of the door, newest first. */
    List<String> toldToFleet() {
      return fleet.company().received().of(cars.id(), door).stream()
          .map(heard -> heard.total().orElseThrow().exclBiogenicUptake().text())
          .toList();
    }

    /** How many figures of a part the maker of the door has. */
    int heardOf(Firm supplier, TraceId part) {
      return cars.company().received().of(supplier.id(), part).size();
    }

    /** How often the door lies in the queue of what is to be worked out. */
    long stale() {
      return cars.database()
          .sql()
          .number("select count(*) from stale_product where trace_id = ?", door.uuid());
    }
  }

  @Test
  void qualityIsWeighedByWhatEachPartBrings() {
    Firm mill = world.firm("Seto Steel");
    Firm parts = world.firm("Naka Parts");
    TraceId steel = mill.makes("coil", DeclaredUnit.KILOGRAM);
    TraceId bracket = parts.makes("bracket", DeclaredUnit.PIECE);
    mill.emits(steel, Firm.YEAR, "3", main("2", "3", "4"));
    parts.emits(bracket, Firm.YEAR, "5", main("1", "1", "1"));
    supply(mill, steel, parts, bracket, "coil", "2.5");

    // 2.5 × 3 = 7.5 of the coil, whose split the mill does not show, beside 5 of our own, 12.5 in
    // all.
    // Rated (2 + 3 + 4) / 3 = 3 and 1: (7.5 × 3 + 5 × 1) / 12.5 = 2.2
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("12.5"));
    WeighedQuality quality = parts.footprint(bracket).quality();
    assertThat(quality.rating().byProcess())
        .containsEntry(Stage.MAIN, Representativeness.of("1", "1", "1"))
        .containsEntry(Stage.UNSPLIT, Representativeness.of("2", "3", "4"));
    assertThat(quality.overall()).isEqualByComparingTo(new BigDecimal("2.2"));
    assertThat(parts.footprint(bracket).quality().primaryDataShare().percent())
        .isEqualByComparingTo(new BigDecimal("100"));
  }

  private static DataQuality main(String ter, String tir, String ger) {
    return new DataQuality(
        QualityScale.ONE_TO_FIVE, Map.of(Stage.MAIN, Representativeness.of(ter, tir, ger)));
  }

  private void supply(
      Firm supplier, TraceId product, Firm buyer, TraceId goesInto, String line, String amount) {
    supplier.becomePartnerOf(buyer);
    DeclaredUnit unit = supplier.warehouse().find(product).orElseThrow().value().unit();
    buyer.buys(goesInto, line, amount, unit);
    RequestId request = buyer.asks(supplier, goesInto, line);
    world.settle();
    supplier.links(request, product);
    supplier.releases(
        buyer, product, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL, ReleaseSwitch.QUALITY);
    world.settle();
  }

  private static long known(Firm firm, TraceId product) {
    return firm.database()
        .sql()
        .number("select count(*) from footprint_history where trace_id = ?", product.uuid());
  }
}
