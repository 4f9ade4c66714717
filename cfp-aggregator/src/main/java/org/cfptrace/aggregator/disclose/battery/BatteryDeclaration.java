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
    facts
        .gaps()
        .forEach(
            gap ->
                findings.add(
                    new Finding(
                        Finding.Code.NOT_STATED,
                        gap.field(),
                        "Article 7(1)(" + gap.letter() + "): " + gap.what())));
    return new Gathered<>(facts, battery.evidence(), battery.results(), findings);
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
