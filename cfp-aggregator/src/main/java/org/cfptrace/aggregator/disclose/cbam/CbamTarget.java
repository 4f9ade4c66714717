package org.cfptrace.aggregator.disclose.cbam;

import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.Shown;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.Subject;
import org.cfptrace.aggregator.disclose.Target;
import org.cfptrace.aggregator.disclose.TargetName;
import org.cfptrace.aggregator.steel.InstallationId;
import org.cfptrace.aggregator.steel.KeptInstallationYear;
import org.cfptrace.aggregator.steel.KeptInstallationYears;
import org.cfptrace.aggregator.steel.ReportingYear;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.Period;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.http.Fields;

/**
 * The operator's summary of one installation and calendar year. The subject is the installation's
 * id. Used inside of one tenant's work only.
 */
public final class CbamTarget implements Target<CbamOptions, CbamFacts> {
  private final KeptInstallationYears years;

  public CbamTarget(KeptInstallationYears years) {
    this.years = years;
  }

  @Override
  public TargetName name() {
    return TargetName.CBAM_SUMMARY_2547;
  }

  @Override
  public Shown shows() {
    return Shown.SPECIFIC_EMBEDDED_EMISSIONS;
  }

  @Override
  public boolean isOfProducts() {
    return false;
  }

  @Override
  public Class<CbamOptions> optionsType() {
    return CbamOptions.class;
  }

  @Override
  public CbamOptions options(Fields fields) {
    return CbamOptionsReader.read(fields);
  }

  @Override
  public Optional<String> complaint(Optional<String> plant, Period period) {
    int first = period.from().getYear();
    int last = period.to().getYear();
    if (first != last) {
      return Optional.of(
          "PERIOD_MIX: "
              + period
              + " reaches from "
              + first
              + " into "
              + last
              + "; the reporting period of CBAM lies in one calendar year: "
              + Period.ofYear(first)
              + " or "
              + Period.ofYear(last));
    }
    try {
      new ReportingYear(first);
      return Optional.empty();
    } catch (IllegalArgumentException outside) {
      return Optional.of("PERIOD_MIX: " + outside.getMessage() + " (definitive period of CBAM)");
    }
  }

  @Override
  public Class<CbamFacts> facts() {
    return CbamFacts.class;
  }

  @Override
  public Gathered<CbamFacts> gather(Tenant tenant, Subject<CbamOptions> subject) {
    InstallationId installation = installation(subject.id());
    subject
        .plant()
        .filter(plant -> !plant.equals(installation.value()))
        .ifPresent(
            plant -> {
              throw new Refused(
                  ProblemCode.INVALID_PARAMETER,
                  "the plant is the installation itself: expected "
                      + installation
                      + " or none, seen "
                      + plant);
            });
    complaint(subject.plant(), subject.period())
        .ifPresent(
            complaint -> {
              throw new Refused(ProblemCode.PERIOD_MIX, complaint);
            });
    ReportingYear year = new ReportingYear(subject.period().from().getYear());
    KeptInstallationYear kept =
        years
            .asOf(installation, year, subject.asOf())
            .orElseThrow(() -> Refused.notFound("calculation of", installation + " in " + year));
    return new GatherInstallation(kept, subject).gathered();
  }

  @Override
  public List<ExportFile> files(CbamFacts facts, Stamp stamp) {
    return CbamFiles.of(facts, stamp);
  }

  @Override
  public List<String> faults(CbamFacts facts, List<ExportFile> files) {
    return CbamFaults.of(facts, files);
  }

  private static InstallationId installation(String id) {
    try {
      return new InstallationId(id);
    } catch (IllegalArgumentException complaint) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, String.valueOf(complaint.getMessage()));
    }
  }
}
