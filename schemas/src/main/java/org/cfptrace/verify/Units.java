package org.cfptrace.verify;

import java.util.Map;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.UnitConversion;

/** A figure per kilogram is of no use to who buys pieces, unless the mass of a piece is known. */
final class Units {
  private Units() {}

  static void check(ParticipantId issuer, Map<ClaimName, Claim> claims, BoughtUnits boughtUnits) {
    if (claims.get(ClaimName.PRODUCT) instanceof ProductClaim product) {
      boughtUnits
          .unitOf(issuer, product.traceId())
          .ifPresent(
              bought ->
                  Refusal.unless(
                      UnitConversion.factor(
                              bought, product.unit(), product.massPerUnit().orElse(null))
                          .isPresent(),
                      Reason.UNIT_MISMATCH,
                      "declared per " + product.unit() + ", bought in " + bought));
    }
  }
}
