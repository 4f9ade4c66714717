package org.cfptrace.aggregator.structure;

import java.util.Optional;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** The emission factors a company works with: its own sets, and the small one shipped for tries. */
public interface FactorSets {
  /** A version of a set; its own one before the shipped one. */
  Optional<FactorSet> find(Tenant tenant, String id, String version);

  /** All versions of all sets: the company's own by id and version, then those that are shipped. */
  Page<FactorSet> list(Tenant tenant, PageRequest page);

  /**
   * Keeps a new version.
   *
   * @return false where there is such a version already: it stays as it is
   */
  boolean keep(Tenant tenant, FactorSet set);
}
