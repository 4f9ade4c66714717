package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cfptrace.connector.notify.Notification;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.trade.RequestId;
import org.cfptrace.trade.RequestState;
import org.junit.jupiter.api.Test;

/** A figure ends to be valid: who hears of it when, and what rests on it. */
class ExpiryTest {
  // The figure of 2025 is valid until 2028-12-31; the world begins on 2026-11-23.
  private static final LocalDate END = LocalDate.of(2028, 12, 31);

  private final World world = new World();
  private final Firm mill = world.firm("Seto Steel");
  private final Firm parts = world.firm("Naka Parts");
  private final TraceId steel = mill.makes("coil", DeclaredUnit.KILOGRAM);
  private final TraceId bracket = parts.makes("bracket", DeclaredUnit.PIECE);

  ExpiryTest() {
    mill.becomePartnerOf(parts);
    parts.buys(bracket, "coil", "1", DeclaredUnit.KILOGRAM);
    mill.emits(steel, "3");
    parts.emits(bracket, "5");
    RequestId request = parts.asks(mill, bracket, "coil");
    world.settle();
    mill.links(request, steel);
    mill.releases(parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    world.settle();
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("8"));
  }

  @Test
  void expiryIsAnnouncedOnBothSidesAndOnlyOnceForEachStage() {
    for (String day :
        List.of("2028-11-01", "2028-11-02", "2028-12-01", "2028-12-30", "2029-01-01")) {
      for (Firm firm : List.of(mill, parts)) {
        dueOn(day, firm);
      }
    }

    for (Firm firm : List.of(mill, parts)) {
      assertThat(firm.toldSince(0, NotificationType.EXPIRING)).as(firm.name()).hasSize(3);
      assertThat(firm.toldSince(0, NotificationType.EXPIRED)).as(firm.name()).hasSize(1);
    }
  }

  @Test
  void eachStageBeginsOnItsVeryDay() {
    List<String> heard = new ArrayList<>();
    for (LocalDate day = END.minusDays(61); day.isBefore(END.plusDays(3)); day = day.plusDays(1)) {
      for (Firm firm : List.of(mill, parts)) {
        long before = firm.lastTold();
        dueOn(day.toString(), firm);
        for (Notification told : expiries(firm, before)) {
          Map<String, String> facts = told.facts();
          heard.add(
              String.join(
                  " ",
                  day.toString(),
                  told.type().name(),
                  facts.get("days"),
                  facts.get("direction")));
        }
      }
    }

    assertThat(heard)
        .containsExactly(
            "2028-11-01 EXPIRING 60 ISSUED",
            "2028-11-01 EXPIRING 60 RECEIVED",
            "2028-12-01 EXPIRING 30 ISSUED",
            "2028-12-01 EXPIRING 30 RECEIVED",
            "2028-12-24 EXPIRING 7 ISSUED",
            "2028-12-24 EXPIRING 7 RECEIVED",
            "2029-01-01 EXPIRED -1 ISSUED",
            "2029-01-01 EXPIRED -1 RECEIVED");
  }

  @Test
  void onTheLastDayItIsStillValidForWhoeverHasHeardNothingBefore() {
    dueOn("2028-12-31", parts);

    assertThat(parts.toldSince(0, NotificationType.EXPIRING))
        .singleElement()
        .satisfies(told -> assertThat(told.facts()).containsEntry("days", "0"));
    assertThat(parts.told()).doesNotContain(NotificationType.EXPIRED);
  }

  @Test
  void whatHasExpiredIsStaleInALaterYearAndLeavesTheSumOfItsOwnYearAlone() {
    dueOn("2029-01-01", parts);
    world.settle();
    // The usual year is still 2025, for which the figure was given and was valid.
    assertThat(parts.lineState(bracket, "coil")).isEqualTo("OK");

    parts.emits(bracket, Period.ofYear(2029), "5", null);
    world.settle();

    assertThat(parts.lineState(bracket, "coil")).isEqualTo("STALE(PERIOD_GAP)");
    assertThat(parts.isComplete(bracket)).isFalse();
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("5"));
    Footprint ofItsOwnYear = parts.footprint(bracket, Firm.YEAR);
    assertThat(ofItsOwnYear.isComplete()).isTrue();
    assertThat(ofItsOwnYear.total().exclBiogenicUptake()).isEqualTo(KgCo2e.of("8"));
  }

  @Test
  void inTheLastYearThatItCoversItStillCounts() {
    parts.emits(bracket, Period.ofYear(2028), "5", null);
    world.settle();

    // 2028 ends on the very day until which the figure is valid.
    assertThat(parts.lineState(bracket, "coil")).isEqualTo("OK");
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("8"));
  }

  @Test
  void sixtyDaysBeforeTheEndARenewalIsDraftedAndGoneOnceItIsSent() {
    assertThat(parts.trade().requests().toRenew(END.minusDays(1), 10)).isEmpty();
    assertThat(mill.trade().requests().toRenew(END, 10)).isEmpty();
    Renewal renewal = parts.trade().requests().toRenew(END, 10).get(0);
    assertThat(renewal.validUntil()).isEqualTo(END);
    assertThat(renewal.ending())
        .isEqualTo(mill.company().issued().standingCopies(steel).get(0).id());
    assertThat(renewal.draft().period()).contains(Period.ofYear(2026));
    assertThat(renewal.draft().askedFor().product()).isEqualTo(bracket);

    parts.database().inNew(() -> parts.trade().ask().ask(renewal.draft(), "suzuki"));
    world.settle();

    assertThat(parts.trade().requests().toRenew(END, 10)).isEmpty();
  }

  @Test
  void aRenewalThatFiguresOfOtherYearsHavePassedByDoesNotEndTheDrafts() {
    Renewal renewal = parts.trade().requests().toRenew(END, 10).get(0);
    RequestId passedBy =
        parts.database().inNew(() -> parts.trade().ask().ask(renewal.draft(), "suzuki")).id();
    world.settle();
    mill.links(passedBy, steel);
    world.settle();
    assertThat(parts.trade().requests().toRenew(END, 10)).isEmpty();

    dueOn("2027-04-10", parts);
    mill.emits(steel, Period.of("2026-04-01", "2027-03-31"), "2.9", null);
    world.settle();

    assertThat(parts.stateOf(passedBy)).isEqualTo(RequestState.LINKED);
    assertThat(parts.trade().requests().toRenew(END.plusYears(2), 10))
        .singleElement()
        .satisfies(
            next ->
                assertThat(next.draft().period()).contains(Period.of("2027-04-01", "2028-03-31")));
  }

  private static List<Notification> expiries(Firm firm, long since) {
    List<Notification> told = new ArrayList<>(firm.toldSince(since, NotificationType.EXPIRING));
    told.addAll(firm.toldSince(since, NotificationType.EXPIRED));
    return told;
  }

  private void dueOn(String day, Firm firm) {
    Instant then = Instant.parse(day + "T09:00:00Z");
    world.clock().advance(Duration.between(world.clock().instant(), then));
    firm.database().inNew(() -> firm.trade().tellWhatIsDue());
  }
}
