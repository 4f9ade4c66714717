package org.cfptrace.connector.declare;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.PeriodClaim;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.declaration.StagesClaim;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.exchange.deliver.Delivery;
import org.cfptrace.footprint.ParticipantId;

/**
 * A declaration we have made.
 *
 * @param number counts up as they are made
 * @param statement the self-declaration a copy was made from; empty for a self-declaration
 * @param claims everything it says, shown or not
 * @param shown what the recipient sees of it
 * @param figure digest of all that is stated
 * @param delivery how far it has come; empty for a self-declaration
 */
public record IssuedDeclaration(
    long number,
    DeclarationId id,
    Audience audience,
    ParticipantId recipient,
    Optional<DeclarationId> statement,
    Map<ClaimName, Claim> claims,
    Set<ClaimName> shown,
    String figure,
    Standing standing,
    Instant issuedAt,
    Optional<Delivery> delivery) {
  public IssuedDeclaration {
    requireNonNull(id, "id");
    requireNonNull(audience, "audience");
    requireNonNull(recipient, "recipient");
    requireNonNull(statement, "statement");
    Map<ClaimName, Claim> copy = new EnumMap<>(ClaimName.class);
    copy.putAll(claims);
    claims = Collections.unmodifiableMap(copy);
    Set<ClaimName> shownCopy = EnumSet.noneOf(ClaimName.class);
    shownCopy.addAll(shown);
    shown = Collections.unmodifiableSet(shownCopy);
    requireNonNull(figure, "figure");
    requireNonNull(standing, "standing");
    requireNonNull(issuedAt, "issuedAt");
    requireNonNull(delivery, "delivery");
  }

  /** Of which product it speaks. */
  public ProductClaim product() {
    return claim(ClaimName.PRODUCT, ProductClaim.class).orElseThrow();
  }

  /** For which period. */
  public PeriodClaim period() {
    return claim(ClaimName.PERIOD, PeriodClaim.class).orElseThrow();
  }

  /** The cumulative value, whether or not the recipient sees it. */
  public TotalClaim total() {
    return claim(ClaimName.TOTAL, TotalClaim.class).orElseThrow();
  }

  /** The split. */
  public Optional<StagesClaim> stages() {
    return claim(ClaimName.STAGES, StagesClaim.class);
  }

  /** How good the data is. */
  public Optional<QualityClaim> quality() {
    return claim(ClaimName.QUALITY, QualityClaim.class);
  }

  private <T extends Claim> Optional<T> claim(ClaimName name, Class<T> type) {
    return Optional.ofNullable(claims.get(name)).map(type::cast);
  }
}
