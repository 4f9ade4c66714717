package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.Share;

/**
 * How many certificates a tonne of a good may cost: max(0, SEE − CBAM factor × cross-sectoral
 * correction × benchmark), in t CO2e per t. An estimate of the default path: a carbon price paid
 * elsewhere and the price of a certificate are not in it.
 */
public record CertificateEstimate(
    SpecificEmbeddedEmissions emissions,
    Fraction benchmark,
    Share cbamFactor,
    Share crossSectoralCorrection) {
  public CertificateEstimate {
    requireNonNull(emissions, "emissions");
    requireNonNull(benchmark, "benchmark");
    requireNonNull(cbamFactor, "cbamFactor");
    requireNonNull(crossSectoralCorrection, "crossSectoralCorrection");
  }

  /** What of the benchmark is still free: the specific embedded free allocation. */
  public Fraction freeAllocation() {
    return Exact.reduced(
        benchmark.times(cbamFactor.value()).times(crossSectoralCorrection.value()));
  }

  /** What is left to be covered, never below zero. */
  public Fraction toBeCovered() {
    Fraction left = Exact.minus(emissions.total(), freeAllocation());
    return left.numerator().signum() < 0 ? Fraction.ZERO : Exact.reduced(left);
  }
}
