package org.cfptrace.registry.wiring.http;

import java.util.Optional;
import org.cfptrace.registry.answer.PageRequest;
import org.cfptrace.registry.answer.ProblemCode;
import org.cfptrace.registry.answer.Refused;
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

  private static int number(String limit) {
    try {
      return Integer.parseInt(limit);
    } catch (NumberFormatException e) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "limit is 1 to " + PageRequest.MOST);
    }
  }
}
