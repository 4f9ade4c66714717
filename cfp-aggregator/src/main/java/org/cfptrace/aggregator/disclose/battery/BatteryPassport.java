package org.cfptrace.aggregator.disclose.battery;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.cfptrace.aggregator.disclose.BatteryFacts;
import org.cfptrace.aggregator.disclose.ExportFile;
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
 * The carbon footprint in a battery passport: the aspect {@code io.BatteryPass.CarbonFootprint}
 * 1.2.0 as JSON, and the attributes of DIN DKE SPEC 99100:2025-02 as a table.
 */
public final class BatteryPassport implements Target<PassportOptions, PassportFacts> {
  static final String ASPECT = "carbon-footprint.json";
  static final String ATTRIBUTES = "din-dke-spec-99100.csv";

  private final GatherBattery batteries;

  public BatteryPassport(GatherBattery batteries) {
    this.batteries = requireNonNull(batteries, "batteries");
  }

  @Override
  public TargetName name() {
    return TargetName.BATTERY_PASS_SAMM_1_2_0;
  }

  @Override
  public Shown shows() {
    return Shown.EXCL_BIOGENIC_UPTAKE;
  }

  @Override
  public Class<PassportOptions> optionsType() {
    return PassportOptions.class;
  }

  @Override
  public PassportOptions options(Fields fields) {
    return PassportOptions.read(fields);
  }

  @Override
  public Class<PassportFacts> facts() {
    return PassportFacts.class;
  }

  @Override
  public Gathered<PassportFacts> gather(Tenant tenant, Subject<PassportOptions> subject) {
    Gathered<BatteryFacts> battery = batteries.read(tenant, subject);
    return new Gathered<>(
        new PassportFacts(battery.facts(), subject.options().study()),
        battery.evidence(),
        battery.results(),
        battery.findings());
  }

  @Override
  public List<ExportFile> files(PassportFacts facts, Stamp stamp) {
    return List.of(
        new ExportFile(ASPECT, "application/json", CarbonFootprintAspect.write(facts)),
        new ExportFile(ATTRIBUTES, "text/csv", AttributeTable.write(facts, stamp)));
  }

  @Override
  public List<String> faults(PassportFacts facts, List<ExportFile> files) {
    return PassportFaults.of(facts, files);
  }
}
