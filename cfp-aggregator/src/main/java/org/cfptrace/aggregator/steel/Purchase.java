package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A precursor bought in the year.
 *
 * @param origin where it was made
 * @param bought how much came in, above zero
 * @param sold how much of it was sold on as it came
 * @param actual missing where the maker has said nothing
 */
public record Purchase(
    PurchaseId id,
    String name,
    CnCode code,
    CountryCode origin,
    Tonnes bought,
    Tonnes sold,
    @Nullable ActualValues actual) {
  public Purchase {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(code, "code");
    requireNonNull(origin, "origin");
    requireNonNull(sold, "sold");
    bought.aboveZero("a purchase");
  }
}
