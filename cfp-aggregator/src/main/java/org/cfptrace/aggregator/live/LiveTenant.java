package org.cfptrace.aggregator.live;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.cfptrace.aggregator.collect.CollectedFigures;
import org.cfptrace.aggregator.rollup.FootprintGraph;
import org.cfptrace.aggregator.structure.Moment;
import org.cfptrace.aggregator.structure.ProductStructure;
import org.cfptrace.aggregator.structure.Structures;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.StructureException;
import org.cfptrace.rollup.SupplierProduct;

/** One company's products as they are on one day, and the suppliers' products they are made of. */
final class LiveTenant {
  /** All that is known, whenever it came. */
  private static final Instant FAR = Instant.MAX;

  private final Tenant tenant;
  private final Moment since;
  private final FootprintGraph graph;
  private final CollectedFigures figures;
  private final Set<SupplierProduct> suppliers = ConcurrentHashMap.newKeySet();
  private final BrokenLines broken;
  private final ToLongFunction<ParticipantId> entryOf;
  // The number of the directory's last word of each supplier that is in the figures.
  private final Map<ParticipantId, Long> entries = new HashMap<>();

  private LiveTenant(
      Tenant tenant,
      Moment since,
      CollectedFigures figures,
      ToLongFunction<ParticipantId> entryOf) {
    this.tenant = tenant;
    this.since = since;
    this.figures = figures;
    this.entryOf = entryOf;
    this.broken = new BrokenLines(tenant.participant());
    this.graph = new FootprintGraph(CollectedFigures.yearTo(since.day()));
  }

  /** Reads everything and adds it up. */
  static LiveTenant load(
      Tenant tenant,
      Moment now,
      Structures structures,
      CollectedFigures figures,
      ToLongFunction<ParticipantId> entryOf) {
    LiveTenant live = new LiveTenant(tenant, now, figures, entryOf);
    while (true) {
      try {
        live.putAll(structures.all(tenant, now), live.broken::mended);
        live.settle();
        return live;
      } catch (StructureException unfit) {
        // Versions that were right when they were written can meet on a day on which they are not.
        live.broken.add(unfit);
      }
    }
  }

  FootprintGraph graph() {
    return graph;
  }

  Moment since() {
    return since;
  }

  /**
   * Many products at once, all or none; they count with the next {@link #settle}. The lines of all
   * options are tried first: none of them may lead in a circle either.
   */
  void putAll(Iterable<ProductStructure> structures) {
    putAll(structures, UnaryOperator.identity());
  }

  /** Whether lines were left out when it was read, because they did not fit together. */
  boolean leavesLinesOut() {
    return !broken.isEmpty();
  }

  private void putAll(Iterable<ProductStructure> structures, UnaryOperator<OwnProduct> mended) {
    Set<SupplierProduct> used = new HashSet<>();
    List<OwnProduct> withoutOptions = new ArrayList<>();
    graph.putAll(
        () ->
            each(
                structures.iterator(),
                structure -> {
                  OwnProduct product = mended.apply(structure.product(structure.options()));
                  product.lines().forEach(line -> suppliers(line.supply(), used));
                  if (!structure.options().isEmpty()) {
                    withoutOptions.add(mended.apply(structure.product()));
                  }
                  return product;
                }));
    graph.putAll(withoutOptions);
    used.removeAll(suppliers);
    // Before the figures are read: what is said in between is looked at again.
    used.forEach(each -> entries.computeIfAbsent(each.partner(), entryOf::applyAsLong));
    refresh(used, new Moment(since.day(), FAR));
    suppliers.addAll(used);
  }

  private static <F, T> Iterator<T> each(Iterator<F> from, Function<F, T> made) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return from.hasNext();
      }

      @Override
      public T next() {
        return made.apply(from.next());
      }
    };
  }

  /** Something was heard of these products. */
  boolean heard(Set<SupplierProduct> products) {
    Set<SupplierProduct> used = new HashSet<>(products);
    used.retainAll(suppliers);
    refresh(used, new Moment(since.day(), FAR));
    return !used.isEmpty();
  }

  /** The directory may have said something new of our suppliers, such as who is suspended. */
  boolean lookAfterIssuers() {
    Set<ParticipantId> changed = new HashSet<>();
    entries.replaceAll(
        (issuer, before) -> {
          long now = entryOf.applyAsLong(issuer);
          if (now != before) {
            changed.add(issuer);
          }
          return now;
        });
    return heard(
        suppliers.stream().filter(each -> changed.contains(each.partner())).collect(toSet()));
  }

  int settle() {
    return graph.settle().size();
  }

  private void refresh(Set<SupplierProduct> products, Moment moment) {
    products.forEach(product -> graph.put(product, figures.find(tenant, product, moment)));
  }

  private static void suppliers(LineSupply supply, Set<SupplierProduct> into) {
    if (supply instanceof LineSupply.Procured procured) {
      procured.sources().stream().map(LineSource::supplier).forEach(into::add);
    }
  }
}
