package org.cfptrace.declaration;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Share;
import org.cfptrace.strict.Decimals;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * The cumulative footprint per one declared unit. Whoever sees it sees whether it is complete and
 * how much of it is estimated; the two never travel apart.
 */
public record TotalClaim(
    KgCo2e exclBiogenicUptake, KgCo2e inclBiogenicUptake, boolean complete, Share estimatedShare)
    implements Claim {

  public TotalClaim {
    requireNonNull(exclBiogenicUptake, "exclBiogenicUptake");
    requireNonNull(inclBiogenicUptake, "inclBiogenicUptake");
    requireNonNull(estimatedShare, "estimatedShare");
  }

  /** The total that follows from the committed amounts. */
  public static TotalClaim of(CommittedTotals totals, boolean complete, Share estimatedShare) {
    // Rounded up: what is estimated never looks smaller than it is.
    Share rounded = new Share(estimatedShare.value().setScale(Decimals.SCALE, RoundingMode.UP));
    return new TotalClaim(
        totals.exclBiogenicUptake(), totals.inclBiogenicUptake(), complete, rounded);
  }

  /** Whether this is what {@code totals} add up to. */
  public boolean states(CommittedTotals totals) {
    return exclBiogenicUptake.equals(totals.exclBiogenicUptake())
        && inclBiogenicUptake.equals(totals.inclBiogenicUptake());
  }

  @Override
  public ClaimName name() {
    return ClaimName.TOTAL;
  }

  @Override
  public JsonNode toJson() {
    return StrictJson.object()
        .put("exclBiogenicUptake", Decimals.write(exclBiogenicUptake.value()))
        .put("inclBiogenicUptake", Decimals.write(inclBiogenicUptake.value()))
        .put("complete", complete)
        .put("estimatedShare", Decimals.write(estimatedShare.value()));
  }

  static TotalClaim read(JsonNode json) {
    Members members = Members.of(json, "total");
    KgCo2e excl = new KgCo2e(members.signedDecimal("exclBiogenicUptake"));
    KgCo2e incl = new KgCo2e(members.signedDecimal("inclBiogenicUptake"));
    boolean complete = members.flag("complete");
    BigDecimal estimated = members.decimal("estimatedShare");
    members.end();
    if (estimated.compareTo(BigDecimal.ONE) > 0) {
      throw new MalformedException(Fault.NUMBER, "total.estimatedShare: lies between 0 and 1");
    }
    return new TotalClaim(excl, incl, complete, new Share(estimated));
  }
}
