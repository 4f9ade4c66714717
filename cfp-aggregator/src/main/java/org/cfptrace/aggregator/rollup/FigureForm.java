package org.cfptrace.aggregator.rollup;

import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.GwpSet;
import org.cfptrace.footprint.SystemBoundary;

/**
 * How a figure lies in words: a head of five, two for each rated stage, two for each cell that is
 * not zero, two for the mass of a piece; and for own products what only readers ask for, the rating
 * over all and the primary data share of each stage. What is missing has the first word only.
 *
 * <p>First word: estimated share, what is known, scale, unit, basis, length. Second: primary data
 * share, stages that are rated, stages that have a weight. Third: the columns of the cells. Fourth
 * and fifth: the shares that rest on declarations, and of these on auditors.
 */
final class FigureForm {
  /** Stages beyond this many are left to the exact path. */
  static final int STAGES = 13;

  /** The place of the share that rests on declarations, and whether that is known. */
  static final int DECLARED = 3;

  /** The place of the share that auditors have verified. */
  static final int AUDITED = 4;

  static final int HEAD = 5;
  static final int MOST_WORDS = 255;

  static final long ESTIMATED = (1L << 30) - 1;

  /** There is a figure, not a reason why there is none. */
  static final long GIVEN = 1L << 30;

  /** The figure is kept as an object, because words cannot hold all of it. */
  static final long HELD = 1L << 31;

  static final long COMPLETE = 1L << 32;
  static final int SCALE_AT = 33;
  static final int WITHHELD_AT = 35;
  static final int UNIT_AT = 37;
  static final int GWP_AT = 42;
  static final int BOUNDARY_AT = 45;
  static final long GWP = 7L << GWP_AT;
  static final long BOUNDARY = 7L << BOUNDARY_AT;
  static final long MASS = 1L << 48;
  static final int STATE_AT = 49;
  static final long PRIMARY_KNOWN = 1L << 55;
  static final int LENGTH_AT = 56;

  /** What of the first word a product hands to its figure. */
  static final long OF_PRODUCT = (31L << UNIT_AT) | GWP | BOUNDARY | MASS;

  static final long PERCENT = (1L << 37) - 1;
  static final long VERIFICATION_KNOWN = 1L << 37;
  static final int RATED_AT = 37;
  static final int WEIGHED_AT = 50;
  static final int STAGE_BITS = (1 << STAGES) - 1;

  private static final DeclaredUnit[] UNITS = DeclaredUnit.values();
  private static final GwpSet[] GWP_SETS = GwpSet.values();
  private static final SystemBoundary[] BOUNDARIES = SystemBoundary.values();

  private FigureForm() {}

  static int length(long first) {
    return (int) (first >>> LENGTH_AT);
  }

  static int rated(long second) {
    return (int) (second >>> RATED_AT) & STAGE_BITS;
  }

  static int weighed(long second) {
    return (int) (second >>> WEIGHED_AT) & STAGE_BITS;
  }

  static int scale(long first) {
    return (int) (first >>> SCALE_AT) & 3;
  }

  static int withheld(long first) {
    return (int) (first >>> WITHHELD_AT) & 3;
  }

  static int unitNumber(long first) {
    return (int) (first >>> UNIT_AT) & 31;
  }

  static int state(long first) {
    return (int) (first >>> STATE_AT) & 63;
  }

  static DeclaredUnit unit(long first) {
    return UNITS[unitNumber(first)];
  }

  static CalculationBasis basis(long first) {
    return new CalculationBasis(
        GWP_SETS[(int) (first >>> GWP_AT) & 7], BOUNDARIES[(int) (first >>> BOUNDARY_AT) & 7]);
  }

  static long of(DeclaredUnit unit, CalculationBasis basis) {
    return ((long) Place.of(unit) << UNIT_AT)
        | ((long) Place.of(basis.gwp()) << GWP_AT)
        | ((long) Place.of(basis.boundary()) << BOUNDARY_AT);
  }

  static long withLength(long first, int length) {
    return (first & ~(0xffL << LENGTH_AT)) | ((long) length << LENGTH_AT);
  }

  /** How many words say what a product above takes over. */
  static int reach(long first, long second, long third) {
    return HEAD
        + 2 * Integer.bitCount(rated(second))
        + 2 * Long.bitCount(third)
        + ((first & MASS) == 0 ? 0 : 2);
  }
}
