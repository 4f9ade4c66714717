package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.MethodClaim;
import org.cfptrace.declaration.PeriodClaim;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.declaration.StagesClaim;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.envelope.PresentationBody.Fallen;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.VerificationShares;
import org.cfptrace.keys.Commitment;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.rollup.FigureReference;

/**
 * A declaration that was given to us and verified, as far as its issuer shows it.
 *
 * @param number counts up as they come in
 * @param total empty while the issuer withholds it
 * @param shown the names of all claims shown
 * @param attestation the auditor's word that is attached to it, as far as it is shown
 * @param supersededBy the issuer's correction of it, which we have too; of several the latest
 * @param recall the issuer has withdrawn it; it stays readable
 * @param fall who has handed it on says that it is no figure any more
 * @param auditorsWord what the auditor's word is worth that it carries; empty where it shows none
 * @param incompleteSince who has handed it on says that figures are missing behind it by now
 */
public record CollectedDeclaration(
    long number,
    DeclarationId id,
    ParticipantId issuer,
    ProductClaim product,
    PeriodClaim period,
    Optional<TotalClaim> total,
    Optional<QualityClaim> quality,
    Optional<MethodClaim> method,
    Optional<StagesClaim> stages,
    Commitment commitment,
    Optional<CommitmentOpening> opening,
    List<String> shown,
    Optional<AttachedAttestation> attestation,
    Optional<DeclarationId> supersededBy,
    Optional<Recall> recall,
    Optional<Fall> fall,
    Optional<LocalDate> incompleteSince,
    Optional<AuditorsWord> auditorsWord,
    Instant issuedAt,
    Instant receivedAt) {
  public CollectedDeclaration {
    requireNonNull(id, "id");
    requireNonNull(issuer, "issuer");
    requireNonNull(product, "product");
    requireNonNull(period, "period");
    requireNonNull(total, "total");
    requireNonNull(quality, "quality");
    requireNonNull(method, "method");
    requireNonNull(stages, "stages");
    requireNonNull(commitment, "commitment");
    requireNonNull(opening, "opening");
    shown = List.copyOf(shown);
    requireNonNull(attestation, "attestation");
    requireNonNull(supersededBy, "supersededBy");
    requireNonNull(recall, "recall");
    requireNonNull(fall, "fall");
    requireNonNull(incompleteSince, "incompleteSince");
    requireNonNull(auditorsWord, "auditorsWord");
    requireNonNull(issuedAt, "issuedAt");
    requireNonNull(receivedAt, "receivedAt");
  }

  /** How a sum names it as its source. */
  public FigureReference reference() {
    return new FigureReference(id.value(), commitment.encoded());
  }

  /** What its figure rests on; empty while the auditor's word it carries is not judged. */
  public Optional<VerificationShares> restsOn() {
    return auditorsWord.map(AuditorsWord::shares).orElse(Optional.of(VerificationShares.SIGNED));
  }

  /** Whether its issuer has withdrawn it. */
  public boolean isRecalled() {
    return recall.isPresent() || hasFallen(Fallen.Kind.RECALLED);
  }

  /**
   * Whether its figure is not to be used although nobody has withdrawn it and we have no other: it
   * is withheld, followed no more, or corrected by one we are not shown.
   */
  public boolean isKeptBack() {
    return fall.isPresent() && !isRecalled();
  }

  private boolean hasFallen(Fallen.Kind kind) {
    return fall.filter(each -> each.kind() == kind).isPresent();
  }

  /** Whether its issuer has corrected it by one that we have. */
  public boolean isSuperseded() {
    return supersededBy.isPresent();
  }

  /** Where it stands on a day. */
  public DeclarationState stateOn(LocalDate day) {
    if (isRecalled()) {
      return DeclarationState.RECALLED;
    }
    if (isSuperseded() || hasFallen(Fallen.Kind.SUPERSEDED)) {
      return DeclarationState.SUPERSEDED;
    }
    return period.validUntil().isBefore(day) ? DeclarationState.EXPIRED : DeclarationState.ACTIVE;
  }
}
