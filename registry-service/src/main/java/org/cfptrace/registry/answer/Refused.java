package org.cfptrace.registry.answer;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An expected no. It is thrown rather than returned because it must also undo the transaction it is
 * said in: nothing of a refused request stays.
 */
public final class Refused extends RuntimeException {
  private final ProblemCode code;
  private final transient List<FieldError> errors;

  public Refused(ProblemCode code, String detail, List<FieldError> errors) {
    // Without a stack trace: it is an answer, not a fault.
    super(requireNonNull(detail, "detail"), null, false, false);
    this.code = requireNonNull(code, "code");
    this.errors = List.copyOf(errors);
  }

  public Refused(ProblemCode code, String detail) {
    this(code, detail, List.of());
  }

  /** A body with fields that cannot be accepted. */
  public static Refused fields(ProblemCode code, List<FieldError> errors) {
    return new Refused(
        code,
        errors.size() == 1
            ? "1 field cannot be accepted"
            : errors.size() + " fields cannot be accepted",
        errors);
  }

  public ProblemCode code() {
    return code;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  public List<FieldError> errors() {
    return errors;
  }
}
