package org.cfptrace.footprint;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Data quality by process, on one scale. A process without a rating is simply not in the map. */
public record DataQuality(QualityScale scale, Map<Stage, Representativeness> byProcess) {

  public DataQuality {
    requireNonNull(scale, "scale");
    EnumMap<Stage, Representativeness> copy = new EnumMap<>(Stage.class);
    byProcess.forEach(
        (process, rating) -> {
          if (!rating.isWithin(scale)) {
            throw new IllegalArgumentException(
                "rating of " + process.jsonName() + " is outside " + scale + ": " + rating);
          }
          copy.put(process, rating);
        });
    byProcess = Collections.unmodifiableMap(copy);
  }

  /** The same rating for both processes of Ouranos. */
  public static DataQuality same(QualityScale scale, Representativeness rating) {
    return same(StageProfile.OURANOS, scale, rating);
  }

  /** The same rating for all stages of a profile. */
  public static DataQuality same(
      StageProfile profile, QualityScale scale, Representativeness rating) {
    EnumMap<Stage, Representativeness> byProcess = new EnumMap<>(Stage.class);
    profile.ownStages().forEach(process -> byProcess.put(process, rating));
    return new DataQuality(scale, byProcess);
  }

  /**
   * The rating of a process. Amounts that came without their split take the worse of the ratings
   * there are.
   */
  public Optional<Representativeness> of(Stage process) {
    Representativeness own = byProcess.get(process);
    if (own != null || process != Stage.UNSPLIT) {
      return Optional.ofNullable(own);
    }
    return byProcess.values().stream().reduce(Representativeness::worse);
  }
}
