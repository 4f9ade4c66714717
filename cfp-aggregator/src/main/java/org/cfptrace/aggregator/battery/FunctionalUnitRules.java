package org.cfptrace.aggregator.battery;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * How the energy a battery delivers over its life is worked out: one version of the numbers, for
 * one category of batteries.
 *
 * @param cyclesPerYear full equivalent cycles a year
 * @param kilometresPerYear by which a warranty in kilometres becomes years
 * @param yearsWithoutWarranty what counts where there is none
 * @param actInForce when the act behind it entered into force; empty while it is a draft
 */
public record FunctionalUnitRules(
    String version,
    BatteryCategory category,
    LocalDate validFrom,
    String source,
    Map<VehicleCategory, Factor> cyclesPerYear,
    Map<VehicleCategory, Factor> kilometresPerYear,
    Factor yearsWithoutWarranty,
    Optional<LocalDate> actInForce) {

  public FunctionalUnitRules {
    requireNonNull(version, "version");
    requireNonNull(category, "category");
    requireNonNull(validFrom, "validFrom");
    requireNonNull(source, "source");
    cyclesPerYear = Map.copyOf(cyclesPerYear);
    kilometresPerYear = Map.copyOf(kilometresPerYear);
    requireNonNull(yearsWithoutWarranty, "yearsWithoutWarranty");
    requireNonNull(actInForce, "actInForce");
  }
}
