package org.cfptrace.verify;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** Carries a reason out of the reader's inner steps; it never leaves this package. */
final class Refusal extends RuntimeException {
  private final Reason reason;

  Refusal(Reason reason, String detail) {
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
      throw new Refusal(reason, detail);
    }
  }

  <T> Reading<T> asReading(Optional<Origin> origin) {
    return Reading.stopped(reason, detail(), origin);
  }
}
