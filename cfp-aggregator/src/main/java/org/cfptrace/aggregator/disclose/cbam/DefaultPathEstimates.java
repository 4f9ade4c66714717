package org.cfptrace.aggregator.disclose.cbam;

import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.cbam.CbamFacts.Estimate;
import org.cfptrace.aggregator.disclose.cbam.CbamFacts.Good;
import org.cfptrace.aggregator.steel.CertificateEstimate;
import org.cfptrace.aggregator.steel.CertificateEstimates;
import org.cfptrace.aggregator.steel.CnCode;
import org.cfptrace.aggregator.steel.DefaultValue;
import org.cfptrace.aggregator.steel.InstallationYear;
import org.cfptrace.aggregator.steel.KeptInstallationYear;

/** What certificates may have to cover, for the goods whose default and benchmark are published. */
final class DefaultPathEstimates {
  private DefaultPathEstimates() {}

  static List<Estimate> of(KeptInstallationYear kept, List<Good> goods) {
    CertificateEstimates published = CertificateEstimates.published();
    return goods.stream()
        .map(Good::cn)
        .distinct()
        .flatMap(cn -> of(kept, published, new CnCode(cn)).stream())
        .toList();
  }

  private static Optional<Estimate> of(
      KeptInstallationYear kept, CertificateEstimates published, CnCode code) {
    InstallationYear input = kept.result().input();
    return kept.defaults()
        .find(code, input.country())
        .flatMap(
            row -> published.of(code, row, input.year()).map(found -> estimate(code, row, found)));
  }

  private static Estimate estimate(CnCode code, DefaultValue row, CertificateEstimate found) {
    return new Estimate(
        code.digits(),
        row.toString(),
        found.emissions().total(),
        found.benchmark(),
        found.cbamFactor().value(),
        found.freeAllocation(),
        found.toBeCovered());
  }
}
