package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import org.cfptrace.rollup.Bilingual;

/**
 * Something a reader of the result has to see.
 *
 * @param where the field of the input it is about
 */
public record Flag(Kind kind, String where, Bilingual text) {
  /** What there is to see. */
  public enum Kind {
    /** Nobody has given an actual value; the published default stands in. */
    DEFAULT_USED(true),
    /** An actual value came without a verifier's report; the default was used instead. */
    ACTUAL_UNVERIFIED(true),
    /** The actual value is of an earlier year. */
    OF_EARLIER_YEAR(false),
    /** More left a process than it emitted; its direct emissions were set to zero. */
    SET_TO_ZERO(false);

    private final boolean isUnresolved;

    Kind(boolean isUnresolved) {
      this.isUnresolved = isUnresolved;
    }

    /** Whether somebody should still get a better value. */
    public boolean isUnresolved() {
      return isUnresolved;
    }
  }

  public Flag {
    requireNonNull(kind, "kind");
    requireNonNull(where, "where");
    requireNonNull(text, "text");
  }
}
