package org.cfptrace.aggregator.disclose;

import org.cfptrace.aggregator.query.Footprints.Question;
import org.cfptrace.aggregator.query.Tree;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.TraceId;

/** A product with everything beneath it, for targets that show what it is made of. */
public interface ProductTrees {
  /**
   * Reads it as it was on a day and known then, built with options.
   *
   * @throws org.cfptrace.service.answer.Refused where there is no such product, or no such option
   */
  Tree tree(Tenant tenant, TraceId product, Question question);
}
