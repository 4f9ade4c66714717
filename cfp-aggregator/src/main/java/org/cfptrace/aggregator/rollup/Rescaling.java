package org.cfptrace.aggregator.rollup;

import static java.lang.Math.multiplyHigh;

import java.math.BigInteger;

/**
 * {@code v × n ÷ d} for amounts of two words, rounded half to even: exact, without an object and
 * without a division. The divisor's inverse is worked out once (Möller and Granlund, "Improved
 * division by invariant integers", IEEE Transactions on Computers 60, 2011, algorithms 2 and 4).
 */
final class Rescaling {
  private static final BigInteger WORD = BigInteger.ONE.shiftLeft(Long.SIZE);

  /** The upper word of the last result; its top bit is 0. */
  long high;

  /** The lower word of the last result. */
  long low;

  private long quotient;
  private long remainder;

  /** For a divisor shifted left until its top bit is 1: {@code ⌊(2^128 − 1) ÷ d⌋ − 2^64}. */
  static long inverse(long shifted) {
    BigInteger divisor = BigInteger.valueOf(shifted >>> 1).shiftLeft(1);
    divisor = (shifted & 1) == 0 ? divisor : divisor.add(BigInteger.ONE);
    return WORD.pow(2).subtract(BigInteger.ONE).divide(divisor).subtract(WORD).longValue();
  }

  /** The upper word of the product of two words without sign. */
  static long unsignedHigh(long a, long b) {
    return multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
  }

  /**
   * Works it out; false where the result needs more than 127 bits.
   *
   * @param vHigh the upper word, not negative
   * @param numerator not negative
   * @param divisor shifted left by {@code shift}, its top bit 1
   */
  boolean rescale(long vHigh, long vLow, long numerator, long divisor, long inverse, int shift) {
    long p0 = vLow * numerator;
    long carried = unsignedHigh(vLow, numerator);
    long p1 = vHigh * numerator + carried;
    long p2 = multiplyHigh(vHigh, numerator) + (lessUnsigned(p1, carried) ? 1 : 0);
    if (shift == 63) {
      high = p1;
      low = p0;
      return p2 == 0 && p1 >= 0;
    }
    long w0 = p0 << shift;
    long w1 = p1;
    long w2 = p2;
    if (shift != 0) {
      w1 = (p1 << shift) | (p0 >>> -shift);
      w2 = (p2 << shift) | (p1 >>> -shift);
      if (p2 >>> -shift != 0) {
        return false;
      }
    }
    if (!lessUnsigned(w2, divisor)) {
      return false;
    }
    divide(w2, w1, divisor, inverse);
    high = quotient;
    divide(remainder, w0, divisor, inverse);
    low = quotient;
    long rest = divisor - remainder;
    if (lessUnsigned(rest, remainder) || (rest == remainder && (low & 1) != 0)) {
      low++;
      if (low == 0) {
        high++;
      }
    }
    return high >= 0;
  }

  /** Two words, the upper one smaller than the divisor, by one. */
  private void divide(long upper, long lower, long divisor, long inverse) {
    long q0 = inverse * upper;
    long q1 = unsignedHigh(inverse, upper) + upper;
    q0 += lower;
    if (lessUnsigned(q0, lower)) {
      q1++;
    }
    q1++;
    long rest = lower - q1 * divisor;
    if (lessUnsigned(q0, rest)) {
      q1--;
      rest += divisor;
    }
    if (!lessUnsigned(rest, divisor)) {
      q1++;
      rest -= divisor;
    }
    quotient = q1;
    remainder = rest;
  }

  static boolean lessUnsigned(long a, long b) {
    return a + Long.MIN_VALUE < b + Long.MIN_VALUE;
  }
}
