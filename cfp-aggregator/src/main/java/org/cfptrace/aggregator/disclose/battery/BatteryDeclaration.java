package org.cfptrace.aggregator.disclose.battery;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
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

/**
 * The carbon-footprint declaration of a battery model made at one plant (Regulation (EU) 2023/1542,
 * Article 7(1) a to g): a document and the same content as data.
 */
public final class BatteryDeclaration implements Target<DeclarationOptions, DeclarationFacts> {
  static final String PDF = "declaration.pdf";
  static final String JSON = "declaration.json";

  private final GatherBattery batteries;

  public BatteryDeclaration(GatherBattery batteries) {
    this.batteries = requireNonNull(batteries, "batteries");
  }

  @Override
  public TargetName name() {
    return TargetName.EU_BATTERY_ART7;
  }

  @Override
  public Shown shows() {
    return Shown.EXCL_BIOGENIC_UPTAKE;
  }

  @Override
  public Class<DeclarationOptions> optionsType() {
    return DeclarationOptions.class;
  }

  @Override
  public DeclarationOptions options(Fields fields) {
    return DeclarationOptions.read(fields);
  }

  @Override
  public Class<DeclarationFacts> facts() {
    return DeclarationFacts.class;
  }

  @Override
  public Gathered<DeclarationFacts> gather(Tenant tenant, Subject<DeclarationOptions> subject) {
    Gathered<BatteryFacts> battery = batteries.read(tenant, subject);
    DeclarationFacts facts = new DeclarationFacts(battery.facts(), subject.options());
    List<Finding> findings = new ArrayList<>(battery.findings());
    findings.addAll(gaps(facts, Duties.of(battery.facts(), subject.asOf())));
    facts
        .otherName()
        .ifPresent(
            name ->
                findings.add(
                    new Finding(
                        Finding.Code.NAME_DIFFERS,
                        "manufacturer.name",
                        "expected the name in the directory, "
                            + battery.facts().company().name()
                            + ", seen "
                            + name)));
    return new Gathered<>(facts, battery.evidence(), battery.results(), findings);
  }

  /** What is not stated forbids where the law obliges to it, and else is said. */
  private static List<Finding> gaps(DeclarationFacts facts, Duties duties) {
    return facts.gaps().stream()
        .map(
            gap ->
                new Finding(
                    duties == Duties.OBLIGATORY && gap.isDemanded()
                        ? Finding.Code.REQUIRED_NOT_STATED
                        : Finding.Code.NOT_STATED,
                    gap.field(),
                    "Article 7(1)(" + gap.letter() + "): " + gap.what()))
        .toList();
  }

  @Override
  public List<ExportFile> files(DeclarationFacts facts, Stamp stamp) {
    return List.of(
        new ExportFile(PDF, "application/pdf", DeclarationPaper.write(facts, stamp)),
        new ExportFile(JSON, "application/json", DeclarationData.write(facts, stamp)));
  }

  @Override
  public List<String> faults(DeclarationFacts facts, List<ExportFile> files) {
    return DeclarationFaults.of(facts, files);
  }
}
