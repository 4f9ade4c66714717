package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * An issuer has withdrawn a declaration.
 *
 * @param reason in its own words
 * @param at when we heard of it
 */
public record Recall(String reason, Instant at) {
  public Recall {
    requireNonNull(reason, "reason");
    requireNonNull(at, "at");
  }
}
