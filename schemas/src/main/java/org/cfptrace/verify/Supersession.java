package org.cfptrace.verify;

import java.util.Map;
import java.util.Optional;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.PeriodClaim;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.declaration.SupersedesClaim;
import org.cfptrace.footprint.ParticipantId;

/**
 * Only who issued a declaration may correct it, with a figure of the same product and period, and
 * corrections lead back to a first one. An earlier declaration we do not know is no fault: it may
 * never have reached us.
 */
final class Supersession {
  /** The most corrections followed back; a longer way is taken for one without an end. */
  static final int MOST_STEPS = 10_000;

  private Supersession() {}

  static void check(
      DeclarationId id, ParticipantId issuer, Map<ClaimName, Claim> claims, Seen seen) {
    if (claims.get(ClaimName.SUPERSEDES) instanceof SupersedesClaim correction) {
      DeclarationId corrected = correction.declarationId();
      Refusal.unless(!corrected.equals(id), Reason.SUPERSESSION_CYCLE, "it supersedes itself");
      Optional<Seen.Earlier> earlier = seen.earlier(corrected);
      if (earlier.isPresent()) {
        checkSame(issuer, claims, earlier.get());
        checkEnds(id, earlier, seen);
      }
    }
  }

  private static void checkSame(
      ParticipantId issuer, Map<ClaimName, Claim> claims, Seen.Earlier earlier) {
    Refusal.unless(
        earlier.issuer().equals(issuer),
        Reason.SUPERSEDES_ANOTHERS,
        "the earlier one is of " + earlier.issuer());
    // What is not shown is not shown to be the same.
    Refusal.unless(
        claims.get(ClaimName.PRODUCT) instanceof ProductClaim product
            && product.traceId().equals(earlier.product()),
        Reason.SUPERSEDES_OTHER,
        "the earlier one is of " + earlier.product());
    Refusal.unless(
        claims.get(ClaimName.PERIOD) instanceof PeriodClaim period
            && period.period().equals(earlier.period()),
        Reason.SUPERSEDES_OTHER,
        "the earlier one is for " + earlier.period());
  }

  /**
   * Ids are digests, so that honest declarations cannot form a circle; a store that says they do is
   * not to keep us here for ever.
   */
  private static void checkEnds(DeclarationId id, Optional<Seen.Earlier> earlier, Seen seen) {
    Optional<DeclarationId> next = earlier.flatMap(Seen.Earlier::supersedes);
    for (int steps = 1; next.isPresent(); steps++) {
      Refusal.unless(
          !next.get().equals(id), Reason.SUPERSESSION_CYCLE, "the earlier one leads back to it");
      Refusal.unless(
          steps < MOST_STEPS,
          Reason.SUPERSESSION_CYCLE,
          "more than " + MOST_STEPS + " corrections of each other");
      next = seen.earlier(next.get()).flatMap(Seen.Earlier::supersedes);
    }
  }
}
