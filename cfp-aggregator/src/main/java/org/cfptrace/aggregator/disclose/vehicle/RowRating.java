package org.cfptrace.aggregator.disclose.vehicle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Stage;
import org.cfptrace.rollup.StatedQuality;

/**
 * One rating for a row whose figure is rated by process: the mean by the size of each process,
 * rounded up. A process without a rating counts as the worst of the scale.
 */
final class RowRating {
  private static final int SCALE = 9;

  private RowRating() {}

  static Optional<Representativeness> of(Optional<DataQuality> quality, Emissions emissions) {
    Map<Stage, KgCo2e> sizes = StatedQuality.sizesOf(emissions);
    return sizes.isEmpty() ? Optional.empty() : quality.map(it -> mean(it, sizes));
  }

  private static Representativeness mean(DataQuality quality, Map<Stage, KgCo2e> sizes) {
    Representativeness worst = Representativeness.worstOf(quality.scale());
    return new Representativeness(
        mean(sizes, stage -> quality.of(stage).orElse(worst).ter()),
        mean(sizes, stage -> quality.of(stage).orElse(worst).tir()),
        mean(sizes, stage -> quality.of(stage).orElse(worst).ger()));
  }

  private static BigDecimal mean(Map<Stage, KgCo2e> sizes, Function<Stage, BigDecimal> rating) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal all = BigDecimal.ZERO;
    for (Map.Entry<Stage, KgCo2e> size : sizes.entrySet()) {
      sum = sum.add(size.getValue().value().multiply(rating.apply(size.getKey())));
      all = all.add(size.getValue().value());
    }
    return sum.divide(all, SCALE, RoundingMode.UP);
  }
}
