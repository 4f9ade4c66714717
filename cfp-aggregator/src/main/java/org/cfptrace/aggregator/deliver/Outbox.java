package org.cfptrace.aggregator.deliver;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.footprint.ParticipantId;

/** The messages on their way out. Every method takes part in the transaction under way. */
public interface Outbox {
  /**
   * The next place in a thread to one reader; held until the transaction ends, so none is missing.
   */
  long nextSeq(ParticipantId recipient, String thread);

  /** Adds a message, to be sent once the transaction is committed. */
  void add(OutgoingMessage message, String type, Instant at);

  /**
   * Claims messages that are due, each the oldest unsent one of its thread; what another instance
   * has claimed is passed over and never overtaken.
   */
  List<OutgoingMessage> claim(Instant now, int most);

  /** The broker has it. */
  void markSent(UUID messageId, Instant at);

  /** It could not be sent now; the reason is for the operator and holds nothing of the content. */
  void retryAt(UUID messageId, Instant at, String reason);

  /** A receipt came in. Only the reader itself settles its message, and only once. */
  boolean settle(
      ParticipantId recipient,
      UUID messageId,
      DeliveryState verdict,
      Optional<String> reason,
      Instant at);

  /** The reader is missing a message it should have: it is sent again unless it was settled. */
  boolean sendAgain(ParticipantId recipient, String thread, long seq, Instant at);

  /** How many messages the broker does not have yet. */
  long depth();
}
