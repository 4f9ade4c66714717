package org.cfptrace.aggregator.rollup;

import java.util.Arrays;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.footprint.Stage;
import org.cfptrace.rollup.RatingWithheld;

/**
 * The means of data quality of one product, weighted by the size of each contribution, as {@code
 * org.cfptrace.rollup} defines them; sums of two words. Where one needs more, {@link #close} says
 * so and nothing here holds.
 */
// Numbers that are never kept: they index arrays of this process.
@SuppressWarnings("EnumOrdinal")
final class Weights {
  /** Sizes from 2^24 upper words on (300,000 tonnes) are left to the exact path. */
  static final long TOO_LARGE = 1L << 24;

  private static final int WEIGHT = 0;
  private static final int PRIMARY = 1;
  private static final int TER = 2;
  private static final int TIR = 3;
  private static final int GER = 4;
  private static final int UNRATED = 5;
  private static final int SUMS = 6;
  private static final int ESTIMATED = FigureForm.STAGES * SUMS;
  private static final int DECLARED = ESTIMATED + 1;
  private static final int AUDITED = ESTIMATED + 2;
  private static final int ALL = ESTIMATED + 3;
  private static final long NANO = 1_000_000_000;
  private static final int UNSPLIT = Place.of(Stage.UNSPLIT);
  private static final int SCALE_MIX = 1 + Place.of(RatingWithheld.SCALE_MIX);
  private static final int ZERO_TOTAL = 1 + Place.of(RatingWithheld.ZERO_TOTAL);
  private static final int NOT_RATED = 1 + Place.of(RatingWithheld.NOT_RATED);
  private static final long[] WORST = worst();

  private final long[] high = new long[ALL + SUMS];
  private final long[] low = new long[ALL + SUMS];
  private long spilt;
  private int stages;
  private int scales;
  private boolean mixed;
  private boolean anyEstimated;
  private boolean notJudged;

  void clear() {
    for (int rest = stages; rest != 0; rest &= rest - 1) {
      int from = Integer.numberOfTrailingZeros(rest) * SUMS;
      Arrays.fill(high, from, from + SUMS, 0);
      Arrays.fill(low, from, from + SUMS, 0);
    }
    Arrays.fill(high, ESTIMATED, high.length, 0);
    Arrays.fill(low, ESTIMATED, low.length, 0);
    spilt = 0;
    stages = 0;
    scales = 0;
    mixed = false;
    anyEstimated = false;
    notJudged = false;
  }

  /** The figure that lies at this place was counted, whatever it weighs. */
  void counted(long first) {
    anyEstimated |= (first & FigureForm.ESTIMATED) != 0;
  }

  /** What the figure at this place brought to a stage, by its size above 0. */
  void add(int stage, long wHigh, long wLow, long[] words, int at) {
    long first = words[at];
    int base = stage * SUMS;
    stages |= 1 << stage;
    sum(base + WEIGHT, wHigh, wLow);
    sum(base + PRIMARY, wHigh, wLow, words[at + 1] & FigureForm.PERCENT);
    sum(ESTIMATED, wHigh, wLow, first & FigureForm.ESTIMATED);
    long declared = words[at + FigureForm.DECLARED];
    notJudged |= (declared & FigureForm.VERIFICATION_KNOWN) == 0;
    sum(DECLARED, wHigh, wLow, declared & FigureForm.PERCENT);
    sum(AUDITED, wHigh, wLow, words[at + FigureForm.AUDITED]);
    int scale = FigureForm.scale(first);
    scales |= (1 << scale) >> 1;
    mixed |= FigureForm.withheld(first) == SCALE_MIX;
    int rated = FigureForm.rated(words[at + 1]);
    if ((rated & (1 << stage)) != 0) {
      int place = at + FigureForm.HEAD + 2 * Integer.bitCount(rated & ((1 << stage) - 1));
      sum(base + TER, wHigh, wLow, words[place] >>> Integer.SIZE);
      sum(base + TIR, wHigh, wLow, words[place] & 0xffffffffL);
      sum(base + GER, wHigh, wLow, words[place + 1]);
    } else if (stage == UNSPLIT && rated != 0) {
      addWorst(base, wHigh, wLow, words, at + FigureForm.HEAD, Integer.bitCount(rated));
    } else {
      sum(base + UNRATED, wHigh, wLow);
    }
  }

  /** What came without its split takes the worse of the ratings there are. */
  private void addWorst(int base, long wHigh, long wLow, long[] words, int at, int count) {
    long ter = 0;
    long tir = 0;
    long ger = 0;
    for (int place = at; place < at + 2 * count; place += 2) {
      ter = Math.max(ter, words[place] >>> Integer.SIZE);
      tir = Math.max(tir, words[place] & 0xffffffffL);
      ger = Math.max(ger, words[place + 1]);
    }
    sum(base + TER, wHigh, wLow, ter);
    sum(base + TIR, wHigh, wLow, tir);
    sum(base + GER, wHigh, wLow, ger);
  }

