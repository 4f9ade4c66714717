package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.audit.Attestation;
import org.cfptrace.audit.Doubt;

/**
 * An auditor's word as a supplier has attached it to a declaration. It is about a statement that
 * the supplier had made before, and says nothing of the figure it comes with.
 *
 * @param token as it is attached; empty where nothing is that could be a token
 * @param attestation what it says; empty where nobody has signed it
 * @param doubts why it is not to be relied on; empty where it is
 * @param withdrawn when and why its auditor has taken it back, where it has
 */
public record AttachedWord(
    String token,
    Optional<Attestation> attestation,
    Set<Doubt> doubts,
    Optional<WithdrawnWords.Withdrawn> withdrawn) {
  public AttachedWord {
    requireNonNull(token, "token");
    requireNonNull(attestation, "attestation");
    requireNonNull(withdrawn, "withdrawn");
    Set<Doubt> copy = EnumSet.noneOf(Doubt.class);
    copy.addAll(doubts);
    doubts = Collections.unmodifiableSet(copy);
  }
}
