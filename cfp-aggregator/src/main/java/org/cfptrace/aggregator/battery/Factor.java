package org.cfptrace.aggregator.battery;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/** A number of a rule, where it was taken from, and whether that is a draft only. */
public record Factor(BigDecimal value, String source, boolean draft) {
  public Factor {
    value = requireNonNull(value, "value").stripTrailingZeros();
    requireNonNull(source, "source");
    if (value.signum() <= 0) {
      throw new IllegalArgumentException("a factor is more than 0, got " + value);
    }
  }
}
