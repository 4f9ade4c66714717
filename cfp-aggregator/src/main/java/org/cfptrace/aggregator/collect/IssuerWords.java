package org.cfptrace.aggregator.collect;

import java.util.Set;
import org.cfptrace.envelope.SharedItem;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;

/**
 * What issuers have said of their products beside their declarations, kept. It may come before any
 * declaration of the product.
 */
public interface IssuerWords {
  /** All that was said of one product. */
  IssuerWord of(ParticipantId issuer, TraceId product);

  /** The issuer shows these no longer. */
  void withheld(ParticipantId issuer, TraceId product, Set<SharedItem> items);

  /** The issuer shows these again. */
  void released(ParticipantId issuer, TraceId product, Set<SharedItem> items);

  /** The issuer says how far it is; its latest word counts. */
  void progress(ParticipantId issuer, TraceId product, IssuerWord.Progress progress);
}
