package org.cfptrace.aggregator.battery;

import java.math.BigDecimal;

/** What a material is, as far as the Circular Footprint Formula asks: which A is its default. */
public enum MaterialKind {
  METAL("0.2"),
  PLASTIC("0.5"),
  OTHER("0.5");

  private final String usualA;

  MaterialKind(String usualA) {
    this.usualA = usualA;
  }

  /** How burdens and credits of recycling are shared where nothing else was published. */
  public BigDecimal usualA() {
    return new BigDecimal(usualA);
  }
}
