package org.cfptrace.rollup;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.jspecify.annotations.Nullable;

/**
 * The weighing of data quality for those who state it and those who work it out again: the same
 * rules as in the sum, over any choice of its parts.
 */
public final class StatedQuality {
  private StatedQuality() {}

  /**
   * One contribution and how good it is.
   *
   * @param sizes how large it is in each process, including biogenic uptake, without its sign
   */
  public record Part(
      Map<Stage, KgCo2e> sizes,
      @Nullable DataQuality rating,
      @Nullable PrimaryDataShare primary,
      Share estimated) {
    public Part {
      sizes = Map.copyOf(sizes);
      requireNonNull(estimated, "estimated");
    }

    /** A contribution by stage and account. */
    public static Part of(
        Emissions emissions,
        @Nullable DataQuality rating,
        @Nullable PrimaryDataShare primary,
        Share estimated) {
      return new Part(sizesOf(emissions), rating, primary, estimated);
    }

    private QualityWeighing.Contribution contribution() {
      Map<Stage, BigDecimal> weights = new EnumMap<>(Stage.class);
      sizes.forEach(
          (process, size) -> {
            if (size.signum() > 0) {
              weights.put(process, size.value());
            }
          });
      return new QualityWeighing.Contribution(weights, rating, false, primary, estimated);
    }
  }

  /** The quality of these parts together. */
  public static WeighedQuality of(List<Part> parts) {
    return QualityWeighing.of(parts.stream().map(Part::contribution).toList());
  }

  /** The quality of what a company itself emits, transport included. */
  public static WeighedQuality ofOwn(OwnProduct product) {
    return QualityWeighing.of(RollUp.ownContributions(product));
  }

  /** The quality of parts of lines; those that do not count weigh nothing. */
  public static WeighedQuality ofLineParts(Collection<LinePart> parts) {
    List<QualityWeighing.Contribution> contributions = new ArrayList<>();
    parts.forEach(part -> RollUp.addPart(part, contributions));
    return QualityWeighing.of(contributions);
  }

  /**
   * Ratings of a part, in the stages of the product that takes it up. Where several stages arrive
   * in one, the mean by their sizes, rounded up; a stage without a rating counts as the worst.
   */
  public static DataQuality under(StageProfile profile, DataQuality rating, Emissions ofPart) {
    Map<Stage, KgCo2e> sizes = sizesOf(ofPart);
    if (sizes.keySet().stream().allMatch(stage -> profile.stageFor(stage) == stage)) {
      return rating;
    }
    Map<Stage, Map<Stage, KgCo2e>> arriving = new EnumMap<>(Stage.class);
    sizes.forEach(
        (stage, size) ->
            arriving
                .computeIfAbsent(profile.stageFor(stage), to -> new EnumMap<>(Stage.class))
                .put(stage, size));
    Map<Stage, Representativeness> ratings = new EnumMap<>(Stage.class);
    arriving.forEach((stage, from) -> ratings.put(stage, mean(rating, from)));
    return new DataQuality(rating.scale(), ratings);
  }

  private static Representativeness mean(DataQuality rating, Map<Stage, KgCo2e> sizes) {
    Representativeness worst = Representativeness.worstOf(rating.scale());
    return new Representativeness(
        mean(sizes, stage -> rating.of(stage).orElse(worst).ter()),
        mean(sizes, stage -> rating.of(stage).orElse(worst).tir()),
        mean(sizes, stage -> rating.of(stage).orElse(worst).ger()));
  }

  private static BigDecimal mean(Map<Stage, KgCo2e> sizes, Function<Stage, BigDecimal> value) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal all = BigDecimal.ZERO;
    for (Map.Entry<Stage, KgCo2e> size : sizes.entrySet()) {
      sum = sum.add(size.getValue().value().multiply(value.apply(size.getKey())));
      all = all.add(size.getValue().value());
    }
    return sum.divide(all, QualityWeighing.SCALE, RoundingMode.UP);
  }

  /** How large emissions are in each process. */
  public static Map<Stage, KgCo2e> sizesOf(Emissions emissions) {
    Map<Stage, KgCo2e> sizes = new EnumMap<>(Stage.class);
    for (Stage process : Stage.values()) {
      KgCo2e size = emissions.inStage(process).inclBiogenicUptake().abs();
      if (!size.isZero()) {
        sizes.put(process, size);
      }
    }
    return sizes;
  }
}
