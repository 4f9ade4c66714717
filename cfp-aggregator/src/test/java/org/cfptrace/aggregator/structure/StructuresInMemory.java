package org.cfptrace.aggregator.structure;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** One company's structures in memory, with what is not committed taken back on demand. */
public final class StructuresInMemory implements Structures {
  private List<StructureVersion> versions = new ArrayList<>();
  private final Set<Tenant> tenants = new LinkedHashSet<>();
  private int timesRead;

  /** How often everything was read. */
  public int timesRead() {
    return timesRead;
  }

  /** What is there now, to go back to. */
  public List<StructureVersion> snapshot() {
    return List.copyOf(versions);
  }

  /** Takes back what was written since. */
  public void goBackTo(List<StructureVersion> snapshot) {
    versions = new ArrayList<>(snapshot);
  }

  @Override
  public long add(Tenant tenant, ProductStructure structure, Instant at) {
    long number = versions(tenant, structure.traceId()) + 1;
    tenants.add(tenant);
    versions.add(new StructureVersion(number, at, structure));
    return number;
  }

  @Override
  public void addAll(Tenant tenant, List<ProductStructure> structures, Instant at) {
    structures.forEach(structure -> add(tenant, structure, at));
  }

  @Override
  public Optional<StructureVersion> find(Tenant tenant, TraceId product, Moment moment) {
    return versions.stream()
        .filter(version -> version.structure().traceId().equals(product))
        .filter(version -> !version.structure().validFrom().isAfter(moment.day()))
        .filter(version -> !version.recordedAt().isAfter(moment.knownAt()))
        .max(
            comparing((StructureVersion version) -> version.structure().validFrom())
                .thenComparing(StructureVersion::version))
        .filter(
            version ->
                version.structure().validTo().filter(day -> day.isBefore(moment.day())).isEmpty());
  }

  @Override
  public Optional<StructureVersion> version(Tenant tenant, TraceId product, long version) {
    return versions.stream()
        .filter(it -> it.structure().traceId().equals(product) && it.version() == version)
        .findFirst();
  }

  @Override
  public long versions(Tenant tenant, TraceId product) {
    return versions.stream().filter(it -> it.structure().traceId().equals(product)).count();
  }

  @Override
  public Iterable<ProductStructure> all(Tenant tenant, Moment moment) {
    timesRead++;
    Set<TraceId> products = new LinkedHashSet<>();
    versions.forEach(version -> products.add(version.structure().traceId()));
    return find(tenant, products, moment).stream().map(StructureVersion::structure).toList();
  }

  @Override
  public List<StructureVersion> find(Tenant tenant, Set<TraceId> products, Moment moment) {
    return products.stream().flatMap(product -> find(tenant, product, moment).stream()).toList();
  }

  @Override
  public void lock(Tenant tenant) {
    // A test writes one after the other.
  }

  @Override
  public List<Tenant> tenants() {
    return List.copyOf(tenants);
  }

  @Override
  public Page<StructureVersion> history(Tenant tenant, TraceId product, PageRequest page) {
    throw new UnsupportedOperationException("nobody asks");
  }

  @Override
  public Page<ProductStructure> list(Tenant tenant, Moment moment, PageRequest page) {
    throw new UnsupportedOperationException("nobody asks");
  }

  @Override
  public Iterable<ProductStructure> writtenAt(Tenant tenant, Instant instant, Moment moment) {
    Set<TraceId> products = new LinkedHashSet<>();
    versions.forEach(version -> products.add(version.structure().traceId()));
    return find(tenant, products, moment).stream()
        .filter(version -> version.recordedAt().equals(instant))
        .map(StructureVersion::structure)
        .toList();
  }

  @Override
  public void remove(Tenant tenant, TraceId product, Instant at) {
    throw new UnsupportedOperationException("nobody asks");
  }
}
