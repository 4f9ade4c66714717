package org.cfptrace.aggregator.rollup;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Yield;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.jspecify.annotations.Nullable;

/**
 * What lines say beside their part, each different wording once: amount ÷ yield as a fraction of
 * whole numbers in lowest terms, the unit of the line and the mass of a piece.
 */
final class LineTerms {
  /** The terms do not fit two words. */
  static final int NONE = -1;

  private static final int WORDS = 5;
  private static final int DIVISOR = 1;
  private static final int INVERSE = 2;
  private static final int FORM = 3;
  private static final int MASS = 4;
  private static final int MOST_DIGITS = 60;
  private static final DeclaredUnit[] UNITS = DeclaredUnit.values();

  private long[] words = new long[64 * WORDS];
  private int size;
  private NumberTable known = new NumberTable(this::hash);

  int size() {
    return size;
  }

  /** Forgets the terms that none of these lines has, and numbers the others anew. */
  void keepOnly(int[] ofLines, int count) {
    long[] former = words;
    int[] anew = new int[size];
    Arrays.fill(anew, NONE);
    words = new long[64 * WORDS];
    size = 0;
    known = new NumberTable(this::hash);
    for (int line = 0; line < count; line++) {
      int terms = ofLines[line];
      if (terms != NONE) {
        if (anew[terms] == NONE) {
          anew[terms] = keep(former, terms * WORDS);
        }
        ofLines[line] = anew[terms];
      }
    }
  }

  private int keep(long[] from, int at) {
    makeRoom();
    System.arraycopy(from, at, words, size * WORDS, WORDS);
    known.add(size);
    return size++;
  }

  private void makeRoom() {
    if ((size + 1) * WORDS > words.length) {
      words = Arrays.copyOf(words, 2 * words.length);
    }
  }

  /** The number of a line's terms, or NONE. */
  int of(BillOfMaterialsLine line) {
    MassPerUnit mass = line.massPerUnit();
    Fraction factor = Fraction.of(line.netAmount().amount()).dividedBy(line.yield().value());
    return of(factor, line.netAmount().unit(), mass == null ? null : mass.kilograms());
  }

  /** The same terms in the unit of the source, which {@code conversion} leads to, or NONE. */
  int converted(int terms, Fraction conversion, DeclaredUnit unit) {
    Fraction factor =
        new Fraction(BigDecimal.valueOf(numerator(terms)), BigDecimal.valueOf(denominator(terms)));
    return of(factor.times(conversion), unit, null);
  }

  private int of(Fraction factor, DeclaredUnit unit, @Nullable BigDecimal mass) {
    BigDecimal above = factor.numerator();
    BigDecimal below = factor.denominator();
    if (isOutlandish(above) || isOutlandish(below) || !Decimals.fits(mass)) {
      return NONE;
    }
    int scale = Math.max(0, Math.max(above.scale(), below.scale()));
    BigInteger n = above.setScale(scale).unscaledValue();
    BigInteger d = below.setScale(scale).unscaledValue();
    BigInteger common = n.gcd(d);
    n = n.divide(common);
    d = d.divide(common);
    if (n.bitLength() > 63 || d.bitLength() > 63) {
      return NONE;
    }
    return of(n.longValue(), d.longValue(), unit, mass);
  }

  private static boolean isOutlandish(BigDecimal number) {
    return number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS;
  }

  private int of(long numerator, long denominator, DeclaredUnit unit, @Nullable BigDecimal mass) {
    makeRoom();
    int at = size * WORDS;
    int shift = Long.numberOfLeadingZeros(denominator);
    words[at] = numerator;
    words[at + DIVISOR] = denominator << shift;
    words[at + FORM] = shift | ((long) Place.of(unit) << 8) | (mass == null ? 0 : 1L << 16);
    words[at + FORM] |= mass == null ? 0 : (long) mass.scale() << 32;
    words[at + MASS] = mass == null ? 0 : mass.unscaledValue().longValue();
    int same = known.find(hash(size), this::isLikeNewest);
    if (same >= 0) {
      return same;
    }
    words[at + INVERSE] = Rescaling.inverse(denominator << shift);
    known.add(size);
    return size++;
  }

  private boolean isLikeNewest(int terms) {
    int a = terms * WORDS;
    int b = size * WORDS;
    return words[a] == words[b]
        && words[a + DIVISOR] == words[b + DIVISOR]
        && words[a + FORM] == words[b + FORM]
        && words[a + MASS] == words[b + MASS];
  }

  private int hash(int terms) {
    int at = terms * WORDS;
    long mixed = words[at] * 31 + words[at + DIVISOR];
    mixed = mixed * 0x9E3779B97F4A7C15L + words[at + FORM];
    mixed = mixed * 0x9E3779B97F4A7C15L + words[at + MASS];
    return Long.hashCode(mixed);
  }

  long numerator(int terms) {
    return words[terms * WORDS];
  }

  long denominator(int terms) {
    return words[terms * WORDS + DIVISOR] >>> shift(terms);
  }

  DeclaredUnit unit(int terms) {
    return UNITS[unitNumber(terms)];
  }

  int unitNumber(int terms) {
    return (int) (words[terms * WORDS + FORM] >>> 8) & 0xff;
  }

  @Nullable MassPerUnit mass(int terms) {
    long form = words[terms * WORDS + FORM];
    return (form & (1L << 16)) == 0
        ? null
        : new MassPerUnit(BigDecimal.valueOf(words[terms * WORDS + MASS], (int) (form >> 32)));
  }

  /** An amount and a yield that say the same, for {@code org.cfptrace.rollup}. */
  Quantity amount(int terms) {
    return new Quantity(
        BigDecimal.valueOf(numerator(terms)).movePointLeft(digits(terms)), unit(terms));
  }

  Yield yieldOf(int terms) {
    return new Yield(BigDecimal.valueOf(denominator(terms)).movePointLeft(digits(terms)));
  }

  /** A yield is at most 1: so many places does the point of both go to the left. */
  private int digits(int terms) {
    long denominator = denominator(terms);
    return denominator == 1 ? 0 : Long.toString(denominator).length();
  }

  boolean rescale(int terms, long high, long low, Rescaling into) {
    int at = terms * WORDS;
    return into.rescale(
        high, low, words[at], words[at + DIVISOR], words[at + INVERSE], shift(terms));
  }

  private int shift(int terms) {
    return (int) words[terms * WORDS + FORM] & 0x7f;
  }

  long bytes() {
    return (long) Long.BYTES * words.length + known.bytes();
  }
}
