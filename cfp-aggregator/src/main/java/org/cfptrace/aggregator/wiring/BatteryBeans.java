package org.cfptrace.aggregator.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.cfptrace.aggregator.battery.BatteryFootprints;
import org.cfptrace.aggregator.battery.BatteryModels;
import org.cfptrace.aggregator.battery.ClassSchemes;
import org.cfptrace.aggregator.battery.DeclareBattery;
import org.cfptrace.aggregator.battery.DeclaredBatteries;
import org.cfptrace.aggregator.battery.FunctionalUnitRuleSets;
import org.cfptrace.aggregator.query.BatteryFigures;
import org.cfptrace.aggregator.query.Footprints;

/** The plain classes of batteries that become beans. */
@ApplicationScoped
class BatteryBeans {
  @Produces
  @Singleton
  BatteryFootprints batteryFootprints(
      BatteryModels models,
      Footprints footprints,
      FunctionalUnitRuleSets ruleSets,
      ClassSchemes schemes,
      DeclaredBatteries declared) {
    return new BatteryFootprints(
        models, new BatteryFigures(footprints), ruleSets, schemes, declared);
  }

  @Produces
  @Singleton
  DeclareBattery declareBattery(
      BatteryFootprints footprints, DeclaredBatteries declared, Clock clock) {
    return new DeclareBattery(footprints, declared, clock);
  }
}
