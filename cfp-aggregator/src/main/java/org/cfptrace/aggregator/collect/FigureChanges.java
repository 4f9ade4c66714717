package org.cfptrace.aggregator.collect;

import java.util.Set;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.rollup.SupplierProduct;

/** Of which products something new was heard since whoever adds them up last looked. */
public interface FigureChanges {
  /** Something was heard of a product; in the transaction that keeps it. */
  void note(Tenant tenant, SupplierProduct product);

  /** Takes what was noted, in a transaction of its own: it is not given out again. */
  Set<SupplierProduct> take(Tenant tenant);
}
