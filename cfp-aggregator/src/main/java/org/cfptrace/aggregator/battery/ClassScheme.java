package org.cfptrace.aggregator.battery;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One version of the performance classes of a category (Article 7(2)), best first. No act has set
 * any yet, so none comes with the program: whoever has one loads it.
 *
 * @param source where the limits were published
 * @param actInForce when the act that sets them entered into force
 */
public record ClassScheme(
    String version,
    BatteryCategory category,
    LocalDate validFrom,
    String source,
    Optional<LocalDate> actInForce,
    List<Limit> limits) {
  /** What stands in a declaration as long as there are no classes. */
  public static final String NOT_YET_DEFINED = "not-yet-defined";

  /**
   * One class.
   *
   * @param upperBoundExclusive kg CO2e per kWh delivered; empty for the last, which takes the rest
   */
  public record Limit(String label, Optional<BigDecimal> upperBoundExclusive) {
    public Limit {
      if (label.isBlank()) {
        throw new IllegalArgumentException("a class has a label");
      }
      requireNonNull(upperBoundExclusive, "upperBoundExclusive");
    }
  }

  public ClassScheme {
    requireNonNull(version, "version");
    requireNonNull(category, "category");
    requireNonNull(validFrom, "validFrom");
    requireNonNull(source, "source");
    requireNonNull(actInForce, "actInForce");
    limits = List.copyOf(limits);
    checkOrder(limits);
  }

  /** The class of a value, compared without rounding. */
  public String classOf(PerKwhDelivered value) {
    return limits.stream()
        .filter(limit -> limit.upperBoundExclusive().map(value::isBelow).orElse(true))
        .findFirst()
        .orElseThrow()
        .label();
  }

  private static void checkOrder(List<Limit> limits) {
    if (limits.isEmpty()) {
      throw new IllegalArgumentException("a scheme has at least one class");
    }
    Set<String> labels = new HashSet<>();
    Optional<BigDecimal> before = Optional.empty();
    for (int place = 0; place < limits.size(); place++) {
      Limit limit = limits.get(place);
      boolean isLast = place == limits.size() - 1;
      if (isLast != limit.upperBoundExclusive().isEmpty()) {
        throw new IllegalArgumentException("the last class, and it alone, has no upper bound");
      }
      Optional<BigDecimal> bound = limit.upperBoundExclusive();
      if (before.isPresent() && bound.isPresent() && bound.get().compareTo(before.get()) <= 0) {
        throw new IllegalArgumentException("upper bounds rise from class to class");
      }
      if (!labels.add(limit.label())) {
        throw new IllegalArgumentException("class " + limit.label() + " is there twice");
      }
      before = bound;
    }
  }
}
