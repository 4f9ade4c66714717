package org.cfptrace.chain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.cfptrace.declaration.InputElement;
import org.cfptrace.footprint.KgCo2e;

/**
 * How much of the root's emissions each declaration of a chain stands for, and how much of them was
 * verified.
 */
final class Shares {
  private static final MathContext DIGITS = new MathContext(50, RoundingMode.HALF_EVEN);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int SCALE = 9;

  private final List<Hop> hops;
  private final BigDecimal[] shares;

  private Shares(List<Hop> hops) {
    this.hops = hops;
    this.shares = new BigDecimal[hops.size()];
    Arrays.fill(shares, BigDecimal.ZERO);
    shares[0] = BigDecimal.ONE;
    for (int hop : buyersFirst()) {
      handOn(hops.get(hop), shares[hop]);
    }
  }

  static Shares of(List<Hop> hops) {
    return new Shares(hops);
  }

  Coverage of(int hop) {
    return percent(shares[hop], RoundingMode.DOWN);
  }

  /** What is not behind a declaration that fails, is missing or was worked out elsewhere. */
  Coverage verified() {
    BigDecimal missing = BigDecimal.ZERO;
    for (int hop = 0; hop < shares.length; hop++) {
      if (!hops.get(hop).isCovered() && isReached(hop)) {
        missing = missing.add(shares[hop]);
      }
    }
    BigDecimal percent = missing.multiply(HUNDRED).setScale(SCALE, RoundingMode.UP).min(HUNDRED);
    return new Coverage(HUNDRED.subtract(percent));
  }

  /** Only covered declarations hand a share on, so every share is counted at one place. */
  private boolean isReached(int hop) {
    return shares[hop].signum() > 0;
  }

  private void handOn(Hop hop, BigDecimal share) {
    if (!hop.isCovered() || share.signum() == 0) {
      return;
    }
    KgCo2e all = SumCheck.ownOf(hop.declaration().orElseThrow()).inclBiogenicUptake().abs();
    for (InputElement element : hop.finding().orElseThrow().elements()) {
      all = all.plus(element.contribution().abs());
    }
    if (all.isZero()) {
      return;
    }
    for (Hop.Use use : hop.uses()) {
      BigDecimal part = share.multiply(use.size().value(), DIGITS).divide(all.value(), DIGITS);
      shares[use.hop()] = shares[use.hop()].add(part, DIGITS);
    }
  }

  /** Each hop behind all whose sums use it. */
  private int[] buyersFirst() {
    int[] open = new int[hops.size()];
    hops.forEach(hop -> hop.uses().forEach(use -> open[use.hop()]++));
    int[] order = new int[hops.size()];
    Deque<Integer> ready = new ArrayDeque<>(List.of(0));
    int count = 0;
    while (!ready.isEmpty()) {
      int next = ready.remove();
      order[count++] = next;
      for (Hop.Use use : hops.get(next).uses()) {
        if (--open[use.hop()] == 0) {
          ready.add(use.hop());
        }
      }
    }
    return Arrays.copyOf(order, count);
  }

  private static Coverage percent(BigDecimal share, RoundingMode rounding) {
    return new Coverage(
        share.multiply(HUNDRED).setScale(SCALE, rounding).min(HUNDRED).max(BigDecimal.ZERO));
  }
}
