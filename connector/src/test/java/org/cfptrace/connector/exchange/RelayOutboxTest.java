package org.cfptrace.connector.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cfptrace.connector.wiring.PlainDatabase;
import org.cfptrace.exchange.deliver.Delivery;
import org.cfptrace.exchange.deliver.DeliveryState;
import org.cfptrace.exchange.deliver.Outbox;
import org.cfptrace.exchange.deliver.OutboxMessage;
import org.cfptrace.exchange.deliver.RelayOutbox;
import org.cfptrace.exchange.deliver.Sealing;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.deliver.adapter.SqlOutbox;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;
import org.junit.jupiter.api.Test;

class RelayOutboxTest {
  private static final ParticipantId PARTS_MAKER =
      ParticipantId.of("registry.cfptrace.example", "bbbbbbbbbbbbbbbb");
  private static final ParticipantId STRANGER =
      ParticipantId.of("registry.cfptrace.example", "xxxxxxxxxxxxxxxx");
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  private final PlainDatabase database = PlainDatabase.create();
  private final Outbox outbox = new SqlOutbox(database.sql(), database);
  private final ListedBroker broker = new ListedBroker();

  @Test
  void sendsAThreadInTheOrderInWhichItWasWritten() {
    List<UUID> written = write("steel", 5);
    List<UUID> other = write("bolts", 3);

    assertThat(relay(CrashPoints.NONE, NOW).round().sent()).isEqualTo(8);

    assertThat(sentOf("steel")).containsExactlyElementsOf(written);
    assertThat(sentOf("bolts")).containsExactlyElementsOf(other);
    assertThat(broker.taken().get(0).topic()).isEqualTo("cfp.inbox.bbbbbbbbbbbbbbbb");
    assertThat(stateOf(written.get(0))).isEqualTo(DeliveryState.SENT);
    assertThat(outbox.depth()).isZero();
  }

  @Test
  void keepsWhatTheBrokerDoesNotTakeAndSendsItLater() {
    List<UUID> written = write("steel", 2);
    broker.isDown(true);

    assertThat(relay(CrashPoints.NONE, NOW).round().sent()).isZero();

    Delivery waiting = outbox.delivery(written.get(0)).orElseThrow();
    assertThat(waiting.state()).isEqualTo(DeliveryState.PENDING);
    assertThat(waiting.reason()).contains("BROKER_UNREACHABLE");
    assertThat(outbox.depth()).isEqualTo(2);

    broker.isDown(false);
    assertThat(relay(CrashPoints.NONE, NOW).round().claimed()).as("not before its time").isZero();
    assertThat(relay(CrashPoints.NONE, NOW.plus(Duration.ofSeconds(1))).round().sent())
        .isEqualTo(2);
    assertThat(sentOf("steel")).containsExactlyElementsOf(written);
  }

  @Test
  void neverShowsTheNameOrTheWordsOfAFailureItDoesNotKnow() {
    UUID message = write("steel", 1).get(0);
    RelayOutbox relay =
        new RelayOutbox(
            outbox,
            waiting -> new Sealing.Sealed(waiting.message()),
            (topic, thread, id, envelope) ->
                CompletableFuture.failedFuture(new IllegalStateException("quotes " + envelope)),
            database,
            CrashPoints.NONE,
            Clock.fixed(NOW, ZoneOffset.UTC));

    relay.round();

    assertThat(outbox.delivery(message).orElseThrow().reason()).contains("BROKER_FAILED");
  }

  @Test
  void holdsBackWhatCannotBeSealedAndSaysWhy() {
    UUID held = write("steel", 1).get(0);
    RelayOutbox relay =
        new RelayOutbox(
            outbox,
            message -> new Sealing.Held("KEY_NOT_CONFIRMED"),
            broker,
            database,
            CrashPoints.NONE,
            Clock.fixed(NOW, ZoneOffset.UTC));

    relay.round();

    assertThat(broker.taken()).isEmpty();
    assertThat(outbox.delivery(held).orElseThrow().reason()).contains("KEY_NOT_CONFIRMED");
  }

