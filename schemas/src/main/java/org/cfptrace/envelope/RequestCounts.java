package org.cfptrace.envelope;

/**
 * Requests counted over the whole tree upstream of a product.
 *
 * @param asked how many were asked
 * @param answered how many of them are answered
 */
public record RequestCounts(long asked, long answered) {
  /** The most that is counted. */
  public static final long MOST = 999_999;

  public RequestCounts {
    if (answered < 0 || answered > asked || asked > MOST) {
      throw new IllegalArgumentException(
          "expected 0 <= answered <= asked <= " + MOST + ", saw " + answered + " of " + asked);
    }
  }
}
