package org.cfptrace.exchange.deliver.adapter;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.Delivery;
import org.cfptrace.exchange.deliver.DeliveryState;
import org.cfptrace.exchange.deliver.Outbox;
import org.cfptrace.exchange.deliver.OutboxMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.database.Sql;
import org.cfptrace.service.database.Transactions;

/** The outbox in PostgreSQL. */
public final class SqlOutbox implements Outbox {
  private static final String NEXT_SEQ =
      """
      insert into outgoing_thread (recipient, thread, last_seq) values (?, ?, 1)
      on conflict (recipient, thread) do update set last_seq = outgoing_thread.last_seq + 1
      returning last_seq
      """;
  private static final String ADD =
      """
      insert into outbox (message_id, recipient, way, thread, seq, type, message, state, attempts,
        created_at, due_at)
      values (?, ?, ?, ?, ?, ?, ?, 'PENDING', 0, ?, ?)
      """;
  // Only the head of a thread can be claimed, and who holds the head holds what is behind it.
  private static final String CLAIM_HEADS =
      """
      select o.recipient, o.thread from outbox o
      where o.state = 'PENDING' and o.due_at <= ? and not exists (
        select 1 from outbox before
        where before.recipient = o.recipient and before.thread = o.thread
          and before.state = 'PENDING' and before.seq < o.seq)
      order by o.position limit ? for update of o skip locked
      """;
  private static final String CLAIM_BEHIND =
      """
      select o.* from outbox o
      where o.state = 'PENDING' and (o.recipient, o.thread) in (
        select recipient, thread from unnest(?, ?) as head (recipient, thread))
      order by o.recipient, o.thread, o.seq limit ? for update of o
      """;
  private static final String MARK_SENT =
      """
      update outbox set state = 'SENT', sent_at = ?, reason = null
      where message_id = any(?) and state = 'PENDING'
      """;
  private static final String RETRY =
      """
      update outbox set attempts = attempts + 1, due_at = ?, reason = ?
      where message_id = ? and state = 'PENDING'
      """;
  private static final String SETTLE =
      """
      update outbox set state = ?, reason = ?, settled_at = ?
      where message_id = ? and recipient = ? and (
        state in ('PENDING', 'SENT') or (state = 'REFUSED' and ? = 'DELIVERED')
        or (state = 'DELIVERED' and type = 'InclusionProof' and ? = 'FORK'))
      """;
  // Receipts and the like get no receipt themselves.
  private static final String WAITING =
      """
      select min(created_at) as since from outbox
      where recipient = ? and state in ('PENDING', 'SENT')
        and type not in ('Receipt', 'ResendRequest')
      """;
  private static final String OUTLIVED =
      """
       sent_anew_at is null and type not in ('Receipt', 'ResendRequest') and (
        (state in ('PENDING', 'SENT') and created_at < ?)
        or (state = 'REFUSED' and reason = 'EXPIRED')
        or (state = 'REFUSED' and type = 'InclusionProof' and reason = 'FORK'))
      """;
  private static final String SEND_AGAIN =
      """
      update outbox set state = 'PENDING', due_at = ?
      where recipient = ? and thread = ? and seq = ? and state = 'SENT'
      """;

  private final Sql sql;
  private final Transactions transactions;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  public SqlOutbox(Sql sql, Transactions transactions) {
    this.sql = requireNonNull(sql, "sql");
    this.transactions = requireNonNull(transactions, "transactions");
  }

  @Override
  public long nextSeq(ParticipantId recipient, String thread) {
    return sql.number(NEXT_SEQ, recipient.toString(), thread);
  }

  @Override
  public long lastPlace(ParticipantId recipient, String thread) {
    return sql.first(
            "select last_seq from outgoing_thread where recipient = ? and thread = ?",
            row -> row.number("last_seq"),
            recipient.toString(),
            thread)
        .orElse(0L);
  }

  @Override
  public void add(OutboxMessage message, String type, Instant at) {
    sql.update(
        ADD,
        message.messageId(),
        message.recipient().toString(),
        message.way(),
        message.thread(),
        message.seq(),
        type,
        message.message().getBytes(StandardCharsets.US_ASCII),
        at,
        at);
    transactions.afterCommit(() -> listeners.forEach(Runnable::run));
  }

