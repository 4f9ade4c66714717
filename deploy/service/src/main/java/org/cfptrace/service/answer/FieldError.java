package org.cfptrace.service.answer;

import static java.util.Objects.requireNonNull;

/**
 * One field that cannot be accepted.
 *
 * @param field its path in the body, such as {@code lines[3].amount}; empty for the body as a whole
 * @param code stable, for programs: {@code REQUIRED}, {@code NOT_A_DECIMAL}, …
 * @param message what was expected and what was seen, for people
 */
public record FieldError(String field, String code, String message) {
  /** All three must be there. */
  public FieldError {
    requireNonNull(field, "field");
    requireNonNull(code, "code");
    requireNonNull(message, "message");
  }
}
