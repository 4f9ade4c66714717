package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cfptrace.connector.notify.Notification;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.trade.RequestId;
import org.junit.jupiter.api.Test;

/** From which change on people are told that a product of their own has another figure. */
class OwnChangeTest {
  private final World world = new World();
  private final Firm parts = world.firm("Naka Parts");
  private final TraceId bracket = parts.makes("bracket", DeclaredUnit.PIECE);

  @Test
  void theFirstFigureIsNoChange() {
    assertThat(toldOfOwn("100")).isEmpty();
  }

  @Test
  void tenPercentAreToldAndTheLeastBelowIsNot() {
    toldOfOwn("100");

    assertThat(toldOfOwn("109.99")).isEmpty();
    // 109.99 × 1.1 = 120.989
    assertThat(toldOfOwn("120.989"))
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.partner()).isEmpty();
              assertThat(told.product()).contains(bracket);
              assertThat(told.facts())
                  .containsEntry("changePercent", "10")
                  .containsEntry("periodEnd", "2025-12-31");
            });
  }

  @Test
  void downIsAChangeAsWell() {
    toldOfOwn("100");

    assertThat(toldOfOwn("90.01")).isEmpty();
    // 90.01 × 0.9 = 81.009
    assertThat(toldOfOwn("81.009"))
        .singleElement()
        .satisfies(told -> assertThat(told.facts()).containsEntry("changePercent", "10"));
  }

  @Test
  void aCompanyMayChooseAnotherPercentage() {
    parts.startsWithNotifyPercent("2.5");
    toldOfOwn("100");

    assertThat(toldOfOwn("102.49")).isEmpty();
    // 102.49 × 1.025 = 105.05225
    assertThat(toldOfOwn("105.05225"))
        .singleElement()
        .satisfies(told -> assertThat(told.facts()).containsEntry("changePercent", "2.5"));

    parts.startsWithNotifyPercent("30");
    // 105.05225 × 1.29 = 135.5174025
    assertThat(toldOfOwn("135.5174025")).isEmpty();
  }

  @Test
  void aSuppliersCorrectionIsAlwaysToldOurOwnProductFromTenPercentOn() {
    Firm mill = world.firm("Seto Steel");
    TraceId steel = mill.makes("coil", DeclaredUnit.KILOGRAM);
    mill.becomePartnerOf(parts);
    parts.buys(bracket, "coil", "1", DeclaredUnit.KILOGRAM);
    parts.emits(bracket, "5");
    mill.emits(steel, "3");
    RequestId request = parts.asks(mill, bracket, "coil");
    world.settle();
    mill.links(request, steel);
    mill.releases(parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    world.settle();
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("8"));

    // 8 × 1.0999 = 8.7992: the supplier's 3 has become 3.7992, 26.64 % more.
    assertThat(toldWhen(() -> mill.emits(steel, "3.7992")))
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.partner()).contains(mill.id());
              assertThat(told.product()).contains(steel);
              assertThat(told.facts()).containsEntry("changePercent", "26.64");
            });
    // 8.7992 × 1.1 = 9.67912
    assertThat(toldWhen(() -> mill.emits(steel, "4.67912")))
        .extracting(told -> told.product().orElseThrow())
        .containsExactly(steel, bracket);
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("9.67912"));
  }

  private List<Notification> toldOfOwn(String kilograms) {
    return toldWhen(() -> parts.emits(bracket, kilograms));
  }

  private List<Notification> toldWhen(Runnable act) {
    long before = parts.lastTold();
    act.run();
    world.settle();
    return parts.toldSince(before, NotificationType.UPDATED);
  }
}
