package org.cfptrace.verify;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.declaration.MethodClaim;
import org.cfptrace.declaration.PeriodClaim;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.declaration.StagesClaim;
import org.cfptrace.declaration.SupersedesClaim;
import org.cfptrace.declaration.TermsClaim;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Commitment;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.keys.KeyThumbprint;

/**
 * A declaration that passed every check: what it shows is what its issuer signed for us. Only the
 * reader makes one, so a sum of these cannot forget to verify.
 */
public final class VerifiedDeclaration {
  private final DeclarationClaims plain;
  private final String token;
  private final DeclarationId id;
  private final Map<ClaimName, Claim> claims;
  private final Optional<CommitmentOpening> opening;
  private final boolean repeat;

  VerifiedDeclaration(
      DeclarationClaims plain,
      String token,
      DeclarationId id,
      Map<ClaimName, Claim> claims,
      Optional<CommitmentOpening> opening,
      boolean repeat) {
    this.plain = plain;
    this.token = token;
    this.id = id;
    this.claims = Collections.unmodifiableMap(new EnumMap<>(claims));
    this.opening = opening;
    this.repeat = repeat;
  }

  public DeclarationId id() {
    return id;
  }

  public ParticipantId issuer() {
    return plain.issuer();
  }

  public String jti() {
    return plain.jti();
  }

  public Instant issuedAt() {
    return plain.issuedAt();
  }

  /** The key that signed it, as its header names it. */
  public KeyThumbprint signedWith() {
    return CompactToken.parse(token.substring(0, token.indexOf('~')), DraftDeclaration.TYP).kid();
  }

  public Commitment commitment() {
    return plain.commitment();
  }

  /** Opens the commitment; there exactly when the total is shown. */
  public Optional<CommitmentOpening> opening() {
    return opening;
  }

  /** The exact token with the disclosures received: keep these bytes. */
  public byte[] bytes() {
    return token.getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether this declaration was accepted before; it may show further claims now. */
  public boolean isRepeat() {
    return repeat;
  }

  /** What is shown to us. */
  public Set<ClaimName> shown() {
    return claims.keySet();
  }

  public Optional<Claim> claim(ClaimName name) {
    return Optional.ofNullable(claims.get(name));
  }

  public Optional<ProductClaim> product() {
    return claim(ClaimName.PRODUCT).map(ProductClaim.class::cast);
  }

  public Optional<TotalClaim> total() {
    return claim(ClaimName.TOTAL).map(TotalClaim.class::cast);
  }

  public Optional<PeriodClaim> period() {
    return claim(ClaimName.PERIOD).map(PeriodClaim.class::cast);
  }

  public Optional<MethodClaim> method() {
    return claim(ClaimName.METHOD).map(MethodClaim.class::cast);
  }

  public Optional<SupersedesClaim> supersedes() {
    return claim(ClaimName.SUPERSEDES).map(SupersedesClaim.class::cast);
  }

  public Optional<TermsClaim> terms() {
    return claim(ClaimName.TERMS).map(TermsClaim.class::cast);
  }

  public Optional<QualityClaim> quality() {
    return claim(ClaimName.QUALITY).map(QualityClaim.class::cast);
  }

  public Optional<StagesClaim> stages() {
    return claim(ClaimName.STAGES).map(StagesClaim.class::cast);
  }

  /** Shows which it is and what is in it, never a value. */
  @Override
  public String toString() {
    return "VerifiedDeclaration[" + id + ", " + shown() + "]";
  }
}
