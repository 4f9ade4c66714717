package org.cfptrace.connector.declare;

import java.util.Optional;
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

  /** A footprint, of what it is, and how it was worked out. */
  record Known(ProductClaim product, Footprint footprint, MethodClaim method) {
    /** Whether there is anything to state: own emissions for the period, or a part that counts. */
    public boolean isAnythingKnown() {
      return footprint.isOwnKnown()
          || footprint.lines().stream().anyMatch(line -> line.state().isOk());
    }
  }
}
