package org.cfptrace.aggregator.steel;

import java.util.ArrayList;
import java.util.List;
import org.cfptrace.rollup.Bilingual;

/**
 * A calculation in sentences, process by process: every stream, flow and precursor with its
 * numbers, then the division. Numbers are shown to nine decimals, rounded half up.
 */
final class SteelExplanation {
  private final List<Bilingual> steps = new ArrayList<>();

  private SteelExplanation() {}

  static List<Bilingual> of(SteelResult result) {
    SteelExplanation explanation = new SteelExplanation();
    explanation.heading(result);
    result.processes().forEach(explanation::process);
    result.flags().forEach(flag -> explanation.steps.add(flag.text()));
    return List.copyOf(explanation.steps);
  }

  private void heading(SteelResult result) {
    InstallationYear input = result.input();
    String what = input.name() + ", " + input.period();
    steps.add(
        new Bilingual(
            "specific embedded emissions (not a footprint) of "
                + what
                + "; default values: "
                + result.defaultValues(),
            "特定体化排出量(CFPではありません) " + what + "。デフォルト値: " + result.defaultValues()));
  }

  private void process(ProcessResult result) {
    ProductionProcess process = result.process();
    String name = process.name();
    for (SourceStream stream : process.streams()) {
      line(name, stream.name(), stream.name(), stream.formula(), stream.emissions());
    }
    flows(name, process.flows());
    attributed(name, result);
    result.precursors().forEach(precursor -> precursor(name, precursor));
    sum(name, result);
  }

  private void flows(String name, EnergyFlows flows) {
    for (EnergyFlows.Heat heat : flows.heatImported()) {
      line(name, "heat imported", "熱の受入", heat.toString(), heat.emissions());
    }
    for (EnergyFlows.Heat heat : flows.heatExported()) {
      line(name, "heat exported", "熱の供給", "−" + heat, heat.emissions().negated());
    }
    for (EnergyFlows.WasteGas gas : flows.wasteGasImported()) {
      line(name, "waste gas imported", "副生ガスの受入", gas.toString(), gas.imported());
    }
    for (EnergyFlows.WasteGas gas : flows.wasteGasExported()) {
      line(
          name,
          "waste gas exported",
          "副生ガスの供給",
          "−" + gas + " × " + EnergyFlows.WasteGas.EFFICIENCY,
          gas.exported().negated());
    }
    for (EnergyFlows.Electricity power : flows.electricityProduced()) {
      line(
          name,
          "electricity produced (" + power.source() + ")",
          "発電(" + power.source() + ")",
          "−" + power,
          power.emissions().negated());
    }
    for (EnergyFlows.Electricity power : flows.electricityConsumed()) {
      line(
          name,
          "electricity consumed, indirect (" + power.source() + ")",
          "購入電力・間接(" + power.source() + ")",
          power.toString(),
          power.emissions());
    }
  }

  private void attributed(String name, ProcessResult result) {
    AttributedEmissions attributed = result.attributed();
    boolean counts = result.process().good().countsIndirect();
    String zero = attributed.isSetToZero() ? " (" + attributed.balance() + " → 0)" : "";
    steps.add(
        new Bilingual(
            name
                + ": attributed direct "
                + attributed.direct()
                + zero
                + ", indirect "
                + attributed.indirect()
                + (counts ? ", both counted" : ", the indirect part not counted (Annex II good)"),
            name
                + ": 帰属排出量 直接 "
                + attributed.direct()
                + zero
                + "、間接 "
                + attributed.indirect()
                + (counts ? "(両方を算入)" : "(附属書II対象品のため間接は不算入)")));
  }

  private void precursor(String name, PrecursorContribution precursor) {
    EmbeddedEmissions embedded = precursor.embedded();
    SpecificEmbeddedEmissions see = precursor.value().emissions();
    String basis = " [" + precursor.value().basis() + ": " + precursor.value().source() + "]";
    String consumed = precursor.use().consumed().toString();
    steps.add(
        new Bilingual(
            name
                + ": precursor "
                + precursor.name()
                + ": "
                + consumed
                + " × (direct "
                + Exact.shown(see.direct())
                + ", indirect "
                + Exact.shown(see.indirect())
                + ") t CO2e/t = direct "
                + embedded.direct()
                + ", indirect "
                + embedded.indirect()
                + basis,
            name
                + ": 前駆体 "
                + precursor.name()
                + ": "
                + consumed
                + " × (直接 "
                + Exact.shown(see.direct())
                + "、間接 "
                + Exact.shown(see.indirect())
                + ") t CO2e/t = 直接 "
                + embedded.direct()
                + "、間接 "
                + embedded.indirect()
                + basis));
  }

  private void sum(String name, ProcessResult result) {
    EmbeddedEmissions embedded = result.embedded();
    SpecificEmbeddedEmissions see = result.emissions();
    String direct =
        embedded.direct() + " ÷ " + result.process().made() + " = " + Exact.shown(see.direct());
    String indirect =
        embedded.indirect() + " ÷ " + result.process().made() + " = " + Exact.shown(see.indirect());
    String share = Exact.shown(result.shareByDefault());
    steps.add(
        new Bilingual(
            name
                + ": specific embedded emissions: direct "
                + direct
                + ", indirect "
                + indirect
                + " t CO2e/t; share by default values "
                + share,
            name + ": 特定体化排出量: 直接 " + direct + "、間接 " + indirect + " t CO2e/t。デフォルト値の割合 " + share));
  }

  private void line(String name, String en, String ja, String formula, TonnesCo2e emissions) {
    String tail = ": " + formula + " = " + emissions;
    steps.add(new Bilingual(name + ": " + en + tail, name + ": " + ja + tail));
  }
}
