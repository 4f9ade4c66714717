package org.cfptrace.aggregator.disclose.customer;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Carbon;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Method;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Place;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Words;

/**
 * What a request says beside product, plant and period. What is not said and not demanded is left
 * out of the file.
 *
 * @param bpnl the maker's Business Partner Number, {@code BPNL} and 12 characters
 * @param companyIds more ids of the maker, URIs
 * @param domain the maker's domain, the issuer in {@code urn:pact:…} ids
 * @param customerPartId the part number by which the customer knows the product
 * @param validFrom first day it may be used
 * @param validUntil last day it may be used
 * @param packagingIncluded whether the product's packaging is within the boundary
 */
public record PcfOptions(
    Optional<String> bpnl,
    List<String> companyIds,
    Optional<String> domain,
    List<String> productIds,
    Optional<String> customerPartId,
    Optional<String> productDescription,
    List<String> productClassifications,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validUntil,
    PcfType type,
    Place place,
    Optional<Boolean> packagingIncluded,
    Method method,
    Carbon carbon,
    Words words) {
  public PcfOptions {
    requireNonNull(bpnl, "bpnl");
    companyIds = List.copyOf(companyIds);
    requireNonNull(domain, "domain");
    productIds = List.copyOf(productIds);
    requireNonNull(customerPartId, "customerPartId");
    requireNonNull(productDescription, "productDescription");
    productClassifications = List.copyOf(productClassifications);
    requireNonNull(validFrom, "validFrom");
    requireNonNull(validUntil, "validUntil");
    requireNonNull(type, "type");
    requireNonNull(place, "place");
    requireNonNull(packagingIncluded, "packagingIncluded");
    requireNonNull(method, "method");
    requireNonNull(carbon, "carbon");
    requireNonNull(words, "words");
  }
}
