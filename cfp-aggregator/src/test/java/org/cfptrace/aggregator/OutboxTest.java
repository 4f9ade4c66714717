package org.cfptrace.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.deliver.DeliveryState;
import org.cfptrace.aggregator.deliver.Outbox;
import org.cfptrace.aggregator.deliver.OutgoingMessage;
import org.cfptrace.aggregator.deliver.Way;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.database.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The order in which messages leave, with several instances at work on one database. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class OutboxTest {
  // Due only later, so that the service's own relay leaves them alone.
  private final Instant due = Instant.now().plus(Duration.ofHours(1));
  private final Instant later = due.plus(Duration.ofHours(1));

  @Inject Outbox outbox;
  @Inject Transactions transactions;

  private final ParticipantId reader = ParticipantId.of(DataSpace.DOMAIN, Company.newShortId());

  @AfterEach
  void nothingIsLeftForOtherTests() {
    for (List<OutgoingMessage> rest = claim(); !rest.isEmpty(); rest = claim()) {
      List<OutgoingMessage> claimed = rest;
      transactions.doInNew(
          () -> claimed.forEach(message -> outbox.markSent(message.messageId(), later)));
    }
  }

  @Test
  void ofEachThreadTheOldestLeavesFirstAndTheNextWhenItHasLeft() {
    OutgoingMessage first = add("one");
    OutgoingMessage second = add("one");
    OutgoingMessage other = add("two");

    assertThat(claim())
        .extracting(OutgoingMessage::messageId)
        .containsExactly(first.messageId(), other.messageId());
    sent(first);
    assertThat(claim())
        .extracting(OutgoingMessage::messageId)
        .containsExactly(second.messageId(), other.messageId());
  }

  @Test
  void whatOneInstanceHasClaimedAnotherPassesOverAndNeverOvertakes() {
    OutgoingMessage head = add("one");
    add("one");

    transactions.doInNew(
        () -> {
          assertThat(outbox.claim(later, 1000))
              .extracting(OutgoingMessage::messageId)
              .contains(head.messageId());
          OutgoingMessage other = add("two");
          assertThat(claim())
              .extracting(OutgoingMessage::messageId)
              .containsExactly(other.messageId());
        });
  }

  @Test
  void onlyTheReaderSettlesAMessageAndOnlyOnce() {
    OutgoingMessage message = add("one");
    ParticipantId stranger = ParticipantId.of(DataSpace.DOMAIN, Company.newShortId());

    assertThat(settle(stranger, message)).isFalse();
    assertThat(settle(reader, message)).isTrue();
    assertThat(settle(reader, message)).isFalse();
  }

  @Test
  void whatTheReaderMissesIsSentAgainUnlessItWasSettled() {
    OutgoingMessage message = add("one");
    sent(message);

    assertThat(sendAgain(message)).isTrue();
    assertThat(claim()).extracting(OutgoingMessage::messageId).containsExactly(message.messageId());
    settle(reader, message);
    assertThat(sendAgain(message)).isFalse();
  }

  private OutgoingMessage add(String thread) {
    return transactions.inNew(
        () -> {
          OutgoingMessage message =
              new OutgoingMessage(
                  UUID.randomUUID(),
                  reader,
                  Way.INBOX,
                  thread,
                  outbox.nextSeq(reader, thread),
                  "a.b.c",
                  0);
          outbox.add(message, "Receipt", due);
          return message;
        });
  }

  private List<OutgoingMessage> claim() {
    return transactions.inNew(
        () ->
            outbox.claim(later, 1000).stream()
                .filter(message -> message.recipient().equals(reader))
                .toList());
  }

  private void sent(OutgoingMessage message) {
    transactions.doInNew(() -> outbox.markSent(message.messageId(), due));
  }

  private boolean settle(ParticipantId who, OutgoingMessage message) {
    return transactions.inNew(
        () ->
            outbox.settle(
                who, message.messageId(), DeliveryState.DELIVERED, Optional.empty(), later));
  }

  private boolean sendAgain(OutgoingMessage message) {
    return transactions.inNew(() -> outbox.sendAgain(reader, message.thread(), message.seq(), due));
  }
}
