package org.cfptrace.aggregator.steel;

import java.math.BigDecimal;
import org.cfptrace.footprint.Fraction;

/** Tonnes of CO2-equivalent emitted, exact; below zero for what leaves a balance. */
public record TonnesCo2e(Fraction value) {
  public static final TonnesCo2e ZERO = new TonnesCo2e(Fraction.ZERO);

  public TonnesCo2e {
    value = Exact.reduced(value);
  }

  public static TonnesCo2e of(String text) {
    return new TonnesCo2e(Fraction.of(new BigDecimal(text)));
  }

  public TonnesCo2e plus(TonnesCo2e other) {
    return new TonnesCo2e(value.plus(other.value));
  }

  public TonnesCo2e minus(TonnesCo2e other) {
    return new TonnesCo2e(Exact.minus(value, other.value));
  }

  public TonnesCo2e times(Fraction factor) {
    return new TonnesCo2e(value.times(factor));
  }

  public TonnesCo2e negated() {
    return ZERO.minus(this);
  }

  public boolean isNegative() {
    return value.numerator().signum() < 0;
  }

  public boolean isZero() {
    return value.numerator().signum() == 0;
  }

  /** Spread over a mass above zero: tonnes of CO2-equivalent per tonne. */
  Fraction per(Tonnes mass) {
    return Exact.reduced(value.dividedBy(mass.value()));
  }

  @Override
  public String toString() {
    return Exact.shown(value) + " t CO2e";
  }
}
