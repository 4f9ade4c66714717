package org.cfptrace.aggregator.steel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.cfptrace.footprint.Fraction;

/**
 * Specific embedded emissions of a good (SEE): tonnes of CO2-equivalent per tonne, direct and
 * indirect apart, exact and never below zero. Not a footprint: other boundaries, other gases, other
 * rules for electricity; so it is made of tonnes of this package only, and there is no way to or
 * from kilograms of a footprint (NOT_SEE).
 */
public record SpecificEmbeddedEmissions(Fraction direct, Fraction indirect) {
  /** Of a precursor of exempted origin, and of nothing else. */
  static final SpecificEmbeddedEmissions ZERO =
      new SpecificEmbeddedEmissions(Fraction.ZERO, Fraction.ZERO);

  public SpecificEmbeddedEmissions {
    direct = notNegative(direct);
    indirect = notNegative(indirect);
  }

  public static SpecificEmbeddedEmissions of(String direct, String indirect) {
    return new SpecificEmbeddedEmissions(
        Fraction.of(new BigDecimal(direct)), Fraction.of(new BigDecimal(indirect)));
  }

  public Fraction total() {
    return Exact.reduced(direct.plus(indirect));
  }

  /** What this mass of the good carries. */
  public EmbeddedEmissions in(Tonnes mass) {
    return new EmbeddedEmissions(
        new TonnesCo2e(direct.times(mass.value())), new TonnesCo2e(indirect.times(mass.value())));
  }

  /** The total to so many decimals, rounded half up, for display. */
  public BigDecimal totalRounded(int decimals) {
    return total().rounded(decimals, RoundingMode.HALF_UP);
  }

  private static Fraction notNegative(Fraction value) {
    if (value.numerator().signum() < 0) {
      throw new IllegalArgumentException(
          "embedded emissions are not below 0, seen " + Exact.shown(value));
    }
    return Exact.reduced(value);
  }

  @Override
  public String toString() {
    return "direct " + Exact.shown(direct) + ", indirect " + Exact.shown(indirect) + " t CO2e/t";
  }
}
