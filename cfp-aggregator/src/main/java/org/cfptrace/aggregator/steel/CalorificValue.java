package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/** Net calorific value: terajoules in one unit of a fuel or gas. */
public record CalorificValue(BigDecimal terajoules, Activity.Unit per) {
  public CalorificValue {
    requireNonNull(per, "per");
    terajoules = Exact.positive(terajoules, "a calorific value");
  }

  public static CalorificValue of(String terajoules, Activity.Unit per) {
    return new CalorificValue(new BigDecimal(terajoules), per);
  }

  @Override
  public String toString() {
    return Exact.shown(terajoules) + " TJ/" + per.symbol();
  }
}
