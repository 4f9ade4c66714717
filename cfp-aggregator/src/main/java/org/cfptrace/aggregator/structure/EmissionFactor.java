package org.cfptrace.aggregator.structure;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Stage;

/**
 * What one unit of a material, of energy or of transport emits, kg CO2e by account. A factor knows
 * no stage: that depends on where it is used.
 */
public record EmissionFactor(
    String code,
    String name,
    DeclaredUnit unit,
    Map<EmissionAccount, KgCo2e> amounts,
    Optional<DataQuality> quality) {
  public EmissionFactor {
    requireNonNull(code, "code");
    requireNonNull(name, "name");
    requireNonNull(unit, "unit");
    amounts = Map.copyOf(amounts);
    requireNonNull(quality, "quality");
  }

  /** The factor used in a stage. */
  public Emissions in(Stage stage) {
    Emissions emissions = Emissions.NONE;
    for (Map.Entry<EmissionAccount, KgCo2e> amount : amounts.entrySet()) {
      emissions = emissions.and(stage, amount.getKey(), amount.getValue());
    }
    return emissions;
  }
}