  /** Adds up over all stages; false where a sum needed more than two words. */
  boolean close() {
    for (int rest = stages; rest != 0; rest &= rest - 1) {
      int base = Integer.numberOfTrailingZeros(rest) * SUMS;
      sum(ALL + WEIGHT, high[base + WEIGHT], low[base + WEIGHT]);
      sum(ALL + PRIMARY, high[base + PRIMARY], low[base + PRIMARY]);
      if (isRated()) {
        spilt |= -(high[base + UNRATED] >>> 29);
        for (int sum = base + TER; sum <= base + GER; sum++) {
          sum(sum, high[base + UNRATED], low[base + UNRATED], WORST[scales]);
          sum(ALL + TER, high[sum], low[sum]);
        }
      }
    }
    sum(ALL + UNRATED, high[ALL + WEIGHT], low[ALL + WEIGHT], 3);
    return spilt >= 0;
  }

  private boolean isRated() {
    return !mixed && (scales == 1 || scales == 2);
  }

  /**
   * Writes what belongs to quality, and what it rests on, into the head and the ratings; answers
   * the length.
   */
  int write(long[] into) {
    boolean restIsKnown = stages != 0 && !notJudged;
    into[FigureForm.DECLARED] =
        restIsKnown ? FigureForm.VERIFICATION_KNOWN | down(DECLARED, ALL) : 0;
    into[FigureForm.AUDITED] = restIsKnown ? down(AUDITED, ALL) : 0;
    if (stages == 0) {
      into[0] |= anyEstimated ? NANO : 0;
      into[0] |= (long) ZERO_TOTAL << FigureForm.WITHHELD_AT;
      return FigureForm.HEAD;
    }
    into[0] |= FigureForm.PRIMARY_KNOWN;
    into[0] |= Means.up(high[ESTIMATED], low[ESTIMATED], high[ALL], low[ALL]);
    into[1] |= down(ALL + PRIMARY, ALL);
    into[1] |= (long) stages << FigureForm.WEIGHED_AT;
    if (!isRated()) {
      int why = scales == 0 && !mixed ? NOT_RATED : SCALE_MIX;
      into[0] |= (long) why << FigureForm.WITHHELD_AT;
      return FigureForm.HEAD;
    }
    into[0] |= (long) scales << FigureForm.SCALE_AT;
    into[1] |= (long) stages << FigureForm.RATED_AT;
    int length = FigureForm.HEAD;
    for (int rest = stages; rest != 0; rest &= rest - 1) {
      int base = Integer.numberOfTrailingZeros(rest) * SUMS;
      into[length++] = (up(base + TER, base) << Integer.SIZE) | up(base + TIR, base);
      into[length++] = up(base + GER, base);
    }
    return length;
  }

  /** Writes what only readers of an own product ask for. */
  int writeRest(long[] into, int length) {
    if (stages == 0) {
      return length;
    }
    int end = length;
    into[end++] = isRated() ? overall() : -1;
    for (int rest = stages; rest != 0; rest &= rest - 1) {
      int base = Integer.numberOfTrailingZeros(rest) * SUMS;
      into[end++] = down(base + PRIMARY, base);
    }
    return end;
  }

  /** The mean of all three ratings; above the best they were summed, so 1 is added. */
  private long overall() {
    int triple = ALL + UNRATED;
    return NANO + Means.up(high[ALL + TER], low[ALL + TER], high[triple], low[triple]);
  }

  private long up(int sum, int base) {
    return Means.up(high[sum], low[sum], high[base + WEIGHT], low[base + WEIGHT]);
  }

  private long down(int sum, int base) {
    return Means.down(high[sum], low[sum], high[base + WEIGHT], low[base + WEIGHT]);
  }

  private void sum(int slot, long wHigh, long wLow) {
    long sum = low[slot] + wLow;
    high[slot] += wHigh + (Rescaling.lessUnsigned(sum, wLow) ? 1 : 0);
    low[slot] = sum;
    spilt |= high[slot];
  }

  private void sum(int slot, long wHigh, long wLow, long value) {
    if (value != 0) {
      sum(slot, wHigh * value + Rescaling.unsignedHigh(wLow, value), wLow * value);
    }
  }

  /** The worst rating of each scale, above the best. */
  private static long[] worst() {
    long[] worst = new long[1 + QualityScale.values().length];
    for (QualityScale scale : QualityScale.values()) {
      worst[1 + Place.of(scale)] = Decimals.nano(scale.worst().subtract(scale.best()));
    }
    return worst;
  }
}
