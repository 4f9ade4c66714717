package org.cfptrace.service.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * Gathers everything that is wrong with one request, so that the caller hears of it all at once and
 * not one mistake per attempt.
 */
public final class FieldErrors {
  // A body of 5,000 broken lines is answered with the first hundred faults: enough to correct from.
  private static final int MOST_SHOWN = 100;

  private final List<FieldError> errors = new ArrayList<>();
  private int seen;

  /** Notes one fault. */
  public void add(String field, String code, String message) {
    seen++;
    if (errors.size() < MOST_SHOWN) {
      errors.add(new FieldError(field, code, message));
    }
  }

  /** How many faults there were, also those too many to show. */
  public int count() {
    return seen;
  }

  /** The faults noted so far, in the order they were met. */
  public List<FieldError> list() {
    return List.copyOf(errors);
  }

  /** Refuses the request if anything is wrong with it. */
  public void refuseIfAny() {
    if (seen > 0) {
      throw new Refused(ProblemCode.INVALID_FIELDS, counted(seen), list());
    }
  }

  static String counted(int faults) {
    return faults == 1 ? "1 field cannot be accepted" : faults + " fields cannot be accepted";
  }
}
