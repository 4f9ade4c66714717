package org.cfptrace.keys;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Initialised signature objects of one key, lent out one by one: initialising costs more than a
 * third of a signature, and an object must not be used by two threads.
 */
final class Signatures {
  /** Makes one that is ready for its key. */
  interface Source {
    Signature prepared() throws GeneralSecurityException;
  }

  /** One step with a prepared object. */
  interface Step<R> {
    R apply(Signature signature) throws GeneralSecurityException;
  }

  private final Source source;
  private final ConcurrentLinkedQueue<Signature> idle = new ConcurrentLinkedQueue<>();

  Signatures(Source source) {
    this.source = source;
  }

  <R> R with(Step<R> step) throws GeneralSecurityException {
    Signature signature = idle.poll();
    if (signature == null) {
      signature = source.prepared();
    }
    // One that threw is in an unknown state: it is not handed out again.
    R result = step.apply(signature);
    idle.add(signature);
    return result;
  }
}
