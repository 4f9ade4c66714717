package org.cfptrace.connector.declare;

import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;

/** Hears, in the transaction under way, of what stands about a product for a recipient. */
@FunctionalInterface
public interface WhenDeclared {
  /** Nobody has to hear. */
  WhenDeclared NOBODY = (recipient, product) -> {};

  /** A copy was issued, or shows more, or was withdrawn. */
  void changed(ParticipantId recipient, TraceId product);
}
