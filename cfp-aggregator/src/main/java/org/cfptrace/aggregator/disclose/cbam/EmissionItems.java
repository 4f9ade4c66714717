package org.cfptrace.aggregator.disclose.cbam;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.cbam.CbamFacts.ProcessFacts;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.Capture;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.OwnElectricity;
import org.cfptrace.aggregator.disclose.cbam.SummaryItem.Fact;
import org.cfptrace.aggregator.disclose.cbam.SummaryItem.Rows;
import org.cfptrace.footprint.Fraction;

/** Items 5 to 11: emissions of the installation, and its energy. */
final class EmissionItems {
  private EmissionItems() {}

  static List<SummaryItem> of(CbamFacts facts) {
    return List.of(
        direct(facts),
        indirect(facts),
        heat(facts),
        zeroRated(facts),
        wasteGases(facts),
        captures(facts.captures()),
        ownElectricity(facts));
  }

  private static SummaryItem direct(CbamFacts facts) {
    return SummaryItem.of(
        5,
        "directEmissions",
        "Direct emissions of the installation and of each process",
        facts.chosen()
            ? "the total is of all processes of the installation, those not in this report included"
            : "",
        List.of(
            tonnes("total", "total direct emissions, t CO2e", facts.direct()),
            new Rows(
                "processes",
                "direct emissions of each process",
                facts.processes().stream()
                    .map(
                        process ->
                            List.of(
                                name(process.name()),
                                tonnes("direct", "direct, t CO2e", process.direct())))
                    .toList())));
  }

  private static SummaryItem indirect(CbamFacts facts) {
    String name = "indirectEmissions";
    String title = "Indirect emissions of the installation (goods outside of Annex II)";
    List<ProcessFacts> counting =
        facts.processes().stream().filter(process -> process.indirect().isPresent()).toList();
    if (counting.isEmpty() && facts.indirect().numerator().signum() == 0) {
      return SummaryItem.notApplicable(
          6, name, title, "no process of the report makes goods outside of Annex II");
    }
    return SummaryItem.of(
        6,
        name,
        title,
        "sintered ore is not in Annex II: its electricity counts, and is inherited by its chain",
        List.of(
            tonnes("total", "total indirect emissions, t CO2e", facts.indirect()),
            new Rows(
                "processes",
                "indirect emissions of each process",
                counting.stream()
                    .map(
                        process ->
                            List.of(
                                name(process.name()),
                                Fact.figure(
                                    "indirect",
                                    "indirect, t CO2e",
                                    process.indirect().map(Figures::tonnes))))
                    .toList())));
  }

  private static SummaryItem heat(CbamFacts facts) {
    String title = "Measurable heat imported and exported";
    if (facts.energy().heat().isEmpty()) {
      return SummaryItem.notApplicable(
          7, "measurableHeat", title, "no measurable heat crosses the border of a process");
    }
    return SummaryItem.of(
        7,
        "measurableHeat",
        title,
        "",
        List.of(
            new Rows(
                "flows",
                "measurable heat",
                facts.energy().heat().stream()
                    .map(
                        heat ->
                            List.of(
                                name(heat.process()),
                                direction(heat.imported()),
                                plain("terajoules", "TJ", heat.terajoules()),
                                plain("factor", "t CO2e/TJ", heat.factor())))
                    .toList())));
  }

  private static SummaryItem zeroRated(CbamFacts facts) {
    String title = "Zero-rated fuels and materials";
    if (facts.energy().zeroRated().isEmpty()) {
      return SummaryItem.notApplicable(
          8, "zeroRatedFuels", title, "no part of a fuel or material is zero-rated");
    }
    return SummaryItem.of(
        8,
        "zeroRatedFuels",
        title,
        "",
        List.of(
            new Rows(
                "fuels",
                "zero-rated fuels",
                facts.energy().zeroRated().stream()
                    .map(
                        fuel ->
                            List.of(
                                name(fuel.process()),
                                Fact.of("fuel", "fuel or material", fuel.name()),
                                plain(
                                    "zeroRatedShare",
                                    "zero-rated share, 0 to 1",
                                    fuel.zeroRatedShare())))
                    .toList())));
  }

  private static SummaryItem wasteGases(CbamFacts facts) {
    String title = "Waste gases imported and exported";
    if (facts.energy().wasteGases().isEmpty()) {
      return SummaryItem.notApplicable(
          9, "wasteGases", title, "no waste gas crosses the border of a process");
    }
    return SummaryItem.of(
        9,
        "wasteGases",
        title,
        "",
        List.of(
            new Rows(
                "flows",
                "waste gases",
                facts.energy().wasteGases().stream()
                    .map(
                        gas ->
                            List.of(
                                name(gas.process()),
                                direction(gas.imported()),
                                plain("amount", "amount", gas.amount()),
                                Fact.of("unit", "unit", gas.unit())))
                    .toList())));
  }

  private static SummaryItem captures(Optional<List<Capture>> captures) {
    String title = "CO2 captured and handed on";
    if (captures.isPresent() && captures.get().isEmpty()) {
      return SummaryItem.notApplicable(
          10, "co2Capture", title, "the operator states that no CO2 is captured");
    }
    return SummaryItem.of(
        10,
        "co2Capture",
        title,
        "",
        List.of(
            captures
                .<SummaryItem.Part>map(
                    stated ->
                        new Rows(
                            "captures",
                            "captures",
                            stated.stream()
                                .map(
                                    one ->
                                        List.of(
                                            plain("tonnes", "t CO2", one.tonnes()),
                                            Fact.of("receiver", "receiver", one.receiver())))
                                .toList()))
                .orElseGet(() -> Fact.text("captured", "CO2 captured", Optional.empty()))));
  }

  private static SummaryItem ownElectricity(CbamFacts facts) {
    String title = "Electricity made by the installation";
    boolean none = facts.energy().produced().signum() == 0;
    if (none && facts.ownElectricity().isEmpty()) {
      return SummaryItem.notApplicable(
          11, "ownElectricity", title, "no process of the installation makes electricity");
    }
    Optional<OwnElectricity> own = facts.ownElectricity();
    return SummaryItem.of(
        11,
        "ownElectricity",
        title,
        "",
        List.of(
            plain("produced", "made by processes, MWh", facts.energy().produced()),
            power(
                "combinedHeatAndPower",
                "combined heat and power, MWh",
                own.flatMap(OwnElectricity::combinedHeatAndPower)),
            power("separate", "separate, MWh", own.flatMap(OwnElectricity::separate)),
            power("fossil", "of fossil sources, MWh", own.flatMap(OwnElectricity::fossil)),
            power("renewable", "of renewable sources, MWh", own.flatMap(OwnElectricity::renewable)),
            power("exported", "exported, MWh", own.flatMap(OwnElectricity::exported))));
  }

  private static Fact name(String process) {
    return Fact.of("process", "production process", process);
  }

  private static Fact direction(boolean imported) {
    return Fact.of("direction", "direction", imported ? "imported" : "exported");
  }

  private static Fact power(String name, String label, Optional<BigDecimal> megawattHours) {
    return Fact.figure(name, label, megawattHours.map(Figures::tidy));
  }

  private static Fact plain(String name, String label, BigDecimal given) {
    return Fact.figure(name, label, Figures.tidy(given));
  }

  private static Fact tonnes(String name, String label, Fraction exact) {
    return Fact.figure(name, label, Figures.tonnes(exact));
  }
}
