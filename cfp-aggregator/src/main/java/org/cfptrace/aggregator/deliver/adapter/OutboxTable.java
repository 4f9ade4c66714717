package org.cfptrace.aggregator.deliver.adapter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.deliver.DeliveryState;
import org.cfptrace.aggregator.deliver.Outbox;
import org.cfptrace.aggregator.deliver.OutgoingMessage;
import org.cfptrace.footprint.ParticipantId;

/** The outbox in PostgreSQL. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class OutboxTable implements Outbox, PanacheRepositoryBase<OutboxRow, UUID> {
  private static final String NEXT_SEQ =
      """
      INSERT INTO outgoing_thread (recipient, thread, last_seq) VALUES (:recipient, :thread, 1)
      ON CONFLICT (recipient, thread) DO UPDATE SET last_seq = outgoing_thread.last_seq + 1
      RETURNING last_seq
      """;
  // Whoever holds the head of a thread holds what is behind it.
  private static final String CLAIM =
      """
      SELECT o.* FROM outbox o
      WHERE o.state = 'PENDING' AND o.due_at <= :now AND NOT EXISTS (
        SELECT 1 FROM outbox before
        WHERE before.recipient = o.recipient AND before.thread = o.thread
          AND before.state = 'PENDING' AND before.seq < o.seq)
      ORDER BY o.position LIMIT :most FOR UPDATE OF o SKIP LOCKED
      """;

  @Override
  public long nextSeq(ParticipantId recipient, String thread) {
    Object seq =
        getEntityManager()
            .createNativeQuery(NEXT_SEQ, Long.class)
            .setParameter("recipient", recipient.did())
            .setParameter("thread", thread)
            .getSingleResult();
    return (Long) seq;
  }

  @Override
  public void add(OutgoingMessage message, String type, Instant at) {
    OutboxRow row = new OutboxRow();
    row.messageId = message.messageId();
    row.recipient = message.recipient().did();
    row.way = message.way();
    row.thread = message.thread();
    row.seq = message.seq();
    row.type = type;
    row.token = message.token();
    row.state = DeliveryState.PENDING;
    row.attempts = message.attempts();
    row.createdAt = at;
    row.dueAt = at;
    persist(row);
  }

  @Override
  public List<OutgoingMessage> claim(Instant now, int most) {
    List<?> rows =
        getEntityManager()
            .createNativeQuery(CLAIM, OutboxRow.class)
            .setParameter("now", now)
            .setParameter("most", most)
            .getResultList();
    return rows.stream().map(row -> ((OutboxRow) row).message()).toList();
  }

  @Override
  public void markSent(UUID messageId, Instant at) {
    update(
        "state = ?1, sentAt = ?2, reason = null where messageId = ?3 and state = ?4",
        DeliveryState.SENT,
        at,
        messageId,
        DeliveryState.PENDING);
  }

  @Override
  public void retryAt(UUID messageId, Instant at, String reason) {
    update(
        "attempts = attempts + 1, dueAt = ?1, reason = ?2 where messageId = ?3 and state = ?4",
        at,
        reason,
        messageId,
        DeliveryState.PENDING);
  }

  @Override
  public boolean settle(
      ParticipantId recipient,
      UUID messageId,
      DeliveryState verdict,
      Optional<String> reason,
      Instant at) {
    return update(
            "state = ?1, reason = ?2, settledAt = ?3"
                + " where messageId = ?4 and recipient = ?5 and state in (?6, ?7)",
            verdict,
            reason.orElse(null),
            at,
            messageId,
            recipient.did(),
            DeliveryState.PENDING,
            DeliveryState.SENT)
        > 0;
  }

  @Override
  public boolean sendAgain(ParticipantId recipient, String thread, long seq, Instant at) {
    return update(
            "state = ?1, dueAt = ?2 where recipient = ?3 and thread = ?4 and seq = ?5"
                + " and state = ?6",
            DeliveryState.PENDING,
            at,
            recipient.did(),
            thread,
            seq,
            DeliveryState.SENT)
        > 0;
  }

  @Override
  @Transactional
  public long depth() {
    return count("state", DeliveryState.PENDING);
  }
}
