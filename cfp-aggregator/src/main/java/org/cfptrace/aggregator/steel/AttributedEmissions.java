package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;

/**
 * The emissions of a process itself, before its precursors. Direct = streams + heat imported −
 * exported + waste gas imported − exported − electricity produced, and zero where that is below
 * zero; indirect = electricity consumed × its factor.
 *
 * @param balance the direct emissions before they were set to zero
 * @param indirect of all electricity consumed, whether or not the good counts it
 */
public record AttributedEmissions(TonnesCo2e balance, TonnesCo2e indirect) {
  public AttributedEmissions {
    requireNonNull(balance, "balance");
    requireNonNull(indirect, "indirect");
  }

  static AttributedEmissions of(ProductionProcess process) {
    EnergyFlows flows = process.flows();
    TonnesCo2e balance =
        sum(process.streams(), SourceStream::emissions)
            .plus(sum(flows.heatImported(), EnergyFlows.Heat::emissions))
            .minus(sum(flows.heatExported(), EnergyFlows.Heat::emissions))
            .plus(sum(flows.wasteGasImported(), EnergyFlows.WasteGas::imported))
            .minus(sum(flows.wasteGasExported(), EnergyFlows.WasteGas::exported))
            .minus(sum(flows.electricityProduced(), EnergyFlows.Electricity::emissions));
    return new AttributedEmissions(
        balance, sum(flows.electricityConsumed(), EnergyFlows.Electricity::emissions));
  }

  /** Direct emissions, never below zero. */
  public TonnesCo2e direct() {
    return isSetToZero() ? TonnesCo2e.ZERO : balance;
  }

  /** Whether more left the process than came in and was emitted. */
  public boolean isSetToZero() {
    return balance.isNegative();
  }

  /** What the good counts of these: a good of Annex II counts its direct emissions only. */
  EmbeddedEmissions countedFor(GoodsCategory good) {
    return new EmbeddedEmissions(direct(), good.countsIndirect() ? indirect : TonnesCo2e.ZERO);
  }

  private static <T> TonnesCo2e sum(List<T> items, Function<T, TonnesCo2e> emissions) {
    return items.stream().map(emissions).reduce(TonnesCo2e.ZERO, TonnesCo2e::plus);
  }
}
