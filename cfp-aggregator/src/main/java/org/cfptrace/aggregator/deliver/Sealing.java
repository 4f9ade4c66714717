package org.cfptrace.aggregator.deliver;

import java.util.function.Function;

/**
 * Seals a signed message so that only its recipient can read it, or says why that cannot be done
 * now.
 */
@FunctionalInterface
public interface Sealing {
  /** Seals to the key the recipient has now. */
  Outcome seal(OutgoingMessage message);

  /** Sealed, or held back. */
  sealed interface Outcome {
    /** What each case leads to. */
    <R> R fold(Function<Sealed, R> sealed, Function<Held, R> held);
  }

  /** Ready for the broker. */
  final class Sealed implements Outcome {
    private final byte[] envelope;

    public Sealed(byte[] envelope) {
      this.envelope = envelope.clone();
    }

    /** The envelope, ASCII. */
    public byte[] envelope() {
      return envelope.clone();
    }

    @Override
    public <R> R fold(Function<Sealed, R> sealed, Function<Held, R> held) {
      return sealed.apply(this);
    }
  }

  /** Not now: it stays in the outbox, and the reason is noted. */
  record Held(String reason) implements Outcome {
    @Override
    public <R> R fold(Function<Sealed, R> sealed, Function<Held, R> held) {
      return held.apply(this);
    }
  }
}
