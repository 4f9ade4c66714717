package org.cfptrace.verify;

import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;

/**
 * Identifiers accepted before. The reader only asks; whoever stores what was accepted records
 * {@link VerifiedMessage#digest()} or the declaration's id under its {@code jti}, in the same
 * transaction.
 */
@FunctionalInterface
public interface Seen {

  /** The digest recorded for an issuer's identifier, if it was accepted before. */
  Optional<String> digestOf(ParticipantId issuer, String jti);

  /** Nothing was seen yet. */
  static Seen nothing() {
    return (issuer, jti) -> Optional.empty();
  }
}
