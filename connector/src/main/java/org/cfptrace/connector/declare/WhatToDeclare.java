package org.cfptrace.connector.declare;

import java.util.Optional;
import java.util.Set;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.MethodClaim;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.Footprint;

/** What this company knows about a product of its own at this moment. */
@FunctionalInterface
public interface WhatToDeclare {
  /**
   * The footprint of a product with what belongs to it.
   *
   * @param period empty for the usual one of the product
   */
  Known of(TraceId product, Optional<Period> period);

  /**
   * A footprint, of what it is, and how it was worked out.
   *
   * @param onward to whom those who are told may hand it on
   */
  record Known(
      ProductClaim product, Footprint footprint, MethodClaim method, Set<Audience> onward) {
    /** What is declared when nobody says otherwise: an auditor of the customer may see it. */
    public static final Set<Audience> TO_AUDITORS = Set.of(Audience.AUDITOR);

    public Known {
      onward = Set.copyOf(onward);
    }

    /** One that may be handed on to auditors. */
    public Known(ProductClaim product, Footprint footprint, MethodClaim method) {
      this(product, footprint, method, TO_AUDITORS);
    }

    /** Whether there is anything to state: own emissions for the period, or a part that counts. */
    public boolean isAnythingKnown() {
      return footprint.isOwnKnown()
          || footprint.lines().stream().anyMatch(line -> line.state().isOk());
    }
  }
}
