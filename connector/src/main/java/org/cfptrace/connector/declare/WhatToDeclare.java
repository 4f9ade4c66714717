package org.cfptrace.connector.declare;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.JsonClaim;
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
   * @param origin where it comes from, if not from our own rooms
   */
  record Known(
      ProductClaim product,
      Footprint footprint,
      MethodClaim method,
      Set<Audience> onward,
      Optional<Origin> origin) {
    /**
     * Where a figure comes from that our own rooms have not added up.
     *
     * @param said what an auditor is told of it
     * @param validUntil the last day on which it may be used, by who has worked it out
     */
    public record Origin(JsonClaim said, LocalDate validUntil) {
      public Origin {
        requireNonNull(said, "said");
        requireNonNull(validUntil, "validUntil");
      }
    }

    /** What is declared when nobody says otherwise: an auditor of the customer may see it. */
    public static final Set<Audience> TO_AUDITORS = Set.of(Audience.AUDITOR);

    public Known {
      onward = Set.copyOf(onward);
    }

    /** One that our own rooms have added up. */
    public Known(
        ProductClaim product, Footprint footprint, MethodClaim method, Set<Audience> onward) {
      this(product, footprint, method, onward, Optional.empty());
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
