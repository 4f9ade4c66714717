package org.cfptrace.aggregator.disclose.cbam;

import java.util.List;
import org.cfptrace.aggregator.disclose.Evidence;
import org.cfptrace.aggregator.disclose.Evidence.FactorSource;
import org.cfptrace.aggregator.disclose.Evidence.Named;
import org.cfptrace.aggregator.steel.KeptInstallationYear;

/** Where the figures of a summary come from: one kept calculation, and published tables. */
final class CbamEvidence {
  private CbamEvidence() {}

  static Evidence of(CbamFacts facts, KeptInstallationYear kept) {
    return new Evidence(
        List.of(),
        List.of(
            new FactorSource(
                "cbam-default-values",
                kept.defaults().name(),
                "Implementing Regulation (EU) 2025/2621"),
            new FactorSource(
                "cbam-benchmarks", "as shipped", "Implementing Regulation (EU) 2025/2620"),
            new FactorSource(
                "cbam-factors", "as shipped", "Directive 2003/87/EC, Article 10a(1a)")),
        List.of(
            "installation "
                + facts.installationId()
                + " "
                + facts.year()
                + " version "
                + kept.version()
                + " sha256 "
                + kept.inputSha256()),
        List.of(
            new Named("rules", OperatorsSummary.METHOD),
            new Named("shown", OperatorsSummary.SHOWN),
            new Named("rounding", Figures.ROUNDING),
            new Named(
                "share by default values",
                "sum of (mass of precursor x SEE by default) / (SEE x activity level)"),
            new Named(
                "reproduction",
                "computed again from the kept input and the set of default values its result"
                    + " names, and equal to the kept result to the fraction")));
  }
}
