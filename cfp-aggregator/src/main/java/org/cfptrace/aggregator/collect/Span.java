package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A time in which something holds.
 *
 * @param from empty where nobody noted when it began: it held before all that is known
 * @param until it holds no more from then on; empty while it lasts
 */
public record Span(Optional<Instant> from, Optional<Instant> until) {
  /** Nobody knows since when, and it lasts. */
  public static final Span ALWAYS = new Span(Optional.empty(), Optional.empty());

  public Span {
    requireNonNull(from, "from");
    requireNonNull(until, "until");
  }

  /** Something that lasts. */
  public static Span since(Instant from) {
    return new Span(Optional.of(from), Optional.empty());
  }

  /** Whether it has not ended. */
  public boolean lasts() {
    return until.isEmpty();
  }

  /** Whether it holds at a moment. */
  public boolean holdsAt(Instant moment) {
    return from.filter(moment::isBefore).isEmpty()
        && until.filter(end -> !moment.isBefore(end)).isEmpty();
  }
}
