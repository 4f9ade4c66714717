package org.cfptrace.connector.product;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.cfptrace.footprint.TraceId;

/** Products whose footprint has to be worked out anew, each there once. */
public interface StaleQueue {
  /** These are stale, in this order; what is in the queue already is there once. */
  void addAll(Collection<TraceId> products, StaleProducts.Cause cause, Instant at);

  /**
   * Takes the one that has waited longest, for the transaction under way; passes over taken ones.
   */
  Optional<Stale> claim(Instant now);

  /** It was worked out. */
  void done(TraceId product);

  /** It could not be worked out now. */
  void retryAt(TraceId product, Instant at);

  /** How many wait. */
  long depth();

  /**
   * A product in the queue.
   *
   * @param attempts how often working it out has failed so far
   */
  record Stale(TraceId product, StaleProducts.Cause cause, int attempts) {}
}
