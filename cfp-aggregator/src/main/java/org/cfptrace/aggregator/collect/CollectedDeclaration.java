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
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.footprint.ParticipantId;

/**
 * A declaration that was given to us and verified, as far as its issuer shows it.
 *
 * @param number counts up as they come in
 * @param total empty while the issuer withholds it
 * @param shown the names of all claims shown
 * @param isSuperseded whether the issuer has given us a correction of it
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
    List<String> shown,
    boolean isSuperseded,
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
    shown = List.copyOf(shown);
    requireNonNull(issuedAt, "issuedAt");
    requireNonNull(receivedAt, "receivedAt");
  }

  /** Where it stands on a day. */
  public DeclarationState stateOn(LocalDate day) {
    if (isSuperseded) {
      return DeclarationState.SUPERSEDED;
    }
    return period.validUntil().isBefore(day) ? DeclarationState.EXPIRED : DeclarationState.ACTIVE;
  }
}
