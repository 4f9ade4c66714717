package org.cfptrace.rollup;

import static java.util.Objects.requireNonNull;

import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.Share;
import org.jspecify.annotations.Nullable;

/**
 * The part of a line that one source covers. {@code counted} is the figure that entered the total
 * and {@code factor} what it was multiplied with (amount ÷ yield × share × unit conversion); {@code
 * lastKnown} is shown only.
 */
public record LinePart(
    Share share,
    LineState state,
    LineOrigin origin,
    @Nullable SupplierProduct supplier,
    SourceFigure.@Nullable Given counted,
    Fraction factor,
    Fraction conversion,
    Emissions contribution,
    SourceFigure.@Nullable Given lastKnown,
    @Nullable Bilingual detail) {

  public LinePart {
    requireNonNull(share, "share");
    requireNonNull(state, "state");
    requireNonNull(origin, "origin");
    requireNonNull(factor, "factor");
    requireNonNull(conversion, "conversion");
    requireNonNull(contribution, "contribution");
  }

  /** Whether this part counts and its own issuer called it complete. */
  public boolean isComplete() {
    return state.isOk() && counted != null && counted.complete();
  }

  /** How much of this part's contribution is estimated. */
  Share estimatedShare() {
    if (origin.isEstimate()) {
      return Share.ALL;
    }
    return counted == null ? Share.NONE : counted.estimatedShare();
  }
}
