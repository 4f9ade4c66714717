package org.cfptrace.aggregator.steel;

import java.math.BigDecimal;
import org.cfptrace.footprint.Fraction;

/** Megawatt hours of electricity, never below zero. */
public record MegawattHours(BigDecimal value) {
  public static final MegawattHours NONE = new MegawattHours(BigDecimal.ZERO);

  public MegawattHours {
    value = Exact.notNegative(value, "an amount of electricity");
  }

  public static MegawattHours of(String text) {
    return new MegawattHours(new BigDecimal(text));
  }

  public MegawattHours plus(MegawattHours other) {
    return new MegawattHours(value.add(other.value));
  }

  TonnesCo2e times(EmissionFactor factor) {
    factor.mustBePer(EmissionFactor.Per.MEGAWATT_HOUR);
    return new TonnesCo2e(Fraction.of(value.multiply(factor.tonnesCo2e())));
  }

  @Override
  public String toString() {
    return Exact.shown(value) + " MWh";
  }
}
