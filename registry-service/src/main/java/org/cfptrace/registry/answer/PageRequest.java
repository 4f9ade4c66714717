package org.cfptrace.registry.answer;

import java.util.Optional;

/** Which part of a list is wanted: at most {@code limit} items after {@code after}. */
public record PageRequest(int limit, Optional<String> after) {
  /** The most a page may hold. */
  public static final int MOST = 100;

  public PageRequest {
    if (limit < 1 || limit > MOST) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "limit is 1 to " + MOST);
    }
  }

  /** The cursor as the number it is for lists in order of arrival; 0 at the start. */
  public long afterNumber() {
    try {
      return after.map(Long::parseUnsignedLong).orElse(0L);
    } catch (NumberFormatException e) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "after is not a cursor of this list");
    }
  }
}
