package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/** Tonnes of CO2-equivalent per unit of activity; the unit is part of the factor. */
public record EmissionFactor(BigDecimal tonnesCo2e, Per per) {
  /** What one unit of activity is. */
  public enum Per {
    TERAJOULE("TJ"),
    MEGAWATT_HOUR("MWh"),
    TONNE("t"),
    THOUSAND_CUBIC_METRES("1000 Nm3");

    private final String symbol;

    Per(String symbol) {
      this.symbol = symbol;
    }

    /** The unit as it is written. */
    public String symbol() {
      return symbol;
    }
  }

  public EmissionFactor {
    requireNonNull(per, "per");
    tonnesCo2e = Exact.notNegative(tonnesCo2e, "an emission factor");
  }

  public static EmissionFactor of(String tonnesCo2e, Per per) {
    return new EmissionFactor(new BigDecimal(tonnesCo2e), per);
  }

  void mustBePer(Per expected) {
    if (per != expected) {
      throw new IllegalArgumentException("expected a factor per " + expected + ", seen " + this);
    }
  }

  @Override
  public String toString() {
    return Exact.shown(tonnesCo2e) + " t CO2e/" + per.symbol();
  }
}
