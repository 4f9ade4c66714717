package org.cfptrace.aggregator.disclose;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.log.LoggedEntry;

/** Where declarations stand in the public log, as it was proved to us. */
public interface Anchors {
  /**
   * A declaration's place in the log.
   *
   * @param isLate whether it came there more than a day after it was issued
   */
  record Anchor(LoggedEntry proof, boolean isLate) {
    public Anchor {
      requireNonNull(proof, "proof");
    }

    /** The place, counted from 0. */
    public long index() {
      return proof.proof().index();
    }
  }

  /** Whether there is a log at all; without one nothing is ever proved. */
  boolean isThereALog();

  /** The place of one declaration; empty while nobody has proved it. */
  Optional<Anchor> of(DeclarationId id);
}
