package org.cfptrace.verify;

import java.util.Collection;
import java.util.Map;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.MethodClaim;
import org.cfptrace.declaration.OwnClaim;
import org.cfptrace.declaration.ProcessClaim;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.declaration.StagesClaim;
import org.cfptrace.footprint.Stage;

/**
 * A declaration divides everything it says by the stages of one profile, and none of them lies
 * beyond the boundary it names.
 */
final class Stages {
  private Stages() {}

  static void check(Map<ClaimName, Claim> claims) {
    if (!(claims.get(ClaimName.STAGES) instanceof StagesClaim stages)) {
      return;
    }
    if (claims.get(ClaimName.OWN) instanceof OwnClaim own) {
      check(stages, own.emissions().stages(), "own");
    }
    if (claims.get(ClaimName.QUALITY) instanceof QualityClaim quality) {
      check(stages, quality, "quality");
    }
    if (claims.get(ClaimName.PROCESS) instanceof ProcessClaim process) {
      process.own().ifPresent(quality -> check(stages, quality, "process.own"));
      process
          .rest()
          .ifPresent(
              rest -> {
                check(stages, rest.sizes().keySet(), "process.rest.sizes");
                check(stages, rest.quality(), "process.rest.quality");
              });
    }
    if (claims.get(ClaimName.METHOD) instanceof MethodClaim method) {
      Refusal.unless(
          stages.cells().stages().stream().allMatch(method.basis().boundary()::reaches),
          Reason.MALFORMED_CLAIM,
          "stages: expected none beyond " + method.basis().boundary());
    }
  }

  private static void check(StagesClaim stages, QualityClaim quality, String where) {
    quality.rating().ifPresent(rating -> check(stages, rating.byProcess().keySet(), where));
  }

  private static void check(StagesClaim stages, Collection<Stage> named, String where) {
    Refusal.unless(
        stages.profile().hasAll(named),
        Reason.MALFORMED_CLAIM,
        where + ": expected stages of profile " + stages.profile());
  }
}
