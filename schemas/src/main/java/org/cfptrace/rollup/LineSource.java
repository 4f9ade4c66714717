package org.cfptrace.rollup;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.TraceId;
import org.jspecify.annotations.Nullable;

/**
 * One of the suppliers of a line: which product, what share of the line, and from and to which day
 * (included; open where absent).
 */
public record LineSource(
    ParticipantId partner,
    TraceId supplierProduct,
    Share share,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {

  public LineSource {
    requireNonNull(partner, "partner");
    requireNonNull(supplierProduct, "supplierProduct");
    requireNonNull(share, "share");
    if (share.isZero()) {
      throw new IllegalArgumentException("a source has a share above 0");
    }
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("source ends " + to + " before it begins " + from);
    }
  }

  /** The only supplier, at all times. */
  public static LineSource only(ParticipantId partner, TraceId supplierProduct) {
    return new LineSource(partner, supplierProduct, Share.ALL, null, null);
  }

  public SupplierProduct supplier() {
    return new SupplierProduct(partner, supplierProduct);
  }

  public boolean isInForceOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }
}
