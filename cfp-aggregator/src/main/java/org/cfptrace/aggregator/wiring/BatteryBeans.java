package org.cfptrace.aggregator.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.cfptrace.aggregator.battery.BatteryFootprints;
import org.cfptrace.aggregator.battery.BatteryModels;
import org.cfptrace.aggregator.battery.ClassSchemes;
import org.cfptrace.aggregator.battery.DeclareBattery;
import org.cfptrace.aggregator.battery.DeclaredBatteries;
import org.cfptrace.aggregator.battery.FunctionalUnitRuleSets;
import org.cfptrace.aggregator.battery.ProductFigures;

/** The plain classes of batteries that become beans. */
@ApplicationScoped
class BatteryBeans {
  @Produces
  @Singleton
  BatteryFootprints batteryFootprints(
      BatteryModels models,
      Instance<ProductFigures> figures,
      FunctionalUnitRuleSets ruleSets,
      ClassSchemes schemes,
      DeclaredBatteries declared) {
    // Without a roll-up no product has a figure, and the door says just that.
    ProductFigures known =
        figures.isResolvable() ? figures.get() : (tenant, product, on) -> Optional.empty();
    return new BatteryFootprints(models, known, ruleSets, schemes, declared);
  }

  @Produces
  @Singleton
  DeclareBattery declareBattery(
      BatteryFootprints footprints, DeclaredBatteries declared, Clock clock) {
    return new DeclareBattery(footprints, declared, clock);
  }
}
