package org.cfptrace.aggregator.disclose.customer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Stage;

/**
 * One rating out of those of the stages: weighted by the absolute amount of each with biogenic
 * uptake; a stage without a rating has the worst. Three decimals, rounded up, so never better than
 * it is. A rating on the scale from 1 to 3 is not converted: nobody can.
 */
final class OverallRating {
  private static final int DECIMALS = 3;

  private OverallRating() {}

  static Optional<Representativeness> of(Optional<DataQuality> quality, Emissions emissions) {
    return quality
        .filter(it -> it.scale() == QualityScale.ONE_TO_FIVE && !it.byProcess().isEmpty())
        .filter(it -> weights(emissions).signum() > 0)
        .map(it -> weighted(it, emissions));
  }

  private static Representativeness weighted(DataQuality quality, Emissions emissions) {
    return new Representativeness(
        mean(quality, emissions, Representativeness::ter),
        mean(quality, emissions, Representativeness::tir),
        mean(quality, emissions, Representativeness::ger));
  }

  private static BigDecimal mean(
      DataQuality quality,
      Emissions emissions,
      Function<Representativeness, BigDecimal> indicator) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Stage stage : emissions.stages()) {
      Representativeness rating =
          quality.of(stage).orElse(Representativeness.worstOf(quality.scale()));
      sum = sum.add(indicator.apply(rating).multiply(weight(emissions, stage)));
    }
    return sum.divide(weights(emissions), DECIMALS, RoundingMode.UP);
  }

  private static BigDecimal weights(Emissions emissions) {
    return emissions.stages().stream()
        .map(stage -> weight(emissions, stage))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal weight(Emissions emissions, Stage stage) {
    return emissions.inStage(stage).inclBiogenicUptake().value().abs();
  }
}
