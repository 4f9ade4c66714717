package org.cfptrace.aggregator.disclose.shell;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.BatteryFacts;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.GatherBattery;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.Shown;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.Subject;
import org.cfptrace.aggregator.disclose.Target;
import org.cfptrace.aggregator.disclose.TargetName;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.service.http.Fields;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeDefXsd;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/**
 * The carbon footprint of a battery as part 3 of the digital battery passport (IDTA 02035-3): the
 * total per kWh and per piece, and the four stages, each with class and study.
 */
public final class BatteryShell implements Target<BatteryShellOptions, BatteryShellFacts> {
  static final String PERFORMANCE_CLASS = "PerformanceClass";
  static final String STUDY = "WebLinkToPublicCarbonFootprintStudy";
  private static final String DESCRIPTION =
      "Carbon footprint of the battery without biogenic uptake: per kWh of total energy provided"
          + " over the expected service life, per piece, and by life-cycle stage.";

  private final GatherBattery batteries;

  public BatteryShell(GatherBattery batteries) {
    this.batteries = requireNonNull(batteries, "batteries");
  }

  @Override
  public TargetName name() {
    return TargetName.IDTA_02035_3;
  }

  @Override
  public Shown shows() {
    return Shown.EXCL_BIOGENIC_UPTAKE;
  }

  @Override
  public Class<BatteryShellOptions> optionsType() {
    return BatteryShellOptions.class;
  }

  @Override
  public BatteryShellOptions options(Fields fields) {
    return BatteryShellOptions.read(fields);
  }

  @Override
  public Class<BatteryShellFacts> facts() {
    return BatteryShellFacts.class;
  }

  @Override
  public Gathered<BatteryShellFacts> gather(Tenant tenant, Subject<BatteryShellOptions> subject) {
    Gathered<BatteryFacts> battery = batteries.read(tenant, subject);
    List<Finding> findings = new ArrayList<>(battery.findings());
    if (subject.options().studyDocument().isEmpty()) {
      findings.add(
          new Finding(
              Finding.Code.NOT_STATED,
              "studyDocument",
              "the study's document identifier in HandoverDocumentation; its web link stands in"
                  + " its place"));
    }
    return new Gathered<>(
        new BatteryShellFacts(battery.facts(), subject.options()),
        battery.evidence(),
        battery.results(),
        findings);
  }

  @Override
  public List<ExportFile> files(BatteryShellFacts facts, Stamp stamp) {
    BatteryFacts battery = facts.battery();
    String assetId = facts.stated().assetId().orElseGet(() -> battery.model().product().toString());
    Submodel submodel =
        FootprintSubmodel.of(
            ShellEnvironment.urn(
                FootprintSubmodel.ID_SHORT,
                assetId,
                battery.model().plant().facilityId(),
                battery.period().toString(),
                stamp.exportId()),
            DESCRIPTION,
            facts.entries().stream()
                .map(entry -> FootprintSubmodel.entry(entry, battery(facts)))
                .toList(),
            Statement.of(stamp, statements(facts)));
    submodel.setSupplementalSemanticIds(List.of(Elements.global(Semantics.BATTERY)));
    return ShellFiles.of(ShellEnvironment.of(assetId, battery.name(), submodel), stamp.asOf());
  }

  @Override
  public List<String> faults(BatteryShellFacts facts, List<ExportFile> files) {
    BatteryFacts battery = facts.battery();
    List<String> faults = new ArrayList<>(SubmodelFaults.of(files, facts.entries(), Rule.BATTERY));
    if (!battery.sumOfStages().equals(battery.declared())) {
      faults.add(
          "the stages add up to "
              + battery.sumOfStages().text()
              + " kg per piece, the total is "
              + battery.declared().text());
    }
    return faults;
  }

  private static List<SubmodelElement> battery(BatteryShellFacts facts) {
    String study = facts.stated().studyDocument().orElse(facts.stated().study());
    return List.of(
        Elements.property(
            PERFORMANCE_CLASS,
            Semantics.PERFORMANCE_CLASS,
            DataTypeDefXsd.STRING,
            facts.battery().performanceClass()),
        Elements.texts(
            STUDY,
            Semantics.STUDY,
            Semantics.DOCUMENT_ID,
            List.of(Elements.item(Semantics.DOCUMENT_ID, study, Optional.empty()))));
  }

  private static List<Statement.Named> statements(BatteryShellFacts facts) {
    BatteryFacts battery = facts.battery();
    List<Statement.Named> texts = new ArrayList<>();
    texts.add(new Statement.Named("modelId", battery.model().modelId()));
    texts.add(new Statement.Named("facilityId", battery.model().plant().facilityId()));
    texts.add(new Statement.Named("period", battery.period().toString()));
    texts.add(new Statement.Named("study", facts.stated().study()));
    texts.add(
        new Statement.Named(
            "perKwhInclBiogenicUptake",
            battery.perKwhInFull(battery.inclBiogenicUptake()).toPlainString()));
    texts.add(new Statement.Named("functionalUnitRules", battery.functionalUnit().rules()));
    texts.add(new Statement.Named("complete", String.valueOf(battery.complete())));
    return texts;
  }
}
