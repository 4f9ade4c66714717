package org.cfptrace.aggregator.disclose.customer;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import org.cfptrace.footprint.Emissions;

/**
 * What one stage says, in kg CO2e per declared unit.
 *
 * @param inclBiogenicUptake T1 of the Rulebook, the lead indicator
 * @param exclBiogenicUptake T2 = T1 − D
 * @param accounts absent where part of them was stated as a total only
 */
public record StageFigures(
    BigDecimal inclBiogenicUptake, BigDecimal exclBiogenicUptake, Optional<Accounts> accounts) {
  public StageFigures {
    requireNonNull(inclBiogenicUptake, "inclBiogenicUptake");
    requireNonNull(exclBiogenicUptake, "exclBiogenicUptake");
    requireNonNull(accounts, "accounts");
  }

  static StageFigures of(Emissions emissions) {
    return new StageFigures(
        Accounts.plain(emissions.inclBiogenicUptake()),
        Accounts.plain(emissions.exclBiogenicUptake()),
        Accounts.of(emissions));
  }
}
