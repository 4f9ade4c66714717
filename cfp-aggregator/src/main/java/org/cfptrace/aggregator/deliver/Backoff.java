package org.cfptrace.aggregator.deliver;

import java.time.Duration;

/** The pause after the n-th failure: a quarter of a second, doubled each time, at most a minute. */
public final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 10;

  private Backoff() {}

  /** The pause after so many failures in a row, counted from 1. */
  public static Duration after(int failures) {
    int doublings = Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
    Duration pause = FIRST.multipliedBy(1L << doublings);
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
