package org.cfptrace.log;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.cfptrace.declaration.DeclarationId;

/**
 * A declaration that was shown to be in the log. Only {@link LoggedEntry#check} makes one that
 * means something.
 *
 * @param time when enough witnesses had seen it there: from then on its issuer cannot have made it
 *     later
 * @param checkpoint what it was shown with
 */
public record Inclusion(
    DeclarationId declarationId, long index, Instant time, SignedCheckpoint checkpoint) {
  public Inclusion {
    requireNonNull(declarationId, "declarationId");
    requireNonNull(time, "time");
    requireNonNull(checkpoint, "checkpoint");
  }
}
