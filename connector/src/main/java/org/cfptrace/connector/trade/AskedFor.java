package org.cfptrace.connector.trade;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.LineId;
import org.jspecify.annotations.Nullable;

/**
 * For what of ours a figure was asked: a line of a bill of materials, and how much of it this
 * supplier delivers from and to which day. It never leaves the company.
 */
public record AskedFor(
    TraceId product, LineId lineId, Share share, @Nullable LocalDate from, @Nullable LocalDate to) {
  public AskedFor {
    requireNonNull(product, "product");
    requireNonNull(lineId, "lineId");
    requireNonNull(share, "share");
    if (share.isZero()) {
      throw new IllegalArgumentException("a source has a share above 0");
    }
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("ends " + to + " before it begins " + from);
    }
  }

  /** Whether there is a day that both speak of. */
  public boolean overlaps(AskedFor other) {
    return !endsBefore(other) && !other.endsBefore(this);
  }

  private boolean endsBefore(AskedFor other) {
    return to != null && other.from != null && to.isBefore(other.from);
  }
}