  @Test
  void aReceiptSettlesAMessageOnceAndOnlyFromItsReader() {
    UUID message = write("steel", 1).get(0);
    relay(CrashPoints.NONE, NOW).round();

    assertThat(settle(STRANGER, message, DeliveryState.DELIVERED)).isFalse();
    assertThat(settle(PARTS_MAKER, message, DeliveryState.DELIVERED)).isTrue();
    assertThat(settle(PARTS_MAKER, message, DeliveryState.REFUSED)).isFalse();
    assertThat(stateOf(message)).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void aProofThatWasForgottenForAForkIsSentAnewAndAnotherRefusalIsNot() {
    UUID proof = write("proofs", 1, "InclusionProof").get(0);
    UUID doubted = write("doubts", 1, "InclusionProof").get(0);
    UUID declaration = write("steel", 1).get(0);
    relay(CrashPoints.NONE, NOW).round();
    assertThat(settle(PARTS_MAKER, proof, DeliveryState.DELIVERED)).isTrue();
    assertThat(refuse(proof, "FORK")).as("the reader takes back what it had taken").isTrue();
    assertThat(refuse(doubted, "BAD_INCLUSION_PROOF")).isTrue();
    assertThat(refuse(declaration, "FORK")).isTrue();

    assertThat(outbox.outlived(PARTS_MAKER, NOW))
        .extracting(Outbox.Outlived::messageId)
        .containsExactly(proof);
    database.doInNew(() -> outbox.sentAnew(proof, NOW));
    assertThat(outbox.outlived(PARTS_MAKER, NOW)).isEmpty();
  }

  private boolean refuse(UUID message, String reason) {
    return outbox.settle(PARTS_MAKER, message, DeliveryState.REFUSED, Optional.of(reason), NOW);
  }

  @Test
  void aDeathBetweenSendingAndNotingSendsAgainAndLosesNothing() {
    UUID message = write("steel", 1).get(0);
    RelayOutbox dying =
        relay(
            point -> {
              if (point == CrashPoint.RELAY_AFTER_SEND) {
                throw new IllegalStateException("dead");
              }
            },
            NOW);

    assertThatThrownBy(dying::round).hasMessage("dead");
    assertThat(stateOf(message)).isEqualTo(DeliveryState.PENDING);

    relay(CrashPoints.NONE, NOW).round();

    assertThat(sentOf("steel")).containsExactly(message, message);
    assertThat(stateOf(message)).isEqualTo(DeliveryState.SENT);
  }

  @Test
  void aSecondInstanceNeitherWaitsForNorOvertakesTheFirst() throws Exception {
    List<UUID> steel = write("steel", 3);
    CountDownLatch firstHasClaimed = new CountDownLatch(1);
    CountDownLatch secondIsDone = new CountDownLatch(1);
    RelayOutbox first =
        relay(
            point -> {
              if (point == CrashPoint.RELAY_BEFORE_SEND) {
                firstHasClaimed.countDown();
                waitFor(secondIsDone);
              }
            },
            NOW);

    CompletableFuture<RelayOutbox.Round> running = CompletableFuture.supplyAsync(first::round);
    waitFor(firstHasClaimed);
    List<UUID> bolts = write("bolts", 1);
    RelayOutbox.Round second = relay(CrashPoints.NONE, NOW).round();
    secondIsDone.countDown();

    assertThat(second.sent()).as("only the thread nobody holds").isEqualTo(1);
    assertThat(running.get(20, TimeUnit.SECONDS).sent()).isEqualTo(3);
    assertThat(broker.taken().stream().map(ListedBroker.Taken::messageId))
        .containsExactly(bolts.get(0), steel.get(0), steel.get(1), steel.get(2));
  }

  @Test
  void numbersEachThreadWithoutGapsEvenWhenATransactionFails() {
    write("steel", 2);
    assertThatThrownBy(
            () ->
                database.inNew(
                    () -> {
                      outbox.nextSeq(PARTS_MAKER, "steel");
                      throw new IllegalStateException("given up");
                    }))
        .hasMessage("given up");

    long seq = database.inNew(() -> outbox.nextSeq(PARTS_MAKER, "steel"));

    assertThat(seq).isEqualTo(3);
  }

  @Test
  void sendsAgainWhatItsReaderIsMissingUnlessItWasSettled() {
    List<UUID> written = write("steel", 2);
    relay(CrashPoints.NONE, NOW).round();
    settle(PARTS_MAKER, written.get(1), DeliveryState.DELIVERED);

    assertThat(outbox.sendAgain(PARTS_MAKER, "steel", 1, NOW)).isTrue();
    assertThat(outbox.sendAgain(PARTS_MAKER, "steel", 2, NOW)).isFalse();
    relay(CrashPoints.NONE, NOW).round();

    assertThat(sentOf("steel")).containsExactly(written.get(0), written.get(1), written.get(0));
  }

  private RelayOutbox relay(CrashPoints crashPoints, Instant now) {
    return new RelayOutbox(
        outbox,
        message -> new Sealing.Sealed(message.message()),
        broker,
        database,
        crashPoints,
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private List<UUID> write(String thread, int count) {
    return write(thread, count, "Declaration");
  }

  private List<UUID> write(String thread, int count, String type) {
    List<UUID> written = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      UUID id = UUID.randomUUID();
      database.doInNew(
          () ->
              outbox.add(
                  new OutboxMessage(
                      id,
                      PARTS_MAKER,
                      Way.INBOX,
                      thread,
                      outbox.nextSeq(PARTS_MAKER, thread),
                      thread,
                      0),
                  type,
                  NOW));
      written.add(id);
    }
    return written;
  }

  private boolean settle(ParticipantId reader, UUID message, DeliveryState verdict) {
    return outbox.settle(reader, message, verdict, Optional.empty(), NOW);
  }

  private DeliveryState stateOf(UUID message) {
    return outbox.delivery(message).orElseThrow().state();
  }

  private List<UUID> sentOf(String thread) {
    return broker.taken().stream()
        .filter(each -> each.thread().equals(thread))
        .map(ListedBroker.Taken::messageId)
        .toList();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
