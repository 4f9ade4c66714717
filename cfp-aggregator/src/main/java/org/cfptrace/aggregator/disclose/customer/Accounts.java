package org.cfptrace.aggregator.disclose.customer;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;

/**
 * The accounts of the PCF Rulebook, chapter 4, in kg CO2e per declared unit: A, C, D (not above 0),
 * E, F, G (not above 0) and H.
 */
public record Accounts(
    BigDecimal fossil,
    BigDecimal biogenicNonCo2,
    BigDecimal biogenicUptake,
    BigDecimal landUseChange,
    BigDecimal landManagementEmissions,
    BigDecimal landManagementRemovals,
    BigDecimal aircraft) {
  public Accounts {
    requireNonNull(fossil, "fossil");
    requireNonNull(biogenicNonCo2, "biogenicNonCo2");
    requireNonNull(biogenicUptake, "biogenicUptake");
    requireNonNull(landUseChange, "landUseChange");
    requireNonNull(landManagementEmissions, "landManagementEmissions");
    requireNonNull(landManagementRemovals, "landManagementRemovals");
    requireNonNull(aircraft, "aircraft");
  }

  /** The accounts over all stages; none where part of them was stated as a total only. */
  static Optional<Accounts> of(Emissions emissions) {
    boolean divided =
        emissions.in(EmissionAccount.UNSPLIT_EMISSIONS).isZero()
            && emissions.in(EmissionAccount.UNSPLIT_REMOVALS).isZero()
            && emissions.in(EmissionAccount.END_OF_LIFE_CREDIT).isZero();
    return divided
        ? Optional.of(
            new Accounts(
                plain(emissions.in(EmissionAccount.FOSSIL)),
                plain(emissions.in(EmissionAccount.BIOGENIC_NON_CO2)),
                plain(emissions.in(EmissionAccount.BIOGENIC_UPTAKE)),
                plain(emissions.in(EmissionAccount.LAND_USE_CHANGE)),
                plain(emissions.in(EmissionAccount.LAND_MANAGEMENT_EMISSIONS)),
                plain(emissions.in(EmissionAccount.LAND_MANAGEMENT_REMOVALS)),
                plain(emissions.in(EmissionAccount.AIRCRAFT))))
        : Optional.empty();
  }

  /** T1 of the Rulebook: A+C+D+E+F+G+H. */
  BigDecimal sum() {
    return fossil
        .add(biogenicNonCo2)
        .add(biogenicUptake)
        .add(landUseChange)
        .add(landManagementEmissions)
        .add(landManagementRemovals)
        .add(aircraft);
  }

  /** The number without exponent, so that it is the same when it is read again. */
  static BigDecimal plain(KgCo2e amount) {
    return new BigDecimal(amount.text());
  }
}
