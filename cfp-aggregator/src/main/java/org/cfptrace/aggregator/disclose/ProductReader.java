package org.cfptrace.aggregator.disclose;

import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.TraceId;

/** What is known of a product and its footprint. */
public interface ProductReader {
  /**
   * Reads it for the subject's period, as it was known at the as-of instant, with what stands in
   * the way of any disclosure of it.
   *
   * @throws org.cfptrace.service.answer.Refused where the product is not known then
   */
  Gathered<ProductFacts> read(Tenant tenant, TraceId product, Subject<?> subject);
}
