package org.cfptrace.footprint;

import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The three totals a declaration commits to, in whole micrograms: gross emissions E, removals and
 * credits R, biogenic uptake B, each from 0 to 2^63 − 1. E is rounded up, R and B are rounded down,
 * so that rounding never makes a footprint look smaller.
 */
public record CommittedTotals(
    long grossMicrograms, long removalsMicrograms, long uptakeMicrograms) {

  private static final int MICROGRAM_SCALE = 9;

  public CommittedTotals {
    if (grossMicrograms < 0 || removalsMicrograms < 0 || uptakeMicrograms < 0) {
      throw new IllegalArgumentException("committed totals may not be negative");
    }
  }

  /** The totals of these emissions, rounded as a declaration states them. */
  public static CommittedTotals of(Emissions emissions) {
    return new CommittedTotals(
        micrograms(emissions.gross(), RoundingMode.CEILING),
        micrograms(emissions.removals(), RoundingMode.FLOOR),
        micrograms(emissions.uptake(), RoundingMode.FLOOR));
  }

  /** Whether these emissions are small enough to be declared. */
  public static boolean canHold(Emissions emissions) {
    return isBelowLimit(emissions.gross(), RoundingMode.CEILING)
        && isBelowLimit(emissions.removals(), RoundingMode.FLOOR)
        && isBelowLimit(emissions.uptake(), RoundingMode.FLOOR);
  }

  public KgCo2e gross() {
    return KgCo2e.ofMicrograms(grossMicrograms);
  }

  public KgCo2e removals() {
    return KgCo2e.ofMicrograms(removalsMicrograms);
  }

  public KgCo2e uptake() {
    return KgCo2e.ofMicrograms(uptakeMicrograms);
  }

  /** E − R. */
  public KgCo2e exclBiogenicUptake() {
    return gross().minus(removals());
  }

  /** E − R − B. */
  public KgCo2e inclBiogenicUptake() {
    return exclBiogenicUptake().minus(uptake());
  }

  private static long micrograms(KgCo2e amount, RoundingMode mode) {
    if (!isBelowLimit(amount, mode)) {
      throw new AmountTooLargeException(amount);
    }
    return wholeMicrograms(amount, mode).longValueExact();
  }

  private static boolean isBelowLimit(KgCo2e amount, RoundingMode mode) {
    return wholeMicrograms(amount, mode).bitLength() <= 63;
  }

  private static BigInteger wholeMicrograms(KgCo2e amount, RoundingMode mode) {
    return amount.value().movePointRight(MICROGRAM_SCALE).setScale(0, mode).toBigIntegerExact();
  }
}
