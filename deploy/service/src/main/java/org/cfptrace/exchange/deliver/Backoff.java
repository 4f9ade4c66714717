package org.cfptrace.exchange.deliver;

import java.time.Duration;

/**
 * How long to wait after the n-th failure: a quarter of a second, doubled each time, at most a
 * minute.
 */
public final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private Backoff() {}

  /** The pause after so many failures in a row, counted from 1. */
  public static Duration after(int failures) {
    int doublings = Math.min(Math.max(failures - 1, 0), 10);
    Duration pause = FIRST.multipliedBy(1L << doublings);
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
