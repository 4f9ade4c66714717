package org.cfptrace.registry.wiring.http;

import java.util.Optional;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.jspecify.annotations.Nullable;

/** Reads the parameters {@code limit} and {@code after}. */
public final class Paging {
  private static final int USUAL = 50;
  private static final int LONGEST = 64;

  private Paging() {}

  public static PageRequest of(@Nullable String limit, @Nullable String after) {
    if (after != null && after.length() > LONGEST) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "after is not a cursor of this list");
    }
    return new PageRequest(limit == null ? USUAL : number(limit), Optional.ofNullable(after));
  }

  /** The cursor as the number it is for lists in order of arrival; 0 at the start. */
  public static long afterNumber(PageRequest page) {
    try {
      return page.after().map(Long::parseUnsignedLong).orElse(0L);
    } catch (NumberFormatException e) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "after is not a cursor of this list");
    }
  }

  private static int number(String limit) {
    try {
      return new PageRequest(Integer.parseInt(limit), Optional.empty()).limit();
    } catch (IllegalArgumentException notANumberOrOutside) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "limit is 1 to " + PageRequest.MOST);
    }
  }
}
