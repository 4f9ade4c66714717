package org.cfptrace.rollup;

/** Where the number of a line comes from, the most trustworthy first. */
public enum LineOrigin {
  /** A supplier's verified declaration, or the roll-up of an own product. */
  PRIMARY,
  /** A factor from a database or an association. */
  SECONDARY,
  /** What the owner put in place of a figure that cannot be used. */
  PROXY,
  /** A published default value. */
  DEFAULT,
  /** There is no number. */
  NONE;

  /** Whether a number of this origin is an estimate. */
  public boolean isEstimate() {
    return this == SECONDARY || this == PROXY || this == DEFAULT;
  }

  public LineOrigin weaker(LineOrigin other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
