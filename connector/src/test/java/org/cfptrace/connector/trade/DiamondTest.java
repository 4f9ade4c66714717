package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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
    Firm mill = world.firm("Seto Steel");
    Firm left = world.firm("Left Parts");
    Firm right = world.firm("Right Parts");
    Firm cars = world.firm("Hama Cars");
    TraceId steel = mill.makes("coil", DeclaredUnit.KILOGRAM);
    TraceId hinge = left.makes("hinge", DeclaredUnit.PIECE);
    TraceId latch = right.makes("latch", DeclaredUnit.PIECE);
    TraceId door = cars.makes("door", DeclaredUnit.PIECE);
    mill.emits(steel, "3");
    left.emits(hinge, "1");
    right.emits(latch, "2");
    cars.emits(door, "10");
    supply(mill, steel, left, hinge, "coil", "0.5");
    supply(mill, steel, right, latch, "coil", "1.25");
    supply(left, hinge, cars, door, "hinge", "2");
    supply(right, latch, cars, door, "latch", "1");

    // 2 × (1 + 0.5 × 3) + 1 × (2 + 1.25 × 3) + 10 = 5 + 5.75 + 10
    assertThat(cars.total(door)).isEqualTo(KgCo2e.of("20.75"));
    long before = known(cars, door);

    mill.emits(steel, "4");
    world.settle();

    // 2 × (1 + 0.5 × 4) + 1 × (2 + 1.25 × 4) + 10 = 6 + 7 + 10
    assertThat(cars.total(door)).isEqualTo(KgCo2e.of("23"));
    assertThat(known(cars, door)).isEqualTo(before + 1);
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
