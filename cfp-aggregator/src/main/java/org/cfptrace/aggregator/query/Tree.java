package org.cfptrace.aggregator.query;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cfptrace.aggregator.collect.CollectedFigures;
import org.cfptrace.aggregator.structure.Moment;
import org.cfptrace.aggregator.structure.ProductStructure;
import org.cfptrace.aggregator.structure.Structures;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.RollUp;
import org.cfptrace.rollup.RollUpInput;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;

/**
 * A product with everything beneath it, at a moment: its structure, those of its own parts, and the
 * footprint of each. A part that had no structure then gives no figure, and says so.
 */
public final class Tree {
  private final ProductStructure root;
  private final Moment moment;
  private final Map<TraceId, ProductStructure> structures;
  private final Map<TraceId, Footprint> footprints;

  private Tree(
      ProductStructure root,
      Moment moment,
      Map<TraceId, ProductStructure> structures,
      Map<TraceId, Footprint> footprints) {
    this.root = root;
    this.moment = moment;
    this.structures = structures;
    this.footprints = footprints;
  }

  /**
   * Reads a product and what is beneath it, level by level, and adds it up.
   *
   * @param options those the product itself is built with
   */
  static Tree of(
      Tenant tenant,
      ProductStructure root,
      Set<String> options,
      Moment moment,
      Structures structures,
      CollectedFigures figures) {
    Map<TraceId, ProductStructure> found = new LinkedHashMap<>();
    Map<TraceId, OwnProduct> products = new HashMap<>();
    List<ProductStructure> level = List.of(root);
    while (!level.isEmpty()) {
      Set<TraceId> next = new LinkedHashSet<>();
      for (ProductStructure structure : level) {
        OwnProduct product =
            structure.traceId().equals(root.traceId())
                ? structure.product(options)
                : structure.product();
        found.put(structure.traceId(), structure);
        products.put(structure.traceId(), product);
        next.addAll(ownParts(product));
      }
      next.removeAll(found.keySet());
      level = next.isEmpty() ? List.of() : structures.find(tenant, next, moment);
    }
    Map<SupplierProduct, SourceFigure> received = new HashMap<>();
    for (OwnProduct product : products.values()) {
      suppliers(product)
          .forEach(
              supplier ->
                  received.computeIfAbsent(
                      supplier, unread -> figures.find(tenant, unread, moment)));
    }
    Period period = CollectedFigures.yearTo(moment.day());
    return new Tree(root, moment, found, addUp(root.traceId(), products, period, received));
  }

  /** The product itself. */
  public ProductStructure root() {
    return root;
  }

  public Moment moment() {
    return moment;
  }

  /** The structure of a product of this tree. */
  public ProductStructure structure(TraceId product) {
    return requireNonNull(structures.get(product), "not in this tree");
  }

  /** The footprint of the product itself. */
  public Footprint footprint() {
    return requireNonNull(footprints.get(root.traceId()));
  }

  /** All footprints, what something is made of before it. */
  public Map<TraceId, Footprint> footprints() {
    return footprints;
  }

  /** The suppliers' products a product is directly made of. */
  static Set<SupplierProduct> suppliers(OwnProduct product) {
    Set<SupplierProduct> suppliers = new LinkedHashSet<>();
    product
        .lines()
        .forEach(
            line -> {
              if (line.supply() instanceof LineSupply.Procured procured) {
                procured.sources().stream().map(LineSource::supplier).forEach(suppliers::add);
              }
            });
    return suppliers;
  }

  /** The own products a product is directly made of. */
  static Set<TraceId> ownParts(OwnProduct product) {
    Set<TraceId> parts = new LinkedHashSet<>();
    product
        .lines()
        .forEach(
            line -> {
              if (line.supply() instanceof LineSupply.Own own) {
                parts.add(own.product());
              }
            });
    return parts;
  }

  private record Step(TraceId product, Iterator<TraceId> parts) {}

  /**
   * Parts first, with a stack of its own. What leads back to itself (versions of different days
   * can) gives no figure there.
   */
  private static Map<TraceId, Footprint> addUp(
      TraceId root,
      Map<TraceId, OwnProduct> products,
      Period period,
      Map<SupplierProduct, SourceFigure> received) {
    Map<TraceId, Footprint> done = new LinkedHashMap<>();
    Set<TraceId> met = new HashSet<>(Set.of(root));
    Deque<Step> way = new ArrayDeque<>();
    way.push(step(root, products));
    while (!way.isEmpty()) {
      Step step = way.element();
      if (step.parts().hasNext()) {
        TraceId part = step.parts().next();
        if (products.containsKey(part) && met.add(part)) {
          way.push(step(part, products));
        }
      } else {
        way.remove();
        OwnProduct product = requireNonNull(products.get(step.product()));
        Map<TraceId, SourceFigure> parts = new HashMap<>();
        for (TraceId part : ownParts(product)) {
          Footprint footprint = done.get(part);
          if (footprint != null) {
            parts.put(part, footprint.asFigure());
          }
        }
        Map<SupplierProduct, SourceFigure> needed = new HashMap<>();
        suppliers(product).forEach(each -> needed.put(each, requireNonNull(received.get(each))));
        done.put(step.product(), RollUp.of(new RollUpInput(product, period, needed, parts)));
      }
    }
    return done;
  }

  private static Step step(TraceId product, Map<TraceId, OwnProduct> products) {
    List<TraceId> parts = new ArrayList<>(ownParts(requireNonNull(products.get(product))));
    return new Step(product, parts.iterator());
  }
}
