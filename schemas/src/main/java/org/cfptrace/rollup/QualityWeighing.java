package org.cfptrace.rollup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Means weighted by the size of each contribution, per process: {@code Σ |c|·q ÷ Σ |c|} with c
 * including biogenic uptake (Catena-X PCF rulebook, chapter 7; sizes, because a negative
 * contribution is data, too). Missing primary data counts as 0, a missing rating as the worst of
 * its scale. Quotients are rounded against the owner at nine decimals.
 */
final class QualityWeighing {

  static final int SCALE = 9;

  /** One contribution and what is known of its quality; its own inputs may mix scales already. */
  record Contribution(
      Map<Stage, BigDecimal> weights,
      @Nullable DataQuality quality,
      boolean mixesScales,
      @Nullable PrimaryDataShare primary,
      Share estimated) {

    static Contribution of(
        Emissions emissions,
        @Nullable DataQuality quality,
        boolean mixesScales,
        @Nullable PrimaryDataShare primary,
        Share estimated) {
      Map<Stage, BigDecimal> weights = new EnumMap<>(Stage.class);
      for (Stage process : Stage.values()) {
        BigDecimal size = emissions.inStage(process).inclBiogenicUptake().abs().value();
        if (size.signum() > 0) {
          weights.put(process, size);
        }
      }
      return new Contribution(weights, quality, mixesScales, primary, estimated);
    }

    boolean hasWeight() {
      return !weights.isEmpty();
    }
  }

  private final List<Contribution> contributions;
  private final Map<Stage, BigDecimal> weights = new EnumMap<>(Stage.class);
  private final BigDecimal totalWeight;

  private QualityWeighing(List<Contribution> contributions) {
    this.contributions = contributions;
    for (Stage process : Stage.values()) {
      BigDecimal weight = sum(process, contribution -> BigDecimal.ONE);
      if (weight.signum() > 0) {
        weights.put(process, weight);
      }
    }
    this.totalWeight = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static WeighedQuality of(List<Contribution> contributions) {
    QualityWeighing weighing = new QualityWeighing(contributions);
    return weighing.totalWeight.signum() == 0 ? weighing.nothingToWeigh() : weighing.weighed();
  }

  private WeighedQuality nothingToWeigh() {
    boolean estimated = contributions.stream().anyMatch(c -> !c.estimated().isZero());
    return new WeighedQuality(
        null, Map.of(), null, null, RatingWithheld.ZERO_TOTAL, estimated ? Share.ALL : Share.NONE);
  }

  private WeighedQuality weighed() {
    Map<Stage, PrimaryDataShare> primary = new EnumMap<>(Stage.class);
    for (Stage process : weights.keySet()) {
      primary.put(
          process,
          new PrimaryDataShare(mean(process, QualityWeighing::percent, RoundingMode.DOWN)));
    }
    PrimaryDataShare all =
        new PrimaryDataShare(meanOfAll(QualityWeighing::percent, RoundingMode.DOWN));
    Share estimated = new Share(meanOfAll(c -> c.estimated().value(), RoundingMode.UP));
    Set<QualityScale> scales = scales();
    if (scales.size() > 1 || isMixedBeneath()) {
      return new WeighedQuality(all, primary, null, null, RatingWithheld.SCALE_MIX, estimated);
    }
    if (scales.isEmpty()) {
      return new WeighedQuality(all, primary, null, null, RatingWithheld.NOT_RATED, estimated);
    }
    QualityScale scale = scales.iterator().next();
    return new WeighedQuality(all, primary, rating(scale), overall(scale), null, estimated);
  }

  /** Weighed as not rated, a part of two scales would pass for one of the worst of ours. */
  private boolean isMixedBeneath() {
    return contributions.stream()
        .filter(Contribution::hasWeight)
        .anyMatch(Contribution::mixesScales);
  }

  private Set<QualityScale> scales() {
    return contributions.stream()
        .filter(Contribution::hasWeight)
        .map(Contribution::quality)
        .flatMap(Stream::ofNullable)
        .map(DataQuality::scale)
        .collect(Collectors.toSet());
  }

  private DataQuality rating(QualityScale scale) {
    Map<Stage, Representativeness> byProcess = new EnumMap<>(Stage.class);
    for (Stage process : weights.keySet()) {
      byProcess.put(
          process,
          new Representativeness(
              mean(process, c -> rating(c, process, scale).ter(), RoundingMode.UP),
              mean(process, c -> rating(c, process, scale).tir(), RoundingMode.UP),
              mean(process, c -> rating(c, process, scale).ger(), RoundingMode.UP)));
    }
    return new DataQuality(scale, byProcess);
  }

  private BigDecimal overall(QualityScale scale) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Stage process : weights.keySet()) {
      sum =
          sum.add(
              sum(
                  process,
                  c -> {
                    Representativeness rating = rating(c, process, scale);
                    return rating.ter().add(rating.tir()).add(rating.ger());
                  }));
    }
    BigDecimal divisor = totalWeight.multiply(BigDecimal.valueOf(3));
    return sum.divide(divisor, SCALE, RoundingMode.UP).stripTrailingZeros();
  }

  private static Representativeness rating(
      Contribution contribution, Stage process, QualityScale scale) {
    DataQuality quality = contribution.quality();
    Representativeness worst = Representativeness.worstOf(scale);
    return quality == null ? worst : quality.of(process).orElse(worst);
  }

  private static BigDecimal percent(Contribution contribution) {
    PrimaryDataShare primary = contribution.primary();
    return primary == null ? BigDecimal.ZERO : primary.percent();
  }

  private BigDecimal mean(
      Stage process, Function<Contribution, BigDecimal> value, RoundingMode mode) {
    return sum(process, value).divide(weights.getOrDefault(process, BigDecimal.ONE), SCALE, mode);
  }

  private BigDecimal meanOfAll(Function<Contribution, BigDecimal> value, RoundingMode mode) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Stage process : weights.keySet()) {
      sum = sum.add(sum(process, value));
    }
    return sum.divide(totalWeight, SCALE, mode);
  }

  private BigDecimal sum(Stage process, Function<Contribution, BigDecimal> value) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Contribution contribution : contributions) {
      BigDecimal weight = contribution.weights().get(process);
      if (weight != null) {
        sum = sum.add(weight.multiply(value.apply(contribution)));
      }
    }
    return sum;
  }
}
