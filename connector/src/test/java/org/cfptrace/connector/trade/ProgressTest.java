package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.cfptrace.connector.receive.SupplierWord;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.envelope.RequestCounts;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.junit.jupiter.api.Test;

/** How far the tree is behind the last of four tiers, each of which has asked the one before it. */
class ProgressTest {
  private final World world = new World();
  private final Chain chain = new Chain(world, 4, RedeclareRule.AUTOMATIC);

  @Test
  void countsAreWholeWhereEveryTierTells() {
    // Tier 2 has asked tier 1, tier 3 has asked tier 2, and tier 4 has asked tier 3.
    assertThat(counts(4)).isEqualTo(RequestCounts.whole(3, 3));
  }

  @Test
  void aTierInTheMiddleThatKeepsItsCountsClosedMakesThemPartialAllTheWayDown() {
    second(ReleaseSwitch.TOTAL);

    // Tier 3 counts its own request and hears of none behind it; tier 4 adds one.
    assertThat(wordOfSupplier(3).flatMap(SupplierWord.Progress::requests)).isEmpty();
    assertThat(counts(3)).isEqualTo(RequestCounts.partial(1, 1));
    assertThat(wordOfSupplier(4).flatMap(SupplierWord.Progress::requests))
        .contains(RequestCounts.partial(1, 1));
    assertThat(counts(4)).isEqualTo(RequestCounts.partial(2, 2));
    assertThat(wordOfSupplier(4).orElseThrow().complete()).isTrue();

    second(ReleaseSwitch.TOTAL, ReleaseSwitch.COVERAGE);

    assertThat(counts(3)).isEqualTo(RequestCounts.whole(2, 2));
    assertThat(counts(4)).isEqualTo(RequestCounts.whole(3, 3));
  }

  @Test
  void whoHasNotLinkedAProductYetIsAskedAndHasNothingToTell() {
    Firm last = chain.last();
    last.buys(chain.lastProduct(), "bolt", "1", DeclaredUnit.PIECE);
    chain.firm(1).becomePartnerOf(last);
    last.asks(chain.firm(1), chain.lastProduct(), "bolt");
    world.settle();

    assertThat(counts(4)).isEqualTo(RequestCounts.whole(4, 3));
  }

  @Test
  void theDayIsThatOfTheLastChangeInTheTreeNotThatOfTheQuestion() {
    LocalDate begun = today();
    world.clock().advance(Duration.ofDays(10));

    assertThat(changedOn(4)).contains(begun);

    TraceId top = chain.product(1);
    chain
        .firm(1)
        .recalls(chain.firm(1).company().issued().standingCopies(top).get(0).id(), "wrong meter");
    world.settle();

    // Its own request has not moved; what its supplier says of the tree behind has.
    assertThat(chain.last().trade().requests().askedFor(chain.lastProduct()))
        .singleElement()
        .satisfies(request -> assertThat(day(request)).isEqualTo(begun));
    assertThat(changedOn(4)).contains(begun.plusDays(10));
  }

  @Test
  void whoHasAskedNothingHasNoDay() {
    assertThat(counts(1)).isEqualTo(RequestCounts.whole(0, 0));
    assertThat(changedOn(1)).isEmpty();
  }

  /** What the second tier lets the third see of its product, from now on. */
  private void second(ReleaseSwitch... switches) {
    chain.firm(2).releases(chain.firm(3), chain.product(2), RedeclareRule.AUTOMATIC, switches);
    world.settle();
  }

  private RequestCounts counts(int tier) {
    return chain.firm(tier).trade().countRequests().behind(chain.product(tier));
  }

  private Optional<LocalDate> changedOn(int tier) {
    return chain.firm(tier).trade().countRequests().changedOn(chain.product(tier));
  }

  private Optional<SupplierWord.Progress> wordOfSupplier(int tier) {
    return chain
        .firm(tier)
        .company()
        .words()
        .of(chain.firm(tier - 1).id(), chain.product(tier - 1))
        .progress();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(world.clock().instant(), ZoneOffset.UTC);
  }

  private static LocalDate day(FootprintRequest request) {
    return LocalDate.ofInstant(request.changedAt(), ZoneOffset.UTC);
  }
}
