package org.cfptrace.aggregator.gx;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One line of a pool's ledger, never changed.
 *
 * @param number 1 for the pool's first, and then one by one
 * @param cfpBefore what all product of the line carries before any reduction, once this is entered
 */
public record Entry(long number, Act act, Intensity cfpBefore, Instant at, String by) {
  public Entry {
    requireNonNull(act, "act");
    requireNonNull(cfpBefore, "cfpBefore");
    requireNonNull(at, "at");
    requireNonNull(by, "by");
    if (number < 1) {
      throw new IllegalArgumentException("entries are numbered from 1, seen " + number);
    }
  }
}
