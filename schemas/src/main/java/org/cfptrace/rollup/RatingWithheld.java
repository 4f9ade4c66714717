package org.cfptrace.rollup;

/** Why a footprint has no data-quality rating. The footprint itself stands. */
public enum RatingWithheld {
  /** Inputs, or inputs of own products among them, were rated on different scales. */
  SCALE_MIX,
  /** All contributions are zero, so nothing can be weighed. */
  ZERO_TOTAL,
  /** Nobody gave a rating. */
  NOT_RATED
}
