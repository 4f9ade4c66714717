package org.cfptrace.aggregator.disclose.battery;

import java.util.ArrayList;
import java.util.List;
import org.cfptrace.aggregator.battery.FunctionalUnit;
import org.cfptrace.aggregator.battery.Warranty;
import org.cfptrace.aggregator.disclose.BatteryFacts;
import org.cfptrace.paper.Document.Label;

/** What the energy a battery delivers over its life was worked out from. */
final class FunctionalUnitLabels {
  private FunctionalUnitLabels() {}

  static List<Label> of(BatteryFacts battery) {
    FunctionalUnit unit = battery.functionalUnit();
    List<Label> labels = new ArrayList<>();
    labels.add(
        new Label("Usable capacity", Printed.plain(unit.capacity().kilowattHours()) + " kWh"));
    labels.add(
        new Label(
            unit.years().isPresent()
                ? "Full equivalent cycles per year"
                : "Full equivalent cycles over life",
            Printed.plain(unit.cycles())));
    unit.years()
        .ifPresent(years -> labels.add(new Label("Years of operation", Printed.plain(years))));
    labels.add(new Label("Total energy over the service life", energy(unit) + " kWh"));
    labels.add(new Label("Years taken from", yearsFrom(unit.yearsFrom())));
    labels.add(new Label("Commercial warranty", warranty(battery.model().warranty())));
    battery
        .model()
        .cycles()
        .ifPresent(
            cycles ->
                labels.add(
                    new Label(
                        "Cycles stated by the manufacturer, because", cycles.justification())));
    return labels;
  }

  static String energy(FunctionalUnit unit) {
    return Printed.plain(unit.energyDelivered().kilowattHours());
  }

  private static String yearsFrom(FunctionalUnit.YearsFrom from) {
    return switch (from) {
      case WARRANTY_YEARS -> "the warranty in years";
      case WARRANTY_KILOMETRES -> "the warranty in kilometres, converted to years";
      case NO_WARRANTY -> "the rules, as there is no warranty";
      case CYCLES_OF_LIFE -> "the cycles, which are those of the whole life";
    };
  }

  private static String warranty(Warranty warranty) {
    List<String> parts = new ArrayList<>();
    warranty.years().ifPresent(years -> parts.add(Printed.plain(years) + " years"));
    warranty.kilometres().ifPresent(km -> parts.add(Printed.plain(km) + " km"));
    return parts.isEmpty() ? "none" : String.join(" / ", parts);
  }
}
