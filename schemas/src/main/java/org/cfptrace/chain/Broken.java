package org.cfptrace.chain;

import static java.util.Objects.requireNonNull;

import org.cfptrace.verify.Reason;

/** Carries out of a check what does not hold; it never leaves this package. */
final class Broken extends RuntimeException {
  private final Reason reason;

  Broken(Reason reason, String detail) {
    super(detail, null, false, false);
    this.reason = requireNonNull(reason, "reason");
  }

  Reason reason() {
    return reason;
  }

  String detail() {
    return requireNonNull(getMessage(), "detail");
  }

  static void unless(boolean holds, Reason reason, String detail) {
    if (!holds) {
      throw new Broken(reason, detail);
    }
  }
}
