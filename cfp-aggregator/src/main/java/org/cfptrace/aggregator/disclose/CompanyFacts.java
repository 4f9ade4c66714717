package org.cfptrace.aggregator.disclose;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Who discloses, as the directory says it.
 *
 * @param did the participant
 * @param country ISO 3166-1 alpha-2
 * @param corporateNumber 法人番号
 */
public record CompanyFacts(
    String did,
    String name,
    String country,
    Optional<String> corporateNumber,
    Optional<String> lei) {
  public CompanyFacts {
    requireNonNull(did, "did");
    requireNonNull(name, "name");
    requireNonNull(country, "country");
    requireNonNull(corporateNumber, "corporateNumber");
    requireNonNull(lei, "lei");
  }
}
