package org.cfptrace.registry.participant;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.footprint.CorporateNumber;
import org.cfptrace.footprint.Lei;

/**
 * What a company says about itself.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record Company(
    String name,
    Optional<String> nameKana,
    String address,
    String country,
    Optional<CorporateNumber> corporateNumber,
    Optional<Lei> lei,
    List<OtherId> otherIds,
    Contact contact,
    Set<Role> roles) {
  public Company {
    requireNonNull(name, "name");
    requireNonNull(nameKana, "nameKana");
    requireNonNull(address, "address");
    requireNonNull(country, "country");
    requireNonNull(corporateNumber, "corporateNumber");
    requireNonNull(lei, "lei");
    otherIds = List.copyOf(otherIds);
    requireNonNull(contact, "contact");
    roles = Set.copyOf(roles);
  }
}
