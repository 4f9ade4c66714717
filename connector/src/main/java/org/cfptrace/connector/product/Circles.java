package org.cfptrace.connector.product;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cfptrace.footprint.TraceId;

/** Finds products that are made of themselves. */
final class Circles {
  private final Function<TraceId, List<TraceId>> partsOf;

  Circles(Function<TraceId, List<TraceId>> partsOf) {
    this.partsOf = partsOf;
  }

  /**
   * The way from a part down to {@code product}, both included: with the line product → part it
   * closes a circle. Each product is looked at once; no recursion, so depth is no danger.
   */
  Optional<List<TraceId>> wayBack(TraceId product, TraceId part) {
    if (part.equals(product)) {
      return Optional.of(List.of(part));
    }
    Map<TraceId, TraceId> cameFrom = new HashMap<>();
    Set<TraceId> seen = new HashSet<>(Set.of(part));
    Deque<TraceId> open = new ArrayDeque<>(List.of(part));
    while (!open.isEmpty()) {
      TraceId at = open.removeFirst();
      for (Iterator<TraceId> parts = partsOf.apply(at).iterator(); parts.hasNext(); ) {
        TraceId next = parts.next();
        if (seen.add(next)) {
          cameFrom.put(next, at);
          if (next.equals(product)) {
            return Optional.of(way(cameFrom, product));
          }
          open.addLast(next);
        }
      }
    }
    return Optional.empty();
  }

  private static List<TraceId> way(Map<TraceId, TraceId> cameFrom, TraceId end) {
    List<TraceId> way = new ArrayList<>();
    for (TraceId at = end; at != null; at = cameFrom.get(at)) {
      way.add(at);
    }
    Collections.reverse(way);
    return way;
  }
}
