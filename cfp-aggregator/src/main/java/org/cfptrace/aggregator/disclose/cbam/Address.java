package org.cfptrace.aggregator.disclose.cbam;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An address in English, that is in Latin letters.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record Address(String street, String city, Optional<String> postcode, String country) {
  public Address {
    requireNonNull(street, "street");
    requireNonNull(city, "city");
    requireNonNull(postcode, "postcode");
    requireNonNull(country, "country");
  }
}
