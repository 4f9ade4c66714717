package org.cfptrace.aggregator.deliver.adapter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.cfptrace.aggregator.deliver.DeliveryState;
import org.cfptrace.aggregator.deliver.OutgoingMessage;
import org.cfptrace.aggregator.deliver.Way;
import org.cfptrace.footprint.ParticipantId;
import org.jspecify.annotations.NullUnmarked;

/** A message as it lies in the outbox. */
@Entity
@Table(name = "outbox")
@NullUnmarked
class OutboxRow {
  @Id
  @Column(name = "message_id")
  UUID messageId;

  String recipient;

  @Enumerated(EnumType.STRING)
  Way way;

  String thread;
  long seq;
  String type;
  String token;

  @Enumerated(EnumType.STRING)
  DeliveryState state;

  int attempts;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "due_at")
  Instant dueAt;

  @Column(name = "sent_at")
  Instant sentAt;

  @Column(name = "settled_at")
  Instant settledAt;

  String reason;

  OutgoingMessage message() {
    return new OutgoingMessage(
        messageId, new ParticipantId(recipient), way, thread, seq, token, attempts);
  }
}
