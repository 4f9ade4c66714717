package org.cfptrace.chain;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.log.Inclusion;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.LogVerdict;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.log.SignedCheckpoint;
import org.cfptrace.log.StatusList;
import org.cfptrace.participant.StatusListToken;
import org.cfptrace.verify.Reason;

/**
 * What the public log says of declarations. Many proofs lead to one checkpoint; its signatures are
 * checked once.
 */
final class Anchors {
  /** How long a proof may be on its way, which is when an entry counts as late. */
  static final Duration LONGEST_WAY = Duration.ofDays(1);

  private final LogTrust trust;
  private final StatusListToken list;
  private final StatusList statuses;
  private final Instant checkedAt;
  private final Map<String, LogVerdict<SignedCheckpoint>> checkpoints = new ConcurrentHashMap<>();
  private final Map<DeclarationId, Proven> proven = new ConcurrentHashMap<>();

  /** What a proof has shown; a buyer and its supplier show the same one. */
  private record Proven(LoggedEntry proof, Inclusion inclusion) {}

  Anchors(LogTrust trust, StatusListToken list, Instant checkedAt) {
    this.trust = requireNonNull(trust, "trust");
    this.list = requireNonNull(list, "list");
    this.statuses = list.list();
    this.checkedAt = requireNonNull(checkedAt, "checkedAt");
  }

  /** Whether the proof of what was made then must be there by now. */
  boolean isProofDue(Instant issuedAt) {
    return issuedAt.plus(LONGEST_WAY).isBefore(checkedAt);
  }

  /** Where and since when it is in the log. */
  Inclusion inclusion(DeclarationId id, LoggedEntry proof) {
    Broken.unless(
        proof.declarationId().equals(id),
        Reason.BAD_INCLUSION_PROOF,
        "the proof is of another declaration");
    Proven known = proven.get(id);
    if (known != null && known.proof().equals(proof)) {
      return known.inclusion();
    }
    Inclusion inclusion = checked(id, proof);
    proven.put(id, new Proven(proof, inclusion));
    return inclusion;
  }

  private Inclusion checked(DeclarationId id, LoggedEntry proof) {
    LogVerdict<Inclusion> verdict =
        checkpoints
            .computeIfAbsent(proof.checkpoint(), trust::witnessed)
            .then(signed -> included(id, proof, signed));
    return verdict.fold(
        inclusion -> inclusion,
        refused -> {
          throw new Broken(Reason.of(refused.reason()), refused.detail());
        });
  }

  private static LogVerdict<Inclusion> included(
      DeclarationId id, LoggedEntry proof, SignedCheckpoint signed) {
    return proof
        .proof()
        .check(LogEntry.ofDeclaration(id), signed.checkpoint())
        .then(
            index ->
                LogVerdict.proven(new Inclusion(id, index, signed.time().orElseThrow(), signed)));
  }

  /** Refuses what its issuer has withdrawn or corrected. */
  void checkStatus(Inclusion inclusion, Reason recalled, Reason superseded) {
    Broken.unless(
        list.isFreshAt(checkedAt),
        Reason.STATUS_UNKNOWN,
        "the list is of " + list.asOf() + ", the check of " + checkedAt);
    long index = inclusion.index();
    Broken.unless(
        index < statuses.size(),
        Reason.STATUS_UNKNOWN,
        "entry " + index + ", the list is for " + statuses.size());
    Broken.unless(
        !statuses.isRecalled(index), recalled, "declaration " + inclusion.declarationId());
    Broken.unless(
        !statuses.isSuperseded(index), superseded, "declaration " + inclusion.declarationId());
  }
}
