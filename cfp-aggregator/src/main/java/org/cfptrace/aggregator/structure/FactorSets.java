package org.cfptrace.aggregator.structure;

import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.tenant.Tenant;

/** The emission factors a company works with: its own sets, and the small one shipped for tries. */
public interface FactorSets {
  /** A version of a set; its own one before the shipped one. */
  Optional<FactorSet> find(Tenant tenant, String id, String version);

  /** All versions of all sets, without their factors' amounts being looked at. */
  List<FactorSet> all(Tenant tenant);

  /**
   * Keeps a new version.
   *
   * @return false where there is such a version already: it stays as it is
   */
  boolean keep(Tenant tenant, FactorSet set);
}
