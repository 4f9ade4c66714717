package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;

/**
 * Work on one thing went wrong. It ends the transaction, and tells outside of it what the work was
 * on, so that this one thing can be put off and all others go on.
 */
final class CannotDo extends RuntimeException {
  private final UUID what;

  private CannotDo(UUID what, RuntimeException cause) {
    super("work on " + what + " went wrong", cause);
    this.what = requireNonNull(what, "what");
  }

  /** What the work was on. */
  UUID what() {
    return what;
  }

  /** The one that is told by a failure, however deep a transaction manager has wrapped it. */
  static Optional<CannotDo> in(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CannotDo found) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** Does the work, or tells on what it went wrong. */
  static void unless(UUID what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException wrong) {
      // Of whatever kind: it only gets a name, and goes on.
      throw new CannotDo(what, wrong);
    }
  }
}
