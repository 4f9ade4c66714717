package org.cfptrace.aggregator.battery;

import static java.util.Objects.requireNonNull;

/**
 * Where a model is made (Article 7(1)(c)).
 *
 * @param facilityId the plant's name in a register, such as a BPNA
 * @param country ISO 3166-1, two capitals
 */
public record Plant(String facilityId, String name, String country, String address) {
  public Plant {
    requireNonNull(facilityId, "facilityId");
    requireNonNull(name, "name");
    requireNonNull(address, "address");
    if (!country.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("a country is two capitals such as JP, got " + country);
    }
  }
}
