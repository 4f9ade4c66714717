package org.cfptrace.rollup;

import static java.util.Objects.requireNonNull;

import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;

/** A product of another company: whose it is and what that company calls it. */
public record SupplierProduct(ParticipantId partner, TraceId product) {

  public SupplierProduct {
    requireNonNull(partner, "partner");
    requireNonNull(product, "product");
  }
}
