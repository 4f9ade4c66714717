package org.cfptrace.verify;

import java.util.Map;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.AudienceClaim;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.TermsClaim;
import org.cfptrace.footprint.ParticipantId;

/** For whom a declaration was made, and who may hand it on. */
final class Address {
  private Address() {}

  /** It was made for that company, and shows so. */
  static void checkMadeFor(
      ParticipantId recipient,
      DeclarationClaims plain,
      Map<ClaimName, Claim> claims,
      Reason otherwise) {
    if (!(claims.get(ClaimName.AUDIENCE) instanceof AudienceClaim audience)) {
      throw new Refusal(Reason.AUDIENCE_NOT_DISCLOSED, "expected the audience to be shown");
    }
    Refusal.unless(audience.recipient().equals(recipient), otherwise, "made for someone else");
    Refusal.unless(
        audience.digest().equals(plain.recipient()),
        otherwise,
        "the audience shown is not the one signed");
  }

  /**
   * Its audience hands it on, as its terms allow. What is made for its issuer itself is no copy,
   * and would pass the check of the audience.
   */
  static void checkHandedOnBy(
      ParticipantId presenter, DeclarationClaims plain, Map<ClaimName, Claim> claims) {
    Refusal.unless(
        !plain.issuer().equals(presenter),
        Reason.PRESENTED_BY_ITS_ISSUER,
        "issued by the sender itself");
    checkMadeFor(presenter, plain, claims, Reason.NOT_THE_AUDIENCE);
    if (!(claims.get(ClaimName.TERMS) instanceof TermsClaim terms)) {
      throw new Refusal(Reason.TERMS_NOT_DISCLOSED, "expected the terms to be shown");
    }
    Refusal.unless(
        terms.onward().contains(Audience.AGGREGATOR),
        Reason.ONWARD_NOT_ALLOWED,
        "onward only to " + terms.onward());
  }
}
