package org.cfptrace.aggregator.collect;

import java.time.Instant;
import java.util.Set;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.envelope.SharedItem;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;

/**
 * What issuers have said of their products beside their declarations, kept for those who said it:
 * each speaks of what it handed in itself. It may come before any declaration of the product.
 */
public interface IssuerWords {
  /** All that was said of one product to a company. */
  IssuerWord of(Tenant tenant, ParticipantId issuer, TraceId product);

  /** The issuer shows these no longer, from this moment on; said again it is the same word. */
  void withheld(Tenant issuer, TraceId product, Set<SharedItem> items, Instant at);

  /** The issuer shows these again, from this moment on. */
  void released(Tenant issuer, TraceId product, Set<SharedItem> items, Instant at);

  /** The issuer says how far it is; its latest word counts. */
  void progress(Tenant issuer, TraceId product, IssuerWord.Progress progress);
}
