package org.cfptrace.rollup;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Shares of the sources of one line: on no day more than the whole. */
final class SourceShares {

  private SourceShares() {}

  /** Refuses sources whose shares exceed 1 on some day. */
  static void check(List<LineSource> sources) {
    checkOn(LocalDate.MIN, sources);
    for (LineSource source : sources) {
      // A sum of shares only ever rises on a day when a source begins.
      if (source.from() != null) {
        checkOn(source.from(), sources);
      }
    }
  }

  /** What no source covers on that day. */
  static BigDecimal restOn(LocalDate day, List<LineSource> sources) {
    return BigDecimal.ONE.subtract(sumOn(day, sources));
  }

  private static void checkOn(LocalDate day, List<LineSource> sources) {
    BigDecimal sum = sumOn(day, sources);
    if (sum.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "shares of the sources add up to "
              + sum.toPlainString()
              + (day.equals(LocalDate.MIN) ? "" : " on " + day)
              + ", at most 1 is possible");
    }
  }

  private static BigDecimal sumOn(LocalDate day, List<LineSource> sources) {
    BigDecimal sum = BigDecimal.ZERO;
    for (LineSource source : sources) {
      if (source.isInForceOn(day)) {
        sum = sum.add(source.share().value());
      }
    }
    return sum;
  }
}
