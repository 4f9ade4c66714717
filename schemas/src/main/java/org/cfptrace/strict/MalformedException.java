package org.cfptrace.strict;

import static java.util.Objects.requireNonNull;

/**
 * Text from outside is not of the form agreed. The message says what was expected and where, never
 * what a hidden figure was. Caught where a token or a body is read, and turned into a reason there.
 */
public final class MalformedException extends RuntimeException {

  /** What kind of form was broken. */
  public enum Fault {
    /** Not strict JSON: syntax, duplicates, floats, encoding, depth. */
    JSON,
    /** A member is missing, not known, or of the wrong type. */
    MEMBER,
    /** Not a decimal of the agreed spelling or range. */
    NUMBER,
    /** A unit nobody agreed on. */
    UNIT,
    /** Not base64url in its one spelling, or of the wrong length. */
    ENCODING
  }

  private final Fault fault;

  public MalformedException(Fault fault, String message) {
    super(message);
    this.fault = requireNonNull(fault, "fault");
  }

  public MalformedException(Fault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = requireNonNull(fault, "fault");
  }

  public Fault fault() {
    return fault;
  }
}
