package org.cfptrace.service.answer;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;

/**
 * A request is refused, and nothing of it is kept: thrown inside the transaction so that it is
 * rolled back. The detail and the fields are shown to the caller, so they hold nothing secret.
 */
public final class Refused extends RuntimeException {
  private final ProblemCode code;
  private final transient List<FieldError> errors;

  /** Refuses with a reason and what exactly was expected and seen. */
  public Refused(ProblemCode code, String detail) {
    this(code, detail, List.of());
  }

  /** Refuses and names the fields at fault. */
  public Refused(ProblemCode code, String detail, List<FieldError> errors) {
    // Without a stack trace: it is an answer, not a fault.
    super(requireNonNull(detail, "detail"), null, false, false);
    this.code = requireNonNull(code, "code");
    this.errors = List.copyOf(errors);
  }

  /** Refuses because of one field. */
  public static Refused field(
      ProblemCode code, String detail, String field, String fieldCode, String message) {
    return new Refused(code, detail, List.of(new FieldError(field, fieldCode, message)));
  }

  /**
   * Refuses a move, because of the state the thing is in: the field names that state and which
   * moves it allows.
   */
  public static Refused illegalMove(String detail, Enum<?> state, Collection<String> moves) {
    return field(
        ProblemCode.ILLEGAL_MOVE, detail, "state", state.name(), FieldError.possible(moves));
  }

  /** Refuses a body because of these fields. */
  public static Refused fields(ProblemCode code, List<FieldError> errors) {
    return new Refused(code, FieldErrors.counted(errors.size()), errors);
  }

  /**
   * Nothing is there under that name, or it belongs to somebody else: the caller cannot tell which.
   */
  public static Refused notFound(String what, Object id) {
    return new Refused(ProblemCode.NOT_FOUND, "no " + what + " " + id);
  }

  /** The stable reason. */
  public ProblemCode code() {
    return code;
  }

  /** What was expected and what was seen. */
  public String detail() {
    return requireNonNull(getMessage());
  }

  /** The fields at fault; empty when the refusal is not about fields. */
  public List<FieldError> errors() {
    return errors;
  }
}