  @Override
  public void whenAdded(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public List<OutboxMessage> claim(Instant now, int threads, int most) {
    List<Head> heads = sql.list(CLAIM_HEADS, SqlOutbox::head, now, threads);
    if (heads.isEmpty()) {
      return List.of();
    }
    return sql.list(
        CLAIM_BEHIND,
        SqlOutbox::message,
        heads.stream().map(Head::recipient).toArray(String[]::new),
        heads.stream().map(Head::thread).toArray(String[]::new),
        most);
  }

  @Override
  public void markSent(List<UUID> messageIds, Instant at) {
    sql.update(MARK_SENT, at, messageIds.toArray(UUID[]::new));
  }

  @Override
  public void retryAt(UUID messageId, Instant at, String reason) {
    sql.update(RETRY, at, reason, messageId);
  }

  @Override
  public boolean settle(
      ParticipantId recipient,
      UUID messageId,
      DeliveryState verdict,
      Optional<String> reason,
      Instant at) {
    return sql.update(
            SETTLE,
            verdict,
            reason,
            at,
            messageId,
            recipient.toString(),
            verdict,
            reason.orElse(""))
        > 0;
  }

  @Override
  public Optional<MessageType> typeOf(ParticipantId recipient, UUID messageId) {
    return sql.first(
            "select type from outbox where message_id = ? and recipient = ?",
            row -> row.text("type"),
            messageId,
            recipient.toString())
        .flatMap(MessageType::ofJsonName);
  }

  @Override
  public boolean sendAgain(ParticipantId recipient, String thread, long seq, Instant at) {
    return sql.update(SEND_AGAIN, at, recipient.toString(), thread, seq) > 0;
  }

  @Override
  public Optional<Delivery> delivery(UUID messageId) {
    return sql.first(
        "select * from outbox where message_id = ?",
        row ->
            new Delivery(
                DeliveryState.valueOf(row.text("state")),
                (int) row.number("attempts"),
                row.optionalInstant("sent_at"),
                row.optionalInstant("settled_at"),
                row.optionalText("reason")),
        messageId);
  }

  @Override
  public Optional<Instant> waitingSince(ParticipantId recipient, String thread) {
    return sql.first(
            WAITING + " and thread = ?",
            row -> row.optionalInstant("since"),
            recipient.toString(),
            thread)
        .flatMap(since -> since);
  }

  @Override
  public Optional<Instant> waitingSince(ParticipantId recipient) {
    return sql.first(WAITING, row -> row.optionalInstant("since"), recipient.toString())
        .flatMap(since -> since);
  }

  @Override
  public List<Outlived> outlived(ParticipantId recipient, Instant postedBefore) {
    return sql.list(
        "select * from outbox where recipient = ? and" + OUTLIVED + " order by position",
        row ->
            new Outlived(
                row.uuid("message_id"),
                Way.valueOf(row.text("way")),
                row.text("thread"),
                row.text("type"),
                new String(row.bytes("message"), StandardCharsets.US_ASCII)),
        recipient.toString(),
        postedBefore);
  }

  @Override
  public void sentAnew(UUID messageId, Instant at) {
    sql.update("update outbox set sent_anew_at = ? where message_id = ?", at, messageId);
  }

  @Override
  public List<Late> late(Instant postedBefore) {
    return sql.list(
        "select recipient, count(*) as messages, min(created_at) as since from outbox where"
            + OUTLIVED
            + " group by recipient order by recipient",
        row ->
            new Late(
                new ParticipantId(row.text("recipient")),
                row.number("messages"),
                row.instant("since")),
        postedBefore);
  }

  @Override
  public long depth() {
    return sql.number("select count(*) from outbox where state = 'PENDING'");
  }

  @Override
  public Optional<Instant> oldestPending() {
    return sql.first(
            "select min(created_at) as oldest from outbox where state = 'PENDING'",
            row -> row.optionalInstant("oldest"))
        .flatMap(oldest -> oldest);
  }

  private static Head head(Sql.Row row) throws SQLException {
    return new Head(row.text("recipient"), row.text("thread"));
  }

  private static OutboxMessage message(Sql.Row row) throws SQLException {
    return new OutboxMessage(
        row.uuid("message_id"),
        new ParticipantId(row.text("recipient")),
        Way.valueOf(row.text("way")),
        row.text("thread"),
        row.number("seq"),
        new String(row.bytes("message"), StandardCharsets.US_ASCII),
        (int) row.number("attempts"));
  }

  private record Head(String recipient, String thread) {}
}
