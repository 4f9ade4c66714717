package org.cfptrace.aggregator.structure;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a question is about: a day, and what was known when.
 *
 * @param day structures and figures that hold on this day
 * @param knownAt as they were known at this moment
 */
public record Moment(LocalDate day, Instant knownAt) {
  public Moment {
    requireNonNull(day, "day");
    requireNonNull(knownAt, "knownAt");
  }
}
