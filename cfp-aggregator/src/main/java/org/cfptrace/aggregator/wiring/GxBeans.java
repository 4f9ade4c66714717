package org.cfptrace.aggregator.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.cfptrace.aggregator.gx.KeepLedger;
import org.cfptrace.aggregator.gx.LedgerEntries;
import org.cfptrace.aggregator.gx.OpenPool;
import org.cfptrace.aggregator.gx.ReductionPools;

/** The plain classes of the GX ledger that become beans. */
@ApplicationScoped
class GxBeans {
  @Produces
  @Singleton
  OpenPool openPool(ReductionPools pools) {
    return new OpenPool(pools);
  }

  @Produces
  @Singleton
  KeepLedger keepLedger(ReductionPools pools, LedgerEntries entries, Clock clock) {
    return new KeepLedger(pools, entries, clock);
  }
}
