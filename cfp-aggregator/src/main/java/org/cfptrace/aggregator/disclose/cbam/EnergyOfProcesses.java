package org.cfptrace.aggregator.disclose.cbam;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.cbam.CbamFacts.Energy;
import org.cfptrace.aggregator.disclose.cbam.CbamFacts.Fuel;
import org.cfptrace.aggregator.disclose.cbam.CbamFacts.Heat;
import org.cfptrace.aggregator.disclose.cbam.CbamFacts.WasteGas;
import org.cfptrace.aggregator.steel.EnergyFlows;
import org.cfptrace.aggregator.steel.MegawattHours;
import org.cfptrace.aggregator.steel.ProcessResult;
import org.cfptrace.aggregator.steel.ProductionProcess;
import org.cfptrace.aggregator.steel.SourceStream;
import org.cfptrace.footprint.Share;

/** Heat, zero-rated fuels, waste gases and own electricity of processes; no other stream. */
final class EnergyOfProcesses {
  private EnergyOfProcesses() {}

  /**
   * @param reported whose flows are told
   * @param all whose electricity is added up
   */
  static Energy of(List<ProcessResult> reported, List<ProcessResult> all) {
    List<Heat> heat = new ArrayList<>();
    List<Fuel> fuels = new ArrayList<>();
    List<WasteGas> gases = new ArrayList<>();
    for (ProcessResult result : reported) {
      ProductionProcess process = result.process();
      EnergyFlows flows = process.flows();
      flows.heatImported().forEach(flow -> heat.add(heat(process, true, flow)));
      flows.heatExported().forEach(flow -> heat.add(heat(process, false, flow)));
      flows.wasteGasImported().forEach(flow -> gases.add(gas(process, true, flow)));
      flows.wasteGasExported().forEach(flow -> gases.add(gas(process, false, flow)));
      process.streams().forEach(stream -> fuel(process, stream).ifPresent(fuels::add));
    }
    return new Energy(heat, fuels, gases, produced(all).value());
  }

  private static MegawattHours produced(List<ProcessResult> all) {
    return all.stream()
        .flatMap(result -> result.process().flows().electricityProduced().stream())
        .map(EnergyFlows.Electricity::energy)
        .reduce(MegawattHours.NONE, MegawattHours::plus);
  }

  private static Heat heat(ProductionProcess process, boolean imported, EnergyFlows.Heat flow) {
    return new Heat(process.name(), imported, flow.energy().value(), flow.factor().tonnesCo2e());
  }

  private static WasteGas gas(
      ProductionProcess process, boolean imported, EnergyFlows.WasteGas flow) {
    return new WasteGas(
        process.name(), imported, flow.volume().amount(), flow.volume().unit().symbol());
  }

  private static Optional<Fuel> fuel(ProductionProcess process, SourceStream stream) {
    BigDecimal share = zeroRated(stream).value();
    return share.signum() == 0
        ? Optional.empty()
        : Optional.of(new Fuel(process.name(), stream.name(), share));
  }

  private static Share zeroRated(SourceStream stream) {
    if (stream instanceof SourceStream.MassBalance balance) {
      return balance.zeroRated();
    }
    return stream instanceof SourceStream.Combustion combustion
        ? combustion.zeroRated()
        : Share.NONE;
  }
}
