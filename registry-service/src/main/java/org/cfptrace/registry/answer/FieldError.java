package org.cfptrace.registry.answer;

import static java.util.Objects.requireNonNull;

/**
 * One field that cannot be accepted.
 *
 * @param field its path, as in {@code otherIds[2].value}
 * @param code stable, for programs
 * @param message what was expected, for people
 */
public record FieldError(String field, String code, String message) {
  public FieldError {
    requireNonNull(field, "field");
    requireNonNull(code, "code");
    requireNonNull(message, "message");
  }
}
