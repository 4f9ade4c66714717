package org.cfptrace.connector.correct;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.cfptrace.footprint.KgCo2e;

/**
 * How a figure has changed.
 *
 * @param percent of the amount before, up or down, rounded up to four decimals; empty where there
 *     was nothing before, or 0 became something
 */
public record Change(Optional<BigDecimal> percent, boolean hasCompletenessChanged) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int SCALE = 4;

  public Change {
    requireNonNull(percent, "percent");
  }

  /** From one figure to the next. */
  public static Change of(KgCo2e before, boolean wasComplete, KgCo2e after, boolean isComplete) {
    BigDecimal difference = after.value().subtract(before.value()).abs();
    Optional<BigDecimal> percent = Optional.of(BigDecimal.ZERO);
    if (difference.signum() != 0) {
      percent =
          before.value().signum() == 0
              ? Optional.empty()
              : Optional.of(
                  difference
                      .multiply(HUNDRED)
                      // Up: a change that is just at a limit must not pass for a smaller one.
                      .divide(before.value().abs(), SCALE, RoundingMode.UP));
    }
    return new Change(percent, wasComplete != isComplete);
  }

  /** Whether the amount has changed by this share or more. */
  public boolean isAtLeast(BigDecimal limit) {
    return percent.map(value -> value.compareTo(limit) >= 0).orElse(true);
  }

  /** For people. */
  public String text() {
    return percent.map(value -> value.stripTrailingZeros().toPlainString()).orElse("");
  }
}
