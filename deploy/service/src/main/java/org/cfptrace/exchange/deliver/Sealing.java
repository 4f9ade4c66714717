package org.cfptrace.exchange.deliver;

import java.util.function.Function;

/**
 * Seals a signed message so that one participant can read it, or says why that cannot be done now.
 */
@FunctionalInterface
public interface Sealing {
  /** Seals to the key its reader has now. */
  Outcome seal(OutboxMessage message);

  /** Sealed, or held back. */
  sealed interface Outcome {
    /** What each case leads to. */
    <R> R fold(Function<Sealed, R> sealed, Function<Held, R> held);
  }

  /** Ready for the broker. */
  record Sealed(String envelope) implements Outcome {
    @Override
    public <R> R fold(Function<Sealed, R> sealed, Function<Held, R> held) {
      return sealed.apply(this);
    }
  }

  /** Not now: it stays in the outbox, and the reason is shown. */
  record Held(String reason) implements Outcome {
    @Override
    public <R> R fold(Function<Sealed, R> sealed, Function<Held, R> held) {
      return held.apply(this);
    }
  }
}
