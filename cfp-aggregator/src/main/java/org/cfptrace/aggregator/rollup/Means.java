package org.cfptrace.aggregator.rollup;

/** Quotients of two-word numbers that are themselves small: exact, rounded down or up. */
final class Means {
  private static final double WORD = 0x1p64;

  private Means() {}

  /** {@code ⌊n ÷ d⌋}; both not negative, the quotient below 2^40. */
  static long down(long nHigh, long nLow, long dHigh, long dLow) {
    return divide(nHigh, nLow, dHigh, dLow, 0);
  }

  /** {@code ⌈n ÷ d⌉}; both not negative, the quotient below 2^40. */
  static long up(long nHigh, long nLow, long dHigh, long dLow) {
    return divide(nHigh, nLow, dHigh, dLow, 1);
  }

  /**
   * A guess in floating point is off by one at most, because 53 bits hold more than the quotient
   * has; the exact remainder puts it right.
   */
  private static long divide(long nHigh, long nLow, long dHigh, long dLow, int ifRest) {
    long quotient = (long) (approximate(nHigh, nLow) / approximate(dHigh, dLow));
    long timesLow = dLow * quotient;
    long timesHigh = dHigh * quotient + Rescaling.unsignedHigh(dLow, quotient);
    long low = nLow - timesLow;
    long high = nHigh - timesHigh - (Rescaling.lessUnsigned(nLow, timesLow) ? 1 : 0);
    while (high < 0) {
      quotient--;
      low += dLow;
      high += dHigh + (Rescaling.lessUnsigned(low, dLow) ? 1 : 0);
    }
    while (high > dHigh || (high == dHigh && !Rescaling.lessUnsigned(low, dLow))) {
      quotient++;
      high -= dHigh + (Rescaling.lessUnsigned(low, dLow) ? 1 : 0);
      low -= dLow;
    }
    return (high | low) == 0 ? quotient : quotient + ifRest;
  }

  private static double approximate(long high, long low) {
    // As a signed number, a lower word with its top bit set is 2^64 too small.
    return (low < 0 ? high + 1.0 : high) * WORD + low;
  }
}
