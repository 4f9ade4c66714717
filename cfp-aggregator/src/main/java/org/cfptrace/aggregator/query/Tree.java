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
import java.util.TreeSet;
import org.cfptrace.aggregator.collect.CollectedFigures;
import org.cfptrace.aggregator.collect.CollectedFigures.Known;
import org.cfptrace.aggregator.structure.Moment;
import org.cfptrace.aggregator.structure.ProductStructure;
import org.cfptrace.aggregator.structure.StructureVersion;
import org.cfptrace.aggregator.structure.Structures;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.RollUp;
import org.cfptrace.rollup.RollUpInput;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.rollup.UnusableReason;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/**
 * A product with everything beneath it, at a moment: its structure, those of its own parts, and the
 * footprint of each. A part that had no structure then gives no figure, and says so.
 */
public final class Tree {
  // Taken apart, each costs memory while the question is answered; the graph knows no such limit.
  private static final int MOST = 20_000;

  private final StructureVersion root;
  private final Moment moment;
  private final Map<TraceId, StructureVersion> versions;
  private final Map<SupplierProduct, Known> known;
  private final Map<TraceId, Footprint> footprints;

  private Tree(
      StructureVersion root,
      Moment moment,
      Map<TraceId, StructureVersion> versions,
      Map<SupplierProduct, Known> known,
      Map<TraceId, Footprint> footprints) {
    this.root = root;
    this.moment = moment;
    this.versions = versions;
    this.known = known;
    this.footprints = footprints;
  }

  /**
   * Reads a product and what is beneath it, level by level, and adds it up.
   *
   * @param options those the product and its parts are built with
   */
  static Tree of(
      Tenant tenant,
      StructureVersion root,
      Set<String> options,
      Moment moment,
      Structures structures,
      CollectedFigures figures) {
    Map<TraceId, StructureVersion> found = new LinkedHashMap<>();
    Map<TraceId, OwnProduct> products = new HashMap<>();
    List<StructureVersion> level = List.of(root);
    while (!level.isEmpty()) {
      Set<TraceId> next = new LinkedHashSet<>();
      for (StructureVersion version : level) {
        OwnProduct product = version.structure().product(options);
        found.put(product.traceId(), version);
        products.put(product.traceId(), product);
        next.addAll(ownParts(product));
      }
      next.removeAll(found.keySet());
      if (found.size() + next.size() > MOST) {
        throw new Refused(
            ProblemCode.TOO_MANY_PARTS,
            "more than " + MOST + " own products are beneath it; ask about one of its assemblies");
      }
      level = next.isEmpty() ? List.of() : structures.find(tenant, next, moment);
    }
    Map<SupplierProduct, Known> known = new HashMap<>();
    Map<SupplierProduct, SourceFigure> received = new HashMap<>();
    for (OwnProduct product : products.values()) {
      for (SupplierProduct supplier : suppliers(product)) {
        if (!known.containsKey(supplier)) {
          Known told = figures.known(tenant, supplier, moment);
          known.put(supplier, told);
          received.put(supplier, told.figure());
        }
      }
    }
    Period period = CollectedFigures.yearTo(moment.day());
    return new Tree(
        root, moment, found, known, addUp(root.structure().traceId(), products, period, received));
  }

  /** The product itself. */
  public ProductStructure root() {
    return root.structure();
  }

  /** The options that any line of it knows. */
  Set<String> options() {
    Set<String> known = new TreeSet<>();
    versions.values().forEach(version -> known.addAll(version.structure().options()));
    return known;
  }

  public Moment moment() {
    return moment;
  }

  /** The structure of a product of this tree. */
  public ProductStructure structure(TraceId product) {
    return version(product).structure();
  }

  /** The version of a product of this tree, with the moment at which it was written. */
  public StructureVersion version(TraceId product) {
    return requireNonNull(versions.get(product), "not in this tree");
  }

  /** What is known of a supplier's product that something of this tree is made of. */
  public Known known(SupplierProduct supplier) {
    return requireNonNull(known.get(supplier), "not in this tree");
  }

  /** The footprint of the product itself. */
  public Footprint footprint() {
    return requireNonNull(footprints.get(root().traceId()));
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
          parts.put(
              part,
              footprint == null ? noFigure(products.containsKey(part)) : footprint.asFigure());
        }
        Map<SupplierProduct, SourceFigure> needed = new HashMap<>();
        suppliers(product).forEach(each -> needed.put(each, requireNonNull(received.get(each))));
        done.put(step.product(), RollUp.of(new RollUpInput(product, period, needed, parts)));
      }
    }
    return done;
  }

  private static SourceFigure noFigure(boolean isOnTheWay) {
    return SourceFigure.missing(
        LineState.unusable(isOnTheWay ? UnusableReason.CYCLE : UnusableReason.NO_VERSION));
  }

  private static Step step(TraceId product, Map<TraceId, OwnProduct> products) {
    List<TraceId> parts = new ArrayList<>(ownParts(requireNonNull(products.get(product))));
    return new Step(product, parts.iterator());
  }
}
