package org.cfptrace.connector.product;

import java.util.List;
import java.util.Map;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.PendingSource;

/** What was asked for the lines of a product and has no source there yet. */
@FunctionalInterface
public interface OpenRequests {
  /** Nobody was asked for anything. */
  OpenRequests NONE = product -> Map.of();

  /** By line; those still open first. */
  Map<LineId, List<PendingSource>> of(TraceId product);
}
