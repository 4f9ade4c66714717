package org.cfptrace.verify;

import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;

/**
 * Where the reader looks a signer up: entries signed by the registry and, for partners, pinned by
 * us. The exact identifier is looked up; nothing in it is resolved.
 */
@FunctionalInterface
public interface KeyDirectory {

  /**
   * What is known of a participant; empty when it was never admitted.
   *
   * @throws UnavailableException when that cannot be said now: what was received is held
   */
  Optional<Standing> find(ParticipantId participant);

  /** The directory cannot answer at the moment. */
  final class UnavailableException extends RuntimeException {
    public UnavailableException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
