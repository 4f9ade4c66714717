package org.cfptrace.rollup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cfptrace.footprint.TraceId;

/**
 * Order among own products: parts before what they are part of. Walks with a stack of its own, so
 * that a structure of any depth is no danger.
 */
final class Levels {

  /** A product on the way down, and those of its parts that are still to be visited. */
  private record Step(TraceId product, Iterator<TraceId> parts) {}

  private final Map<TraceId, OwnProduct> products;
  private final Set<TraceId> done = new LinkedHashSet<>();
  private final Set<TraceId> onTheWay = new LinkedHashSet<>();
  private final Deque<Step> way = new ArrayDeque<>();

  private Levels(Map<TraceId, OwnProduct> products) {
    this.products = products;
  }

  /** All products; refuses a cycle with its path. */
  static List<TraceId> partsFirst(Map<TraceId, OwnProduct> products) {
    return List.copyOf(new Levels(products).walk(products.keySet()));
  }

  /** The product and all own products beneath it. */
  static Set<TraceId> beneath(TraceId product, Map<TraceId, OwnProduct> products) {
    return new Levels(products).walk(Set.of(product));
  }

  /** The own products a product is directly made of, each once. */
  static Set<TraceId> ownParts(OwnProduct product) {
    Set<TraceId> parts = new LinkedHashSet<>();
    for (BillOfMaterialsLine line : product.lines()) {
      if (line.supply() instanceof LineSupply.Own own) {
        parts.add(own.product());
      }
    }
    return parts;
  }

  private Set<TraceId> walk(Collection<TraceId> starts) {
    for (TraceId start : starts) {
      if (!done.contains(start)) {
        down(start);
      }
      while (!way.isEmpty()) {
        step(way.element());
      }
    }
    return done;
  }

  private void step(Step current) {
    if (!current.parts().hasNext()) {
      way.remove();
      onTheWay.remove(current.product());
      done.add(current.product());
      return;
    }
    TraceId part = current.parts().next();
    if (onTheWay.contains(part)) {
      throw StructureException.cycle(pathBackTo(part));
    }
    if (!done.contains(part)) {
      down(part);
    }
  }

  private void down(TraceId product) {
    onTheWay.add(product);
    OwnProduct known = products.get(product);
    way.push(
        new Step(
            product, known == null ? List.<TraceId>of().iterator() : ownParts(known).iterator()));
  }

  private List<TraceId> pathBackTo(TraceId product) {
    List<TraceId> whole = new ArrayList<>(onTheWay);
    List<TraceId> path = new ArrayList<>(whole.subList(whole.indexOf(product), whole.size()));
    path.add(product);
    return path;
  }
}
