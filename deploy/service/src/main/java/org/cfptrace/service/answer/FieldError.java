package org.cfptrace.service.answer;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.stream.Collectors;

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

  /** In words, which moves a state allows. */
  static String possible(Collection<String> moves) {
    return moves.isEmpty()
        ? "nothing is possible any more"
        : "possible: " + moves.stream().sorted().collect(Collectors.joining(", "));
  }
}
