package org.cfptrace.aggregator.collect.adapter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.collect.Arrival;
import org.cfptrace.aggregator.collect.Quarantine.Item;
import org.cfptrace.aggregator.collect.Quarantine.State;
import org.cfptrace.aggregator.collect.Why;
import org.cfptrace.aggregator.deliver.Way;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.verify.Origin;
import org.jspecify.annotations.NullUnmarked;

/** A message as it lies in quarantine. */
@Entity
@Table(name = "quarantine")
@NullUnmarked
class QuarantineRow {
  @Id UUID id;

  @Enumerated(EnumType.STRING)
  State state;

  @Enumerated(EnumType.STRING)
  Way way;

  byte[] bytes;
  byte[] digest;
  String sender;

  @Column(name = "message_id")
  String messageId;

  String thread;
  Long seq;
  String reason;
  String outward;
  String detail;

  @Column(name = "received_at")
  Instant receivedAt;

  @Column(name = "due_at")
  Instant dueAt;

  int attempts;

  @Column(name = "resolved_at")
  Instant resolvedAt;

  void take(Item item, Instant due) {
    id = item.id();
    state = item.state();
    way = item.arrival().way();
    bytes = item.arrival().bytes();
    digest = item.arrival().digest();
    take(item.origin());
    take(item.why());
    receivedAt = item.receivedAt();
    dueAt = due;
    attempts = item.attempts();
  }

  void take(Why why) {
    reason = why.reason();
    outward = why.outward();
    detail = why.detail();
  }

  void take(Optional<Origin> origin) {
    origin.ifPresent(
        known -> {
          sender = known.issuer().did();
          messageId = known.jti();
          thread = known.thread();
          seq = known.seq();
        });
  }

  Item item() {
    return new Item(
        id,
        state,
        new Arrival(way, bytes),
        Optional.ofNullable(sender)
            .map(did -> new Origin(new ParticipantId(did), messageId, thread, seq)),
        new Why(reason, outward, detail),
        receivedAt,
        attempts);
  }
}
