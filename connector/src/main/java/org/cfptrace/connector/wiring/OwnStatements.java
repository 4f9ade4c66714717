package org.cfptrace.connector.wiring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.connector.declare.WhatToDeclare;
import org.cfptrace.connector.emission.EmissionsLedger;
import org.cfptrace.connector.emission.Method;
import org.cfptrace.connector.emission.OwnEmissions;
import org.cfptrace.connector.product.Footprints;
import org.cfptrace.connector.product.Product;
import org.cfptrace.connector.product.Products;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.MethodClaim;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.declaration.TermsClaim;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.answer.Versioned;

/** What the rooms of products and emissions know, in the form in which it is declared. */
final class OwnStatements implements WhatToDeclare {
  // The category is part of what is stated; where nobody has named one, that is stated.
  private static final String NO_CATEGORY = "unclassified";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Products products;
  private final Footprints footprints;
  private final EmissionsLedger ledger;
  private final Set<Audience> onward;

  /**
   * Made from these rooms.
   *
   * @param onward to whom customers may hand on what they are told
   */
  OwnStatements(
      Products products, Footprints footprints, EmissionsLedger ledger, Set<Audience> onward) {
    this.products = products;
    this.footprints = footprints;
    this.ledger = ledger;
    // Refuses, when the service starts, whom terms cannot name.
    this.onward = new TermsClaim(Optional.empty(), Optional.empty(), onward).onward();
  }

  @Override
  public Known of(TraceId traceId, Optional<Period> wanted) {
    Product product =
        products
            .find(traceId)
            .map(Versioned::value)
            .orElseThrow(() -> Refused.notFound("product", traceId));
    Period period = wanted.orElseGet(() -> footprints.usualPeriod(traceId));
    Footprint footprint = footprints.of(traceId, period);
    return new Known(claim(product), footprint, method(traceId, period, footprint), onward);
  }

  private static ProductClaim claim(Product product) {
    return new ProductClaim(
        product.traceId(),
        Optional.empty(),
        product.name(),
        product.category().orElse(NO_CATEGORY),
        product.unit(),
        product.massPerUnit());
  }

  private MethodClaim method(TraceId traceId, Period period, Footprint footprint) {
    return ledger
        .inForce(traceId, period)
        .map(OwnEmissions::method)
        .map(OwnStatements::claim)
        .orElseGet(() -> MethodClaim.of(List.of(), footprint.product().basis()));
  }

  private static MethodClaim claim(Method method) {
    return new MethodClaim(
        method.standards(),
        method.basis(),
        method.allocation(),
        method.exempted().map(share -> share.value().multiply(HUNDRED).stripTrailingZeros()),
        method.electricity());
  }
}
