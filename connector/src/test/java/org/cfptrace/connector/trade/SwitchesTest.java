package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.trade.RequestId;
import org.cfptrace.trade.RequestState;
import org.junit.jupiter.api.Test;

/** What is shown is chosen for each partner and product: one choice says nothing of another. */
class SwitchesTest {
  private final World world = new World();
  private final Firm mill = world.firm("Seto Steel");
  private final Firm parts = world.firm("Naka Parts");
  private final Firm cars = world.firm("Hama Cars");
  private final TraceId steel = mill.makes("coil", DeclaredUnit.KILOGRAM);
  private final TraceId zinc = mill.makes("zinc", DeclaredUnit.KILOGRAM);
  private final TraceId bracket = parts.makes("bracket", DeclaredUnit.PIECE);
  private final TraceId door = cars.makes("door", DeclaredUnit.PIECE);
  private final RequestId steelForParts;
  private final RequestId zincForParts;
  private final RequestId steelForCars;

  SwitchesTest() {
    mill.becomePartnerOf(parts);
    mill.becomePartnerOf(cars);
    DataQuality rated =
        new DataQuality(
            QualityScale.ONE_TO_FIVE, Map.of(Stage.MAIN, Representativeness.of("2", "3", "4")));
    mill.emits(steel, Firm.YEAR, "3", rated);
    mill.emits(zinc, Firm.YEAR, "7", rated);
    parts.emits(bracket, "5");
    cars.emits(door, "10");
    parts.buys(bracket, "coil", "1", DeclaredUnit.KILOGRAM);
    parts.buys(bracket, "zinc", "1", DeclaredUnit.KILOGRAM);
    cars.buys(door, "coil", "1", DeclaredUnit.KILOGRAM);
    steelForParts = parts.asks(mill, bracket, "coil");
    zincForParts = parts.asks(mill, bracket, "zinc");
    steelForCars = cars.asks(mill, door, "coil");
    world.settle();
    mill.links(steelForParts, steel);
    mill.links(zincForParts, zinc);
    mill.links(steelForCars, steel);
    mill.releases(
        parts,
        steel,
        RedeclareRule.AUTOMATIC,
        ReleaseSwitch.TOTAL,
        ReleaseSwitch.QUALITY,
        ReleaseSwitch.STAGES);
    mill.releases(parts, zinc, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    mill.releases(cars, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    world.settle();
  }

  @Test
  void theSameProductShowsDifferentThingsToTwoPartners() {
    ReceivedDeclaration toParts = heardBy(parts, steel);
    ReceivedDeclaration toCars = heardBy(cars, steel);

    assertThat(toParts.total().orElseThrow().exclBiogenicUptake()).isEqualTo(KgCo2e.of("3"));
    assertThat(toParts.quality()).isPresent();
    assertThat(toParts.stages()).isPresent();
    assertThat(toCars.total().orElseThrow().exclBiogenicUptake()).isEqualTo(KgCo2e.of("3"));
    assertThat(toCars.quality()).isEmpty();
    assertThat(toCars.stages()).isEmpty();
  }

  @Test
  void twoProductsShowDifferentThingsToTheSamePartner() {
    assertThat(heardBy(parts, steel).quality()).isPresent();
    assertThat(heardBy(parts, zinc).total()).isPresent();
    assertThat(heardBy(parts, zinc).quality()).isEmpty();
    assertThat(heardBy(parts, zinc).stages()).isEmpty();
  }

  @Test
  void closingOneLeavesTheOtherPartnerAndTheOtherProductAsTheyWere() {
    mill.releases(parts, steel, RedeclareRule.AUTOMATIC);
    world.settle();

    assertThat(parts.lineState(bracket, "coil")).isEqualTo("WITHHELD");
    assertThat(parts.lineState(bracket, "zinc")).isEqualTo("OK");
    // 5 of its own and 7 of the zinc; of the coil nothing, and that is said.
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("12"));
    assertThat(parts.isComplete(bracket)).isFalse();
    assertThat(parts.stateOf(steelForParts)).isEqualTo(RequestState.LINKED);
    assertThat(parts.stateOf(zincForParts)).isEqualTo(RequestState.ANSWERED);
    assertThat(cars.lineState(door, "coil")).isEqualTo("OK");
    assertThat(cars.total(door)).isEqualTo(KgCo2e.of("13"));
    assertThat(cars.isComplete(door)).isTrue();
    assertThat(cars.stateOf(steelForCars)).isEqualTo(RequestState.ANSWERED);

    // What is corrected while it is closed is told to whom it is open, and to nobody else.
    mill.emits(steel, "4");
    world.settle();

    assertThat(cars.total(door)).isEqualTo(KgCo2e.of("14"));
    assertThat(parts.company().received().of(mill.id(), steel)).hasSize(1);
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("12"));
  }

  private ReceivedDeclaration heardBy(Firm firm, TraceId product) {
    return firm.company().received().of(mill.id(), product).get(0);
  }
}
