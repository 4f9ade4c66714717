package org.cfptrace.exchange.receive;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.verify.Origin;

/** What has come in so far: enough to know a repeat from a forgery, and whose turn it is. */
public interface IncomingMessages {
  /** What became of a message. */
  enum Outcome {
    APPLIED,
    QUARANTINED
  }

  /** What became of a message that came before; empty when it did not. */
  Optional<Outcome> outcomeOf(ParticipantId sender, String messageId);

  /** The digest under which a message was accepted before. */
  Optional<String> digestOf(ParticipantId sender, String messageId);

  /** The last place used in a thread, 0 before the first; held until the transaction ends. */
  long lastSeq(ParticipantId sender, String thread);

  /**
   * Notes a message, and uses up its place in the thread if it is its turn.
   *
   * @param digest empty when it was not even read to its end
   */
  void note(Origin origin, Optional<String> digest, Outcome outcome, Instant at);
}
