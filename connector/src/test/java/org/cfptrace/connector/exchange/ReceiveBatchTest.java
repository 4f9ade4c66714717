package org.cfptrace.connector.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.connector.declare.DeclareFootprint;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.receive.Envelope;
import org.cfptrace.exchange.receive.ReceiveMessage.Outcome;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.Release;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.rollup.OwnProduct;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes in one batch ends as if it had come one by one, and costs one transaction. */
class ReceiveBatchTest {
  private final Clock clock = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
  private final DataSpace space = new DataSpace(clock);
  private final ListedBroker broker = new ListedBroker();
  private final Company mill =
      Company.found(space, broker, clock, "aaaaaaaaaaaaaaaa", "Seto Steel");
  private final Company parts =
      Company.found(space, broker, clock, "bbbbbbbbbbbbbbbb", "Naka Parts");
  private final List<Envelope> leftOver = new ArrayList<>();

  @BeforeEach
  void partners() {
    mill.becomePartnerOf(parts);
  }

  @Test
  void declarationsOfDifferentProductsAreTakenTogether() {
    List<DeclarationId> told =
        List.of(declare(TraceId.random(), "3"), declare(TraceId.random(), "4"));

    take(sent());

    assertThat(leftOver).isEmpty();
    assertThat(told).allMatch(id -> parts.own().received().find(id).isPresent());
    parts.carryTo(mill);
    assertThat(told)
        .allMatch(id -> mill.own().issued().find(id).orElseThrow().delivery().isPresent());
  }

  @Test
  void whatFollowsInAThreadAndWhatIsNotInOrderIsTakenOneByOneInOrder() {
    TraceId steel = TraceId.random();
    declare(steel, "3");
    DeclarationId corrected = declare(steel, "3.5");
    DeclarationId other = declare(TraceId.random(), "4");
    Map<String, List<Envelope>> threads = sentByThread();
    List<Envelope> ofSteel =
        threads.values().stream().filter(sent -> sent.size() == 2).findFirst().orElseThrow();
    Envelope first = ofSteel.get(0);
    Envelope second = ofSteel.get(1);
    List<Envelope> batch = new ArrayList<>(ofSteel);
    threads.values().stream().filter(sent -> sent.size() == 1).forEach(batch::addAll);
    Envelope poison = new Envelope("poison".getBytes(StandardCharsets.US_ASCII));
    batch.add(1, poison);
    batch.add(first);

    take(batch);

    assertThat(leftOver).containsExactly(poison, second, first);
    assertThat(outcomesOfLeftOver())
        .containsExactly(Outcome.QUARANTINED, Outcome.APPLIED, Outcome.REPEAT);
    assertThat(parts.own().received().find(corrected)).isPresent();
    assertThat(parts.own().received().find(other)).isPresent();
  }

  @Test
  void oneThatMakesTheTransactionFailLeavesNothingBehind() {
    DeclarationId good = declare(TraceId.random(), "3");
    List<Envelope> batch = sent();
    parts.database().sql().update("alter table incoming_message rename to away");

    take(batch);

    parts.database().sql().update("alter table away rename to incoming_message");
    assertThat(leftOver).isEqualTo(batch);
    assertThat(parts.own().received().find(good)).isEmpty();
    assertThat(outcomesOfLeftOver()).containsExactly(Outcome.APPLIED);
    assertThat(parts.own().received().find(good)).isPresent();
  }

  private void take(List<Envelope> batch) {
    parts.exchange().receiveBatch().receive(Way.INBOX, batch, leftOver::add);
  }

  private List<Outcome> outcomesOfLeftOver() {
    return leftOver.stream()
        .map(envelope -> parts.exchange().receive().receive(Way.INBOX, envelope))
        .toList();
  }

  /** What the mill has sent, in the order of each thread. */
  private List<Envelope> sent() {
    return sentByThread().values().stream().flatMap(List::stream).toList();
  }

  private Map<String, List<Envelope>> sentByThread() {
    while (mill.exchange().relay().round().sent() > 0) {
      // As long as something moves.
    }
    Map<String, List<Envelope>> threads = new LinkedHashMap<>();
    for (ListedBroker.Taken taken : broker.drain(Way.INBOX.topicOf(parts.id().shortId()))) {
      threads
          .computeIfAbsent(taken.thread(), thread -> new ArrayList<>())
          .add(new Envelope(taken.envelope().getBytes(StandardCharsets.US_ASCII)));
    }
    return threads;
  }

  private DeclarationId declare(TraceId product, String kilograms) {
    OwnProduct own =
        OwnProduct.of(product, DeclaredUnit.KILOGRAM)
            .withOwn(
                OwnEmissions.primary(
                    Emissions.of(Stage.MAIN, EmissionAccount.FOSSIL, KgCo2e.of(kilograms))));
    return mill.database()
        .inNew(
            () ->
                mill.declaring(own)
                    .declare(
                        new DeclareFootprint.Wish(
                            product,
                            Audience.NEXT_TIER,
                            Optional.of(parts.id()),
                            Optional.empty(),
                            Release.of(Set.of(ReleaseSwitch.TOTAL)))));
  }
}
