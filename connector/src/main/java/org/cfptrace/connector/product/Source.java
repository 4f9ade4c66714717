package org.cfptrace.connector.product;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.TraceId;

/**
 * Where a procured part comes from: a partner's product, and how much of the amount it covers.
 *
 * @param from first day it delivers; empty for ever since
 * @param to last day it delivers; empty for until further notice
 */
public record Source(
    ParticipantId partner,
    TraceId supplierProduct,
    Share share,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {
  /** A source does not end before it begins. */
  public Source {
    requireNonNull(partner, "partner");
    requireNonNull(supplierProduct, "supplierProduct");
    requireNonNull(share, "share");
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw new IllegalArgumentException("ends " + to.get() + " before it begins " + from.get());
    }
  }

  /** Whether it delivers on that day. */
  public boolean isActiveOn(LocalDate day) {
    return from.map(first -> !day.isBefore(first)).orElse(true)
        && to.map(last -> !day.isAfter(last)).orElse(true);
  }

  /** Whether both name the same product of the same partner. */
  public boolean isSameProductAs(Source other) {
    return partner.equals(other.partner) && supplierProduct.equals(other.supplierProduct);
  }

  /** Whether there is a day on which both deliver. */
  public boolean overlaps(Source other) {
    return !endsBefore(other) && !other.endsBefore(this);
  }

  private boolean endsBefore(Source other) {
    return to.isPresent() && other.from.isPresent() && to.get().isBefore(other.from.get());
  }
}
