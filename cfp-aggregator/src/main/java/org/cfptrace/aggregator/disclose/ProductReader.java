package org.cfptrace.aggregator.disclose;

import java.util.Set;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.TraceId;

/** What is known of a product and its footprint. */
public interface ProductReader {
  /**
   * Reads it for the subject's period, as it was known at the as-of instant, with what stands in
   * the way of any disclosure of it.
   *
   * @param options those the product and its parts are built with
   * @throws org.cfptrace.service.answer.Refused where the product is not known then
   */
  Gathered<ProductFacts> read(
      Tenant tenant, TraceId product, Subject<?> subject, Set<String> options);

  /** As above, as it is built without any option. */
  default Gathered<ProductFacts> read(Tenant tenant, TraceId product, Subject<?> subject) {
    return read(tenant, product, subject, Set.of());
  }
}
