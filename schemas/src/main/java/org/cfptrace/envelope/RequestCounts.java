package org.cfptrace.envelope;

/**
 * Requests counted over the whole tree upstream of a product, as far as its tiers tell.
 *
 * @param asked how many were asked
 * @param answered how many of them are answered
 * @param isPartial whether some tier in that tree keeps its counts to itself, so that there may be
 *     more than these
 */
public record RequestCounts(long asked, long answered, boolean isPartial) {
  /** The most that is counted. */
  public static final long MOST = 999_999;

  public RequestCounts {
    if (answered < 0 || answered > asked || asked > MOST) {
      throw new IllegalArgumentException(
          "expected 0 <= answered <= asked <= " + MOST + ", saw " + answered + " of " + asked);
    }
  }

  /** Counts that every tier has told. */
  public static RequestCounts whole(long asked, long answered) {
    return new RequestCounts(asked, answered, false);
  }

  /** Counts of which some tier has told nothing. */
  public static RequestCounts partial(long asked, long answered) {
    return new RequestCounts(asked, answered, true);
  }
}
