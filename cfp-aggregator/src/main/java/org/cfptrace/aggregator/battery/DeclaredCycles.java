package org.cfptrace.aggregator.battery;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * Full equivalent cycles that the manufacturer itself states, where no rule has a number for its
 * battery, and why; the reason stands in the public study.
 */
public record DeclaredCycles(BigDecimal number, Per per, String justification) {
  /** What the cycles are counted over. */
  public enum Per {
    YEAR,
    LIFE
  }

  public DeclaredCycles {
    number = requireNonNull(number, "number").stripTrailingZeros();
    requireNonNull(per, "per");
    if (number.signum() <= 0) {
      throw new IllegalArgumentException("cycles are more than 0, got " + number);
    }
    if (justification.isBlank()) {
      throw new IllegalArgumentException("a number of one's own needs its justification");
    }
  }
}
