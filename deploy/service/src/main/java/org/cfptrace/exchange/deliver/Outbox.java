package org.cfptrace.exchange.deliver;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.footprint.ParticipantId;

/** The messages on their way out, kept until their receipts are in. */
public interface Outbox {
  /**
   * The next number in a thread to one reader; held until the transaction ends, so none is missing.
   */
  long nextSeq(ParticipantId recipient, String thread);

  /** The last number given in a thread to one reader, 0 before the first. */
  long lastPlace(ParticipantId recipient, String thread);

  /** Adds a message, to be sent once the transaction is committed. */
  void add(OutboxMessage message, String type, Instant at);

  /** Calls whenever a message was added and its transaction is committed. */
  void whenAdded(Runnable listener);

  /**
   * Claims messages that are due, for this transaction: the oldest unsent of each thread and those
   * behind it, in order. What another instance has claimed is passed over, and never overtaken.
   */
  List<OutboxMessage> claim(Instant now, int threads, int most);

  /** The broker has them. */
  void markSent(List<UUID> messageIds, Instant at);

  /** It could not be sent now; the reason is for the operator and holds nothing of the content. */
  void retryAt(UUID messageId, Instant at, String reason);

  /**
   * A receipt came in. Only the reader itself can settle its message, and only once; but what was
   * refused may still be taken, when an operator over there has tried again; and a proof of
   * inclusion that was taken may still be refused, when it turns out that we are shown two logs.
   *
   * @return whether this changed anything
   */
  boolean settle(
      ParticipantId recipient,
      UUID messageId,
      DeliveryState verdict,
      Optional<String> reason,
      Instant at);

  /** What a message of ours to this reader is. */
  Optional<MessageType> typeOf(ParticipantId recipient, UUID messageId);

  /** The reader is missing a message it should have: it is sent again unless it was settled. */
  boolean sendAgain(ParticipantId recipient, String thread, long seq, Instant at);

  /** How far a message has come. */
  Optional<Delivery> delivery(UUID messageId);

  /** Since when the reader has not taken something of this thread; empty when it has all. */
  Optional<Instant> waitingSince(ParticipantId recipient, String thread);

  /** Since when the reader has not taken something of ours; empty when it has all. */
  Optional<Instant> waitingSince(ParticipantId recipient);

  /**
   * A message that outlived its life: nobody took it in time, or its reader refused it because it
   * came too late; or a proof its reader has forgotten because it was shown another tree, which is
   * told again once that is settled.
   *
   * @param message the signed token
   */
  record Outlived(UUID messageId, Way way, String thread, String type, String message) {}

  /** Those of one reader that were posted before that moment, in order. */
  List<Outlived> outlived(ParticipantId recipient, Instant postedBefore);

  /** It was posted anew under another id. */
  void sentAnew(UUID messageId, Instant at);

  /** A reader that has left messages of ours until they outlived their life. */
  record Late(ParticipantId recipient, long messages, Instant since) {}

  /** All such readers. */
  List<Late> late(Instant postedBefore);

  /** How many messages the broker does not have yet. */
  long depth();

  /** Since when the oldest of them waits. */
  Optional<Instant> oldestPending();
}
