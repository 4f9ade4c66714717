package org.cfptrace.aggregator.steel;

import java.time.Instant;
import java.util.Optional;

/** What installations did in their years, as it was known at any moment. */
public interface KeptInstallationYears {
  /**
   * The newest version that was kept by then, computed again with the default values it was kept
   * with; what comes out is what was answered, to the fraction.
   *
   * @throws org.cfptrace.service.answer.Refused where it no longer comes out the same
   */
  Optional<KeptInstallationYear> asOf(
      InstallationId installation, ReportingYear year, Instant asOf);
}
