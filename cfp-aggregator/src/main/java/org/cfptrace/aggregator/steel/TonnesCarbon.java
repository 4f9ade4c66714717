package org.cfptrace.aggregator.steel;

import java.math.BigDecimal;
import org.cfptrace.footprint.Fraction;

/** Tonnes of carbon that go into or out of a process with a material. */
public record TonnesCarbon(Fraction value) {
  /** Tonnes of CO2 made of one tonne of carbon: f of Implementing Regulation (EU) 2025/2547. */
  public static final BigDecimal CO2_PER_CARBON = new BigDecimal("3.664");

  public TonnesCarbon {
    value = Exact.reduced(value);
  }

  /** What this carbon makes when all of it is emitted. */
  public TonnesCo2e asCo2e() {
    return new TonnesCo2e(value.times(CO2_PER_CARBON));
  }
}
