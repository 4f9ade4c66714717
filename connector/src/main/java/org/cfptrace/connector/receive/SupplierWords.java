package org.cfptrace.connector.receive;

import java.util.Set;
import org.cfptrace.envelope.SharedItem;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;

/** What partners have said about their products, kept. */
public interface SupplierWords {
  /** All that was said about one product. */
  SupplierWord of(ParticipantId partner, TraceId product);

  /** The partner has linked it to a request of ours. */
  void linked(ParticipantId partner, TraceId product);

  /** The partner shows these no longer. */
  void withheld(ParticipantId partner, TraceId product, Set<SharedItem> items);

  /** The partner shows these again. */
  void released(ParticipantId partner, TraceId product, Set<SharedItem> items);

  /** The partner says how far it is. */
  void progress(ParticipantId partner, TraceId product, SupplierWord.Progress progress);
}
