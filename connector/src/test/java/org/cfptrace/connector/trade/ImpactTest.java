package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cfptrace.connector.correct.Impact;
import org.cfptrace.connector.declare.IssuedDeclaration;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.trade.RequestId;
import org.junit.jupiter.api.Test;

/** Who is touched by a recall: the same list before it and after it. */
class ImpactTest {
  private final World world = new World();
  private final Firm mill = world.firm("Seto Steel");
  private final Firm parts = world.firm("Naka Parts");
  private final Firm cars = world.firm("Hama Cars");
  private final TraceId steel = mill.makes("coil", DeclaredUnit.KILOGRAM);
  private final TraceId sheet = mill.makes("sheet", DeclaredUnit.KILOGRAM);

  ImpactTest() {
    mill.uses(sheet, "coil", "1.1", steel);
    mill.emits(steel, "3");
    mill.emits(sheet, "1");
    mill.becomePartnerOf(parts);
    mill.becomePartnerOf(cars);
    for (Firm customer : List.of(parts, cars)) {
      mill.releases(customer, steel, RedeclareRule.ASK, ReleaseSwitch.TOTAL);
    }
    mill.releases(cars, sheet, RedeclareRule.ASK, ReleaseSwitch.TOTAL);
    world.settle();
  }

  @Test
  void aRecalledStatementShowsTheSameCustomersBeforeAndAfter() {
    DeclarationId statement = copies(steel).get(0).statement().orElseThrow();
    assertThat(shown(mill, statement))
        .containsExactlyInAnyOrder(
            "coil for Naka Parts ACTIVE",
            "coil for Hama Cars ACTIVE",
            "sheet for Hama Cars ACTIVE");

    mill.recalls(statement, "wrong meter");
    world.settle();

    assertThat(shown(mill, statement))
        .containsExactlyInAnyOrder(
            "coil for Naka Parts RECALLED",
            "coil for Hama Cars RECALLED",
            "sheet for Hama Cars ACTIVE");
  }

  @Test
  void ofARecalledCopyItsOwnCustomerStaysListedAndTheOtherAsBefore() {
    IssuedDeclaration copy =
        copies(steel).stream()
            .filter(each -> each.recipient().equals(parts.id()))
            .findFirst()
            .orElseThrow();

    mill.recalls(copy.id(), "wrong meter");
    world.settle();

    assertThat(shown(mill, copy.id()))
        .containsExactlyInAnyOrder(
            "coil for Naka Parts RECALLED",
            "coil for Hama Cars ACTIVE",
            "sheet for Hama Cars ACTIVE");
  }

  @Test
  void whatComesInItsPlaceIsListedBesideIt() {
    DeclarationId statement = copies(steel).get(0).statement().orElseThrow();
    mill.recalls(statement, "wrong meter");
    mill.emits(steel, "4");
    world.settle();
    mill.waiting().stream()
        .filter(each -> each.product().equals(steel) && each.partner().equals(parts.id()))
        .forEach(mill::approves);
    world.settle();

    assertThat(shown(mill, statement))
        .containsExactlyInAnyOrder(
            "coil for Naka Parts RECALLED",
            "coil for Naka Parts ACTIVE",
            "coil for Hama Cars RECALLED",
            "sheet for Hama Cars ACTIVE");
  }

  @Test
  void aPartnersRecallShowsOurCustomersBeforeAndAfter() {
    TraceId bracket = parts.makes("bracket", DeclaredUnit.PIECE);
    parts.buys(bracket, "coil", "1", DeclaredUnit.KILOGRAM);
    parts.emits(bracket, "5");
    RequestId request = parts.asks(mill, bracket, "coil");
    world.settle();
    mill.links(request, steel);
    parts.becomePartnerOf(cars);
    parts.releases(cars, bracket, RedeclareRule.ASK, ReleaseSwitch.TOTAL);
    world.settle();
    DeclarationId told = parts.company().received().of(mill.id(), steel).get(0).id();
    assertThat(shown(parts, told)).containsExactly("bracket for Hama Cars ACTIVE");

    mill.recalls(told, "wrong meter");
    world.settle();

    // What we have told stands until we say otherwise; a person is asked.
    assertThat(shown(parts, told)).containsExactly("bracket for Hama Cars ACTIVE");
  }

  private List<IssuedDeclaration> copies(TraceId product) {
    return mill.company().issued().standingCopies(product);
  }

  private List<String> shown(Firm firm, DeclarationId id) {
    Impact impact = firm.database().inNew(() -> firm.trade().findImpact().of(id));
    return impact.products().stream()
        .flatMap(
            product ->
                product.copies().stream()
                    .map(copy -> product.name() + " for " + name(copy) + " " + copy.state()))
        .toList();
  }

  private String name(Impact.HeldCopy copy) {
    return List.of(mill, parts, cars).stream()
        .filter(firm -> firm.id().equals(copy.holder()))
        .map(Firm::name)
        .findFirst()
        .orElseThrow();
  }
}
