package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.Share;

/**
 * Tonnes of carbon in a tonne of material: measured, or derived from an emission factor (mass
 * balance of Implementing Regulation (EU) 2025/2547). From 0 to 1.
 */
public record CarbonContent(Fraction tonnesPerTonne) {
  public CarbonContent {
    tonnesPerTonne = Exact.reduced(requireNonNull(tonnesPerTonne, "tonnesPerTonne"));
    if (tonnesPerTonne.numerator().signum() < 0
        || tonnesPerTonne.numerator().compareTo(tonnesPerTonne.denominator()) > 0) {
      throw new IllegalArgumentException(
          "a tonne holds 0 to 1 t of carbon, seen " + Exact.shown(tonnesPerTonne));
    }
  }

  /** As measured. */
  public static CarbonContent of(BigDecimal tonnesPerTonne) {
    return new CarbonContent(Fraction.of(tonnesPerTonne));
  }

  /** Of an emission factor per tonne: EF / f. */
  public static CarbonContent ofFactor(EmissionFactor perTonne) {
    perTonne.mustBePer(EmissionFactor.Per.TONNE);
    return new CarbonContent(
        Fraction.of(perTonne.tonnesCo2e()).dividedBy(TonnesCarbon.CO2_PER_CARBON));
  }

  /** Of an emission factor per terajoule and the calorific value of a tonne: EF × NCV / f. */
  public static CarbonContent ofFactor(EmissionFactor perTerajoule, CalorificValue ofTonne) {
    perTerajoule.mustBePer(EmissionFactor.Per.TERAJOULE);
    return new CarbonContent(
        Fraction.of(perTerajoule.tonnesCo2e().multiply(ofTonne.terajoules()))
            .dividedBy(TonnesCarbon.CO2_PER_CARBON));
  }

  /** The fossil part of this carbon: what is zero-rated biomass does not count. */
  CarbonContent fossil(Share zeroRated) {
    return new CarbonContent(tonnesPerTonne.times(BigDecimal.ONE.subtract(zeroRated.value())));
  }

  TonnesCarbon in(Tonnes mass) {
    return new TonnesCarbon(tonnesPerTonne.times(mass.value()));
  }

  @Override
  public String toString() {
    return Exact.shown(tonnesPerTonne) + " t C/t";
  }
}
