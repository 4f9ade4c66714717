package org.cfptrace.chain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.KgCo2e;

/**
 * Exact contributions as a statement tells them, in whole micrograms that add up: each is rounded
 * down, and what is then left goes to the largest. So a sum is checked to the microgram, and each
 * contribution but the largest to one.
 */
final class FittedContributions {
  /** Decimals of a kilogram: micrograms. */
  static final int SCALE = 9;

  /**
   * How far the largest may lie from its exact value at most, beside one microgram for each of the
   * others: three totals are rounded, of the own emissions and of all.
   */
  private static final int MOST_OF_ROUNDING = 6;

  private FittedContributions() {}

  /**
   * Fits contributions to their sum.
   *
   * @param sum the total without the own emissions, both as they are declared
   */
  static List<KgCo2e> of(List<Fraction> exact, KgCo2e sum) {
    List<KgCo2e> fitted = new ArrayList<>(exact.size());
    KgCo2e rest = sum;
    int largest = 0;
    for (int place = 0; place < exact.size(); place++) {
      KgCo2e down = new KgCo2e(exact.get(place).rounded(SCALE, RoundingMode.FLOOR));
      fitted.add(down);
      rest = rest.minus(down);
      // The first of equals, so that everyone picks the same.
      if (compareSizes(exact.get(place), exact.get(largest)) > 0) {
        largest = place;
      }
    }
    if (rest.abs().compareTo(mostLeft(exact.size())) > 0) {
      throw new IllegalArgumentException("the contributions do not add up: " + rest + " is left");
    }
    if (!exact.isEmpty()) {
      fitted.set(largest, fitted.get(largest).plus(rest));
    }
    return List.copyOf(fitted);
  }

  /** What rounding can leave over at most, of this many contributions. */
  static KgCo2e mostLeft(int contributions) {
    return KgCo2e.ofMicrograms(contributions == 0 ? 0 : contributions + MOST_OF_ROUNDING);
  }

  private static int compareSizes(Fraction one, Fraction other) {
    BigDecimal left = one.numerator().abs().multiply(other.denominator());
    return left.compareTo(other.numerator().abs().multiply(one.denominator()));
  }
}
