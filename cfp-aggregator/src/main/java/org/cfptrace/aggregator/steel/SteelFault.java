package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

/**
 * Why a calculation is refused.
 *
 * @param field where in the input, such as {@code processes[2].precursors[0].tonnes}
 * @param message what was expected and what was seen
 */
public record SteelFault(Kind kind, String field, String message) {
  /** What is wrong; a stable code for programs. */
  public enum Kind {
    /** A footprint where specific embedded emissions are needed: neither becomes the other. */
    NOT_SEE,
    /** Not eight digits, not a good of iron and steel, or not of that category. */
    CN_INVALID,
    /** A period in two calendar years, or of a year that does not fit. */
    PERIOD_MIX,
    /** There is no published default value to fall back on; nothing is ever taken as zero. */
    FACTOR_UNKNOWN,
    /** A process or purchase that is not in this input. */
    PRECURSOR_UNKNOWN,
    /** Goods of this category are not made of such a precursor. */
    PRECURSOR_NOT_ALLOWED,
    /** Processes that, at some depth, use their own product. */
    PRECURSOR_CYCLE,
    /** More was consumed than was made or bought and not sold. */
    PRECURSOR_OVERUSED,
    /** Missing, not one of this good, or given for a good that has none. */
    ROUTE_INVALID,
    /** Two things of one name. */
    DUPLICATE_ID
  }

  public SteelFault {
    requireNonNull(kind, "kind");
    requireNonNull(field, "field");
    requireNonNull(message, "message");
  }
}
