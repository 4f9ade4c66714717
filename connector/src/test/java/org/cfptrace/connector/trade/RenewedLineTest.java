package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.trade.RequestId;
import org.cfptrace.trade.RequestSide;
import org.cfptrace.trade.RequestState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Requests of several years stand on one line: what is its source as they come and go. */
class RenewedLineTest {
  private static final LineId COIL = new LineId("coil");
  private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

  private final World world = new World();
  private final Firm mill = world.firm("Seto Steel");
  private final Firm parts = world.firm("Naka Parts");
  private final TraceId steel = mill.makes("coil", DeclaredUnit.KILOGRAM);
  private final TraceId bracket = parts.makes("bracket", DeclaredUnit.PIECE);
  private final RequestId first;

  RenewedLineTest() {
    mill.becomePartnerOf(parts);
    parts.buys(bracket, "coil", "1.5", DeclaredUnit.KILOGRAM);
    first = linked(2025, Share.ALL, null, steel);
    assertSources(source(steel, Share.ALL, null));
  }

  @Test
  void aCancelledRenewalOfOtherDaysGivesTheLineBackToWhatItRenewed() {
    RequestId renewal = linked(2026, Share.ALL, NEW_YEAR, steel);
    assertSources(source(steel, Share.ALL, NEW_YEAR));

    parts.cancels(renewal);

    assertSources(source(steel, Share.ALL, null));
    assertThat(placed(first)).isTrue();
  }

  @Test
  void aRejectedRenewalOfAnotherShareGivesTheLineBackToWhatItRenewed() {
    RequestId renewal = linked(2026, Share.of("0.5"), null, steel);
    assertSources(source(steel, Share.of("0.5"), null));

    mill.rejects(renewal, "not this year");
    world.settle();

    assertSources(source(steel, Share.ALL, null));
    assertThat(placed(first)).isTrue();
  }

  @Test
  void whatItRenewedIsPlacedNoLongerWhereItsRoomWasGivenAway() {
    Firm other = world.firm("Kita Steel");
    other.becomePartnerOf(parts);
    TraceId otherSteel = other.makes("coil K", DeclaredUnit.KILOGRAM);
    RequestId renewal = linked(2026, Share.of("0.5"), null, steel);
    RequestId half = parts.asks(other, bracket, "coil", Share.of("0.5"), Optional.empty());
    world.settle();
    other.links(half, otherSteel);
    world.settle();

    parts.cancels(renewal);

    assertSources(new LineSource(other.id(), otherSteel, Share.of("0.5"), null, null));
    assertThat(placed(first)).isFalse();
  }

  @Test
  void whatAPersonHasPutThereStandsWhenThereIsRoomAgain() {
    Firm other = world.firm("Kita Steel");
    other.becomePartnerOf(parts);
    RequestId renewal = linked(2026, Share.of("0.5"), null, steel);
    RequestId half = parts.asks(other, bracket, "coil", Share.of("0.5"), Optional.empty());
    world.settle();
    other.links(half, other.makes("coil K", DeclaredUnit.KILOGRAM));
    world.settle();
    parts.cancels(renewal);
    parts
        .database()
        .inNew(
            () ->
                parts
                    .billsOfMaterials()
                    .link(bracket, COIL, source(steel, Share.of("0.5"), null), Optional.empty()));

    parts.cancels(half);

    assertSources(source(steel, Share.of("0.5"), null));
  }

  @Test
  void aWrongLinkIsCorrectedForOneRequestAfterTheOther() {
    RequestId renewal = linked(2026, Share.ALL, null, steel);
    TraceId right = mill.makes("coil, thin", DeclaredUnit.KILOGRAM);

    mill.links(first, right);
    world.settle();
    assertSources(source(steel, Share.ALL, null));
    assertThat(placed(first)).isFalse();
    RequestId further = asked(2027, Share.ALL, null);

    mill.links(renewal, right);
    world.settle();
    assertSources(source(right, Share.ALL, null));
    assertThat(placed(first)).isTrue();
    assertThat(placed(renewal)).isTrue();
    assertThat(placed(further)).isFalse();
  }

  @Test
  void whatFoundNoRoomIsPlacedWhenWhatHeldItIsCancelled() {
    RequestId renewal = linked(2026, Share.ALL, null, steel);
    TraceId right = mill.makes("coil, thin", DeclaredUnit.KILOGRAM);
    mill.links(first, right);
    world.settle();

    parts.cancels(renewal);

    assertSources(source(right, Share.ALL, null));
    assertThat(placed(first)).isTrue();
  }

  @Test
  void ofTwoThatEndAtOnceTheSecondTakesTheProductOut() {
    RequestId renewal = linked(2026, Share.ALL, null, steel);
    mill.rejects(renewal, "not this year");
    mill.relay();

    CompletableFuture<Void> rejected =
        parts
            .database()
            .inNew(
                () -> {
                  parts.trade().follow().cancel(first, Optional.empty(), "clerk");
                  CompletableFuture<Void> taken = CompletableFuture.runAsync(parts::take);
                  CompletableFuture.anyOf(taken, inASecond()).join();
                  return taken;
                });
    rejected.join();

    assertThat(parts.stateOf(first)).isEqualTo(RequestState.CANCELLED);
    assertThat(parts.stateOf(renewal)).isEqualTo(RequestState.REJECTED);
    assertSources();
  }

  private static CompletableFuture<Void> inASecond() {
    return CompletableFuture.runAsync(
        () -> {}, CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
  }

  private RequestId linked(int year, Share share, @Nullable LocalDate from, TraceId product) {
    RequestId request = asked(year, share, from);
    mill.links(request, product);
    world.settle();
    return request;
  }

  private RequestId asked(int year, Share share, @Nullable LocalDate from) {
    RequestId request =
        parts.asks(
            mill.id(),
            new AskedFor(bracket, COIL, share, from, null),
            Period.ofYear(year),
            Optional.empty());
    world.settle();
    return request;
  }

  private LineSource source(TraceId product, Share share, @Nullable LocalDate from) {
    return new LineSource(mill.id(), product, share, from, null);
  }

  private void assertSources(LineSource... expected) {
    assertThat(sources()).containsExactlyInAnyOrder(expected);
  }

  private List<LineSource> sources() {
    return parts.warehouse().of(bracket).value().sources().toList();
  }

  private boolean placed(RequestId request) {
    return parts.trade().requests().find(request, RequestSide.ASKER).orElseThrow().isPlaced();
  }
}
