package org.cfptrace.local.stack;

/** The platform cannot do what was asked; the message says what, and where to look. */
public final class StackFailure extends RuntimeException {

  public StackFailure(String message) {
    super(message);
  }

  public StackFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
