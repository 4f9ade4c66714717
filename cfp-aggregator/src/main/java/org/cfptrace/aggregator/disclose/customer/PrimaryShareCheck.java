package org.cfptrace.aggregator.disclose.customer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Finding.Code;
import org.cfptrace.aggregator.disclose.ProductFacts;
import org.cfptrace.aggregator.disclose.SourceFacts;
import org.cfptrace.footprint.PrimaryDataShare;

/**
 * Rule 15 of the plausibility rules: the share of primary data of a product is the mean of those of
 * its sources, weighted by what each brings in absolute kilograms with biogenic uptake; a source
 * that does not say has 0.
 */
final class PrimaryShareCheck {
  /** Percentage points; above what rounding between tiers can do. */
  private static final BigDecimal TOLERANCE = new BigDecimal("0.5");

  /** Kilograms; a total is rounded to micrograms in each of its cells. */
  private static final BigDecimal LEFT_BY_ROUNDING = new BigDecimal("0.000001");

  private static final int DECIMALS = 6;

  private PrimaryShareCheck() {}

  /** The finding, where the rule does not hold. */
  static Optional<Finding> of(ProductFacts product) {
    return product
        .primaryDataShare()
        .flatMap(stated -> mean(product).flatMap(mean -> judge(stated.percent(), mean)));
  }

  private static Optional<Finding> judge(BigDecimal stated, BigDecimal mean) {
    return stated.subtract(mean).abs().compareTo(TOLERANCE) <= 0
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                Code.IMPLAUSIBLE,
                "rule 15: the sources have a primary data share of "
                    + mean.setScale(2, RoundingMode.HALF_UP).toPlainString()
                    + " percent, stated are "
                    + stated.toPlainString()));
  }

  /** The mean; none where the sources at hand are not the whole of the total. */
  private static Optional<BigDecimal> mean(ProductFacts product) {
    BigDecimal brought = BigDecimal.ZERO;
    BigDecimal weights = BigDecimal.ZERO;
    BigDecimal primary = BigDecimal.ZERO;
    for (SourceFacts source : product.sources()) {
      if (source.isMissing()) {
        continue;
      }
      BigDecimal amount = source.emissions().inclBiogenicUptake().value();
      brought = brought.add(amount);
      weights = weights.add(amount.abs());
      BigDecimal share =
          source.primaryDataShare().map(PrimaryDataShare::percent).orElse(BigDecimal.ZERO);
      primary = primary.add(amount.abs().multiply(share));
    }
    BigDecimal apart = brought.subtract(product.inclBiogenicUptake().value()).abs();
    return weights.signum() == 0 || apart.compareTo(LEFT_BY_ROUNDING) > 0
        ? Optional.empty()
        : Optional.of(primary.divide(weights, DECIMALS, RoundingMode.HALF_UP));
  }
}
