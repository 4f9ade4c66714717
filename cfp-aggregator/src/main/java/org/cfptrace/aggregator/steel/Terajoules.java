package org.cfptrace.aggregator.steel;

import java.math.BigDecimal;
import org.cfptrace.footprint.Fraction;

/** Terajoules of heat or of energy in a fuel, above zero. */
public record Terajoules(BigDecimal value) {
  public Terajoules {
    value = Exact.positive(value, "an energy");
  }

  public static Terajoules of(String text) {
    return new Terajoules(new BigDecimal(text));
  }

  TonnesCo2e times(EmissionFactor factor) {
    factor.mustBePer(EmissionFactor.Per.TERAJOULE);
    return new TonnesCo2e(Fraction.of(value.multiply(factor.tonnesCo2e())));
  }

  @Override
  public String toString() {
    return Exact.shown(value) + " TJ";
  }
}
