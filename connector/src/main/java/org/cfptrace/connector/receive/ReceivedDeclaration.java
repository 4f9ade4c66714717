package org.cfptrace.connector.receive;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.connector.declare.Standing;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.MethodClaim;
import org.cfptrace.declaration.PeriodClaim;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.declaration.StagesClaim;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Commitment;
import org.cfptrace.keys.CommitmentOpening;

/**
 * A declaration we were given and have verified, with everything it shows us.
 *
 * @param number counts up as they come in
 * @param isLinked whether a line of one of our bills of materials uses it
 */
public record ReceivedDeclaration(
    long number,
    DeclarationId id,
    ParticipantId issuer,
    Map<ClaimName, Claim> claims,
    Commitment commitment,
    Optional<CommitmentOpening> opening,
    Instant issuedAt,
    Instant receivedAt,
    Standing standing,
    boolean isLinked) {
  public ReceivedDeclaration {
    requireNonNull(id, "id");
    requireNonNull(issuer, "issuer");
    Map<ClaimName, Claim> copy = new EnumMap<>(ClaimName.class);
    copy.putAll(claims);
    claims = Collections.unmodifiableMap(copy);
    requireNonNull(commitment, "commitment");
    requireNonNull(opening, "opening");
    requireNonNull(issuedAt, "issuedAt");
    requireNonNull(receivedAt, "receivedAt");
    requireNonNull(standing, "standing");
  }

  /** Which product it is about; every declaration we keep says so. */
  public ProductClaim product() {
    return claim(ClaimName.PRODUCT, ProductClaim.class).orElseThrow();
  }

  /** For which period; every declaration we keep says so. */
  public PeriodClaim period() {
    return claim(ClaimName.PERIOD, PeriodClaim.class).orElseThrow();
  }

  /** The cumulative value; empty while the issuer withholds it. */
  public Optional<TotalClaim> total() {
    return claim(ClaimName.TOTAL, TotalClaim.class);
  }

  /** The split; usually withheld. */
  public Optional<StagesClaim> stages() {
    return claim(ClaimName.STAGES, StagesClaim.class);
  }

  /** How good the data is, if we were shown. */
  public Optional<QualityClaim> quality() {
    return claim(ClaimName.QUALITY, QualityClaim.class);
  }

  /** How it was worked out. */
  public Optional<MethodClaim> method() {
    return claim(ClaimName.METHOD, MethodClaim.class);
  }

  private <T extends Claim> Optional<T> claim(ClaimName name, Class<T> type) {
    return Optional.ofNullable(claims.get(name)).map(type::cast);
  }
}
