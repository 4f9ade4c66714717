package org.cfptrace.connector.product;

import org.cfptrace.footprint.TraceId;

/** Hears, in the transaction under way, that what a footprint is made of has changed. */
@FunctionalInterface
public interface WhenChanged {
  /** Nobody has to hear. */
  WhenChanged NOBODY = product -> {};

  /** Own emissions were posted, or the bill of materials is another one. */
  void changed(TraceId product);
}
