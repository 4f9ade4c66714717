package org.cfptrace.verify;

import java.util.Map;
import java.util.Optional;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.StagesClaim;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.keys.Commitment;
import org.cfptrace.keys.CommitmentOpening;

/**
 * The figures shown must be those committed to: opening, total and stages agree to the microgram.
 */
final class Totals {
  private Totals() {}

  static void check(
      Commitment commitment, Map<ClaimName, Claim> claims, Optional<CommitmentOpening> opening) {
    check(commitment, claims, opening, false);
  }

  /** As the other, of an opening that was found to fit before. */
  static void check(
      Commitment commitment,
      Map<ClaimName, Claim> claims,
      Optional<CommitmentOpening> opening,
      boolean opened) {
    if (!(claims.get(ClaimName.TOTAL) instanceof TotalClaim total)) {
      Refusal.unless(
          opening.isEmpty(), Reason.OPENING_WITHOUT_TOTAL, "expected no opening without a total");
      Refusal.unless(
          !claims.containsKey(ClaimName.STAGES),
          Reason.STAGES_WITHOUT_TOTAL,
          "expected no stages without a total");
      return;
    }
    CommitmentOpening given =
        opening.orElseThrow(
            () -> new Refusal(Reason.OPENING_MISSING, "expected an opening with the total"));
    Refusal.unless(
        opened || commitment.opensTo(given),
        Reason.COMMITMENT_DOES_NOT_OPEN,
        "other amounts were signed");
    CommittedTotals committed =
        new CommittedTotals(
            given.grossMicrograms(), given.removalsMicrograms(), given.uptakeMicrograms());
    Refusal.unless(total.states(committed), Reason.TOTAL_IS_NOT_COMMITTED, "the total differs");
    if (claims.get(ClaimName.STAGES) instanceof StagesClaim stages) {
      Refusal.unless(stages.addUpTo(committed), Reason.STAGES_DO_NOT_ADD_UP, "their sum differs");
    }
  }
}
