package org.cfptrace.aggregator.battery;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known of a battery on a day: its footprint, class and what stands in the way of a
 * declaration.
 *
 * @param performanceClass {@link ClassScheme#NOT_YET_DEFINED} where there are no classes
 * @param classScheme the version it was read from
 * @param obligations from when each of them holds; an absent one is not in force
 */
public record BatteryFile(
    BatteryModel model,
    ProductFigure figure,
    BatteryFootprint footprint,
    String performanceClass,
    Optional<String> classScheme,
    ModelHashes hashes,
    Map<Obligation, LocalDate> obligations,
    List<Hindrance> hindrances) {
  public BatteryFile {
    requireNonNull(model, "model");
    requireNonNull(figure, "figure");
    requireNonNull(footprint, "footprint");
    requireNonNull(performanceClass, "performanceClass");
    requireNonNull(classScheme, "classScheme");
    requireNonNull(hashes, "hashes");
    obligations = Map.copyOf(obligations);
    hindrances = List.copyOf(hindrances);
  }

  /** Whether it can be declared as it stands; warnings do not hinder. */
  public boolean isDeclarable() {
    return hindrances.stream().noneMatch(hindrance -> hindrance.code().isBlocking());
  }
}
