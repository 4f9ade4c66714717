package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.audit.Doubt;
import org.cfptrace.chain.Coverage;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.VerificationShares;

/**
 * What the auditor's word is worth that an issuer has attached to a declaration. Until it is judged
 * nobody knows.
 *
 * @param auditor who is said to have signed it; empty where it names nobody
 * @param verified how much of the emissions it verifies, where it is to be relied on
 * @param doubts why it is not to be relied on; empty where it is
 */
public record AuditorsWord(
    Optional<ParticipantId> auditor, Optional<Coverage> verified, Set<Doubt> doubts) {
  /** Attached, and not judged yet. */
  public static final AuditorsWord NOT_JUDGED =
      new AuditorsWord(Optional.empty(), Optional.empty(), Set.of());

  public AuditorsWord {
    requireNonNull(auditor, "auditor");
    requireNonNull(verified, "verified");
    Set<Doubt> copy = EnumSet.noneOf(Doubt.class);
    copy.addAll(doubts);
    doubts = Collections.unmodifiableSet(copy);
    if (verified.isPresent() && !doubts.isEmpty()) {
      throw new IllegalArgumentException("relied on in spite of " + doubts);
    }
  }

  /** Whether anybody has looked at it. */
  public boolean isJudged() {
    return verified.isPresent() || !doubts.isEmpty();
  }

  /** What a declaration rests on that carries it; empty until it is judged. */
  public Optional<VerificationShares> shares() {
    return isJudged()
        ? Optional.of(
            verified
                .map(Coverage::text)
                .map(VerificationShares::audited)
                .orElse(VerificationShares.SIGNED))
        : Optional.empty();
  }
}
