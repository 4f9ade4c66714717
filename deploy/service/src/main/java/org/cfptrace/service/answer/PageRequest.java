package org.cfptrace.service.answer;

import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param limit how many at most, 1 to 100
 * @param after the key of the last item already seen; empty for the first page
 */
public record PageRequest(int limit, Optional<String> after) {
  /** The largest page. */
  public static final int MOST = 100;

  /** Refuses limits outside 1 to 100. */
  public PageRequest {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit is 1 to " + MOST + ", seen " + limit);
    }
  }

  /**
   * Where a page begins in a list of numbered items, newest first: below this number.
   *
   * @throws Refused when the cursor is no number, and so none of such a list
   */
  public long beforeNumber() {
    try {
      return after.map(Long::parseLong).orElse(Long.MAX_VALUE);
    } catch (NumberFormatException notOurs) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "\"after\" is not a cursor of this list");
    }
  }

  /**
   * Where a page begins in a list of numbered items, oldest first: above this number.
   *
   * @throws Refused when the cursor is no number, and so none of such a list
   */
  public long afterNumber() {
    return after.isEmpty() ? Long.MIN_VALUE : beforeNumber();
  }

  /** Rows to fetch: one more than shown, which tells whether there is a next page. */
  public int rowsToFetch() {
    return limit + 1;
  }
}
