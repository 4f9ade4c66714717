package org.cfptrace.connector.declare;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;

/**
 * Whether a declaration stands.
 *
 * @param supersededBy the one that corrects it
 * @param reason why it was recalled
 * @param since when it came to this; empty while it is ACTIVE
 */
public record Standing(
    State state,
    Optional<DeclarationId> supersededBy,
    Optional<String> reason,
    Optional<Instant> since) {
  /** Nothing has been said against it. */
  public static final Standing ACTIVE =
      new Standing(State.ACTIVE, Optional.empty(), Optional.empty(), Optional.empty());

  /** The states of a declaration; EXPIRED follows from its last day of validity. */
  public enum State {
    ACTIVE,
    SUPERSEDED,
    RECALLED
  }

  public Standing {
    requireNonNull(state, "state");
    requireNonNull(supersededBy, "supersededBy");
    requireNonNull(reason, "reason");
    requireNonNull(since, "since");
  }

  public boolean isActive() {
    return state == State.ACTIVE;
  }
}
