package org.cfptrace.rollup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.VerificationShares;
import org.jspecify.annotations.Nullable;

/**
 * What a footprint rests on, weighted as its primary data is: {@code Σ |c|·share ÷ Σ |c|} with c
 * including biogenic uptake, process by process. Own figures and estimates rest on no declaration.
 * Where nobody has judged what a part rests on, nobody knows it of the whole. Quotients are rounded
 * down at nine decimals.
 */
final class VerificationWeighing {
  private BigDecimal weight = BigDecimal.ZERO;
  private BigDecimal declared = BigDecimal.ZERO;
  private BigDecimal audited = BigDecimal.ZERO;
  private boolean isKnown = true;

  private VerificationWeighing() {}

  /** The shares of a product; null where they are not known, and for a total of zero. */
  static @Nullable VerificationShares of(OwnProduct product, List<LineResult> lines) {
    VerificationWeighing weighing = new VerificationWeighing();
    weighing.addOwn(product.own());
    weighing.addOwn(product.transport());
    for (LineResult line : lines) {
      line.parts().forEach(weighing::addPart);
    }
    return weighing.shares();
  }

  private void addOwn(@Nullable OwnEmissions own) {
    if (own != null) {
      add(own.emissions(), VerificationShares.NONE);
    }
  }

  private void addPart(LinePart part) {
    SourceFigure.Given counted = part.counted();
    if (counted != null) {
      add(
          part.contribution(),
          part.origin().isEstimate() ? VerificationShares.NONE : counted.verification());
    }
  }

  private void add(Emissions emissions, @Nullable VerificationShares shares) {
    BigDecimal size = size(emissions);
    if (size.signum() == 0) {
      return;
    }
    weight = weight.add(size);
    if (shares == null) {
      isKnown = false;
    } else {
      declared = declared.add(size.multiply(shares.declared()));
      audited = audited.add(size.multiply(shares.audited()));
    }
  }

  private static BigDecimal size(Emissions emissions) {
    return StatedQuality.sizesOf(emissions).values().stream()
        .map(KgCo2e::value)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private @Nullable VerificationShares shares() {
    return isKnown && weight.signum() > 0
        ? new VerificationShares(mean(declared), mean(audited))
        : null;
  }

  private BigDecimal mean(BigDecimal sum) {
    return sum.divide(weight, QualityWeighing.SCALE, RoundingMode.DOWN);
  }
}
