package org.cfptrace.aggregator.live;

import java.util.Optional;
import org.cfptrace.aggregator.tenant.Tenant;

/** Which instance adds up for a company. A lease ends by itself where its holder has died. */
public interface TenantLeases {
  /**
   * Takes the lease of a company, or holds on to it.
   *
   * @return the number under which it is held, which goes up with each change of hands; empty while
   *     another instance holds it
   */
  Optional<Long> hold(Tenant tenant);

  /**
   * In the transaction of a write: whether we hold the lease until that transaction ends, under the
   * number at which we took it.
   */
  boolean isOurs(Tenant tenant);

  /** Gives it back, so that another instance need not wait for its end. */
  void release(Tenant tenant);
}
