package org.cfptrace.rollup;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
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
