package org.cfptrace.aggregator.collect;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.verify.Origin;

/** What has come in so far: enough to know a repeat from a forgery, and whose turn it is. */
public interface Incoming {
  /** The last place used in a thread, 0 before the first; held until the transaction ends. */
  long lastSeq(ParticipantId sender, String thread);

  /** Whether a message of this identity was applied. */
  boolean isApplied(Origin origin);

  /** Whether a message of this identity was refused, and not applied since. */
  boolean isRefused(Origin origin);

  /** The digest under which a message was accepted before. */
  Optional<String> digestOf(ParticipantId sender, String messageId);

  /** An applied message: remembered by its digest, and its place in the thread is used. */
  void applied(Origin origin, String digest, Instant at);

  /** A refused message uses its place too, so that it holds nothing back. */
  void refused(Origin origin, Instant at);
}
