package org.cfptrace.aggregator.steel.adapter;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.aggregator.steel.Activity;
import org.cfptrace.aggregator.steel.CalorificValue;
import org.cfptrace.aggregator.steel.EmissionFactor;
import org.cfptrace.aggregator.steel.EmissionFactor.Per;
import org.cfptrace.aggregator.steel.EnergyFlows;
import org.cfptrace.aggregator.steel.MegawattHours;
import org.cfptrace.aggregator.steel.Terajoules;
import org.cfptrace.service.http.Fields;

/** Reads heat, waste gas and electricity of a process. */
final class FlowsReader {
  private static final int MOST = 50;
  private static final int LONGEST_SOURCE = 200;

  private FlowsReader() {}

  static EnergyFlows read(Fields process) {
    return new EnergyFlows(
        all(process, "heatImported", FlowsReader::heat),
        all(process, "heatExported", FlowsReader::heat),
        all(process, "wasteGasImported", FlowsReader::wasteGas),
        all(process, "wasteGasExported", FlowsReader::wasteGas),
        all(process, "electricityConsumed", FlowsReader::electricity),
        all(process, "electricityProduced", FlowsReader::electricity));
  }

  private static <T> List<T> all(
      Fields process, String name, Function<Fields, Optional<T>> reader) {
    return process.objects(name, MOST).stream().flatMap(one -> reader.apply(one).stream()).toList();
  }

  private static Optional<EnergyFlows.Heat> heat(Fields fields) {
    Optional<Terajoules> energy = fields.requiredPositiveDecimal("terajoules").map(Terajoules::new);
    Optional<EmissionFactor> factor = Amounts.factor(fields, "emissionFactor", Per.TERAJOULE);
    fields.refuseOthers();
    return energy.flatMap(heat -> factor.map(per -> new EnergyFlows.Heat(heat, per)));
  }

  private static Optional<EnergyFlows.WasteGas> wasteGas(Fields fields) {
    Optional<Activity> volume = Amounts.activity(fields);
    Optional<CalorificValue> value =
        Amounts.calorificValue(fields, volume.map(Activity::unit).orElse(Activity.Unit.TONNE));
    Optional<EmissionFactor> gas = Amounts.factor(fields, "naturalGasFactor", Per.TERAJOULE);
    fields.refuseOthers();
    return volume.flatMap(
        amount ->
            value.flatMap(energy -> gas.map(per -> new EnergyFlows.WasteGas(amount, energy, per))));
  }

  private static Optional<EnergyFlows.Electricity> electricity(Fields fields) {
    Optional<MegawattHours> energy =
        fields.requiredPositiveDecimal("megawattHours").map(MegawattHours::new);
    Optional<EmissionFactor> factor = Amounts.factor(fields, "emissionFactor", Per.MEGAWATT_HOUR);
    Optional<String> source = fields.requiredText("source", LONGEST_SOURCE);
    fields.refuseOthers();
    return energy.flatMap(
        power ->
            factor.flatMap(
                per -> source.map(from -> new EnergyFlows.Electricity(power, per, from))));
  }
}
