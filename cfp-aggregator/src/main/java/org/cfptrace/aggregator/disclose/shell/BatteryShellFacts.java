package org.cfptrace.aggregator.disclose.shell;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.aggregator.disclose.BatteryFacts;
import org.cfptrace.aggregator.disclose.BatteryFacts.StageAmount;
import org.cfptrace.footprint.Stage;

/** All that a battery's shell says. */
public record BatteryShellFacts(BatteryFacts battery, BatteryShellOptions stated) {
  private static final String ANNEX_II = "Regulation (EU) 2023/1542, Annex II";
  private static final List<LifeCyclePhase> ALL =
      List.of(LifeCyclePhase.A1, LifeCyclePhase.A3, LifeCyclePhase.A4, LifeCyclePhase.C3);

  public BatteryShellFacts {
    requireNonNull(battery, "battery");
    requireNonNull(stated, "stated");
  }

  /** The total per kWh, the total per piece, and each of the four stages per kWh. */
  List<FootprintEntry> entries() {
    List<FootprintEntry> entries = new ArrayList<>();
    entries.add(entry(battery.perKwhInFull(battery.declared()), ImpactUnit.KILOWATT_HOUR, ALL));
    entries.add(entry(battery.declared().value(), ImpactUnit.PIECE, ALL));
    for (StageAmount stage : battery.stages()) {
      entries.add(
          entry(
              battery.perKwhInFull(stage.declared()),
              ImpactUnit.KILOWATT_HOUR,
              List.of(phase(stage.stage()))));
    }
    return entries;
  }

  private FootprintEntry entry(BigDecimal kilograms, ImpactUnit unit, List<LifeCyclePhase> phases) {
    List<String> methods = new ArrayList<>(List.of(ANNEX_II));
    methods.addAll(stated.calculationMethods());
    return new FootprintEntry(methods, kilograms, unit, phases);
  }

  private static LifeCyclePhase phase(Stage stage) {
    return switch (stage) {
      case RAW_MATERIAL -> LifeCyclePhase.A1;
      case MAIN_PRODUCTION -> LifeCyclePhase.A3;
      case DISTRIBUTION -> LifeCyclePhase.A4;
      case END_OF_LIFE -> LifeCyclePhase.C3;
      default ->
          throw new IllegalArgumentException(stage.jsonName() + " is not reported of a battery");
    };
  }
}
