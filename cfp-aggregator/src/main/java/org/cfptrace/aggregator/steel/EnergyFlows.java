package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import org.cfptrace.footprint.Fraction;

/**
 * Heat, waste gas and electricity over the border of a process. What is burnt of an imported waste
 * gas is counted here and not among the source streams.
 */
public record EnergyFlows(
    List<Heat> heatImported,
    List<Heat> heatExported,
    List<WasteGas> wasteGasImported,
    List<WasteGas> wasteGasExported,
    List<Electricity> electricityConsumed,
    List<Electricity> electricityProduced) {
  public static final EnergyFlows NONE =
      new EnergyFlows(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public EnergyFlows {
    heatImported = List.copyOf(heatImported);
    heatExported = List.copyOf(heatExported);
    wasteGasImported = List.copyOf(wasteGasImported);
    wasteGasExported = List.copyOf(wasteGasExported);
    electricityConsumed = List.copyOf(electricityConsumed);
    electricityProduced = List.copyOf(electricityProduced);
  }

  /** Measurable heat, with the factor of the fuels it was made of. */
  public record Heat(Terajoules energy, EmissionFactor factor) {
    public Heat {
      requireNonNull(energy, "energy");
      factor.mustBePer(EmissionFactor.Per.TERAJOULE);
    }

    public TonnesCo2e emissions() {
      return energy.times(factor);
    }

    @Override
    public String toString() {
      return energy + " × " + factor;
    }
  }

  /**
   * A waste gas, counted as the natural gas it stands for. An exporter hands on 0.667 of that, for
   * a waste gas is burnt less well; the rest stays with the process that made it.
   */
  public record WasteGas(
      Activity volume, CalorificValue calorificValue, EmissionFactor naturalGas) {
    /** How much of natural gas a waste gas replaces: the standard efficiency correction. */
    public static final BigDecimal EFFICIENCY = new BigDecimal("0.667");

    public WasteGas {
      naturalGas.mustBePer(EmissionFactor.Per.TERAJOULE);
      volume.energy(calorificValue);
    }

    public TonnesCo2e imported() {
      return volume.energy(calorificValue).times(naturalGas);
    }

    public TonnesCo2e exported() {
      return imported().times(Fraction.of(EFFICIENCY));
    }

    @Override
    public String toString() {
      return volume + " × " + calorificValue + " × " + naturalGas;
    }
  }

  /** Electricity with its factor and where that factor comes from. */
  public record Electricity(MegawattHours energy, EmissionFactor factor, String source) {
    public Electricity {
      requireNonNull(source, "source");
      Exact.positive(energy.value(), "an amount of electricity");
      factor.mustBePer(EmissionFactor.Per.MEGAWATT_HOUR);
    }

    public TonnesCo2e emissions() {
      return energy.times(factor);
    }

    @Override
    public String toString() {
      return energy + " × " + factor;
    }
  }

  /** All electricity the process has consumed. */
  public MegawattHours consumed() {
    return electricityConsumed.stream()
        .map(Electricity::energy)
        .reduce(MegawattHours.NONE, MegawattHours::plus);
  }
}
