package org.cfptrace.aggregator.steel;

import java.util.Optional;
import org.cfptrace.footprint.Share;

/**
 * Certificate estimates for default values, as far as benchmark and CBAM factor are published. The
 * cross-sectoral correction is taken as 1.
 */
public final class CertificateEstimates {
  private final Benchmarks benchmarks;
  private final CbamFactors factors;

  CertificateEstimates(Benchmarks benchmarks, CbamFactors factors) {
    this.benchmarks = benchmarks;
    this.factors = factors;
  }

  /** From the tables that come with this software. */
  public static CertificateEstimates published() {
    return new CertificateEstimates(PublishedTables.benchmarks(), PublishedTables.cbamFactors());
  }

  /** The estimate for a good at its default value; empty where something is not published. */
  public Optional<CertificateEstimate> of(CnCode code, DefaultValue row, ReportingYear year) {
    return row.emissions(year)
        .flatMap(
            emissions ->
                row.benchmarkRoute()
                    .flatMap(route -> benchmarks.find(code, route))
                    .flatMap(
                        benchmark ->
                            factors
                                .in(year)
                                .map(
                                    factor ->
                                        new CertificateEstimate(
                                            emissions,
                                            benchmark.tonnesCo2ePerTonne(),
                                            factor,
                                            Share.ALL))));
  }
}
