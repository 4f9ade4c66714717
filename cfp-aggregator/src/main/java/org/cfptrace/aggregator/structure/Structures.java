package org.cfptrace.aggregator.structure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/**
 * The structures of companies, every version of them. On a day the version counts that begins last
 * on or before it; of several that begin on one day the latest written.
 */
public interface Structures {
  /** Keeps a further version and says its number: 1 for the first. */
  long add(Tenant tenant, ProductStructure structure, Instant at);

  /** Keeps many first or further versions, in the order they come, all written at one instant. */
  void addAll(Tenant tenant, List<ProductStructure> structures, Instant at);

  /** The version in force at a moment. */
  Optional<StructureVersion> find(Tenant tenant, TraceId product, Moment moment);

  /** One version of a product, whether or not it is in force. */
  Optional<StructureVersion> version(Tenant tenant, TraceId product, long version);

  /** How many versions there are of a product; 0 where there is no such product. */
  long versions(Tenant tenant, TraceId product);

  /** The versions of a product, latest written first. */
  Page<StructureVersion> history(Tenant tenant, TraceId product, PageRequest page);

  /** The products that have a structure now, by name and trace id. */
  Page<ProductStructure> list(Tenant tenant, Moment moment, PageRequest page);

  /** Every structure in force at a moment, read while it is walked over. */
  Iterable<ProductStructure> all(Tenant tenant, Moment moment);

  /**
   * Those in force at a moment that were written at an instant, read while they are walked over;
   * not what holds then of a product that got a version for other days at that instant.
   */
  Iterable<ProductStructure> writtenAt(Tenant tenant, Instant instant, Moment moment);

  /** The versions of these products in force at a moment. */
  List<StructureVersion> find(Tenant tenant, Set<TraceId> products, Moment moment);

  /** Until the end of the transaction nobody else writes structures of this company. */
  void lock(Tenant tenant);

  /** A product is no more from this moment on; what was known before stays known. */
  void remove(Tenant tenant, TraceId product, Instant at);

  /** The companies that have structures here. */
  List<Tenant> tenants();
}
