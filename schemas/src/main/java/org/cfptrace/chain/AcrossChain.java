package org.cfptrace.chain;

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
import java.util.Optional;
import java.util.Set;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.verify.Reason;

/** What no declaration shows by itself: that customers were told different things, and circles. */
final class AcrossChain {
  private AcrossChain() {}

  /** The hops, with the faults that show only beside each other. */
  static List<Hop> checked(List<Hop> hops) {
    Map<Hop.Stated, Hop.Stated> circles = circles(hops);
    return withStatements(withCircles(hops, circles), Set.copyOf(circles.values()));
  }

  /**
   * Behind copies of one product and period stands one statement. Where a circle closes there are
   * two of necessity, for no declaration can name one that was made later.
   */
  private static List<Hop> withStatements(List<Hop> hops, Set<Hop.Stated> inCircles) {
    Map<Hop.Stated, Set<DeclarationId>> statements = new HashMap<>();
    for (Hop hop : hops) {
      if (hop.finding().isPresent()) {
        hop.stated()
            .ifPresent(
                stated ->
                    hop.declaration()
                        .flatMap(StatementCheck::statementOf)
                        .ifPresent(
                            id ->
                                statements
                                    .computeIfAbsent(stated, first -> new HashSet<>())
                                    .add(id)));
      }
    }
    Finding.Fault fault =
        new Finding.Fault(
            Reason.STATEMENT_DIFFERS, "customers hold copies of different statements");
    return hops.stream()
        .map(
            hop ->
                hop.stated()
                        .filter(stated -> !inCircles.contains(stated))
                        .map(statements::get)
                        .filter(ids -> ids.size() > 1)
                        .isPresent()
                    ? hop.with(fault)
                    : hop)
        .toList();
  }

  /** A product that leads back to itself spoils the sum that closes the circle. */
  private static List<Hop> withCircles(List<Hop> hops, Map<Hop.Stated, Hop.Stated> circles) {
    return hops.stream()
        .map(
            hop ->
                hop.stated()
                    .map(circles::get)
                    .filter(part -> hop.finding().isPresent())
                    .map(part -> hop.with(circle(part)))
                    .orElse(hop))
        .toList();
  }

  private static Map<Hop.Stated, Hop.Stated> circles(List<Hop> hops) {
    Map<Hop.Stated, Set<Hop.Stated>> madeOf = new LinkedHashMap<>();
    for (Hop hop : hops) {
      hop.stated().ifPresent(stated -> madeOf(hop, stated, madeOf));
    }
    return closing(madeOf);
  }

  private static Finding.Fault circle(Hop.Stated part) {
    return new Finding.Fault(
        Reason.CHAIN_CYCLE,
        "made of " + part.product() + " of " + part.company() + ", which is made of it");
  }

  private static void madeOf(Hop hop, Hop.Stated stated, Map<Hop.Stated, Set<Hop.Stated>> madeOf) {
    Set<Hop.Stated> parts = madeOf.computeIfAbsent(stated, first -> new LinkedHashSet<>());
    for (LinkedInput input : hop.finding().map(Finding::inputs).orElse(List.of())) {
      Hop.Stated.of(input.source().declaration()).ifPresent(parts::add);
    }
  }

  private record Step(Hop.Stated product, Iterator<Hop.Stated> parts) {}

  /** Those whose part leads back to them, with that part. A stack of its own: chains are deep. */
  private static Map<Hop.Stated, Hop.Stated> closing(Map<Hop.Stated, Set<Hop.Stated>> madeOf) {
    Map<Hop.Stated, Hop.Stated> closing = new HashMap<>();
    Set<Hop.Stated> done = new HashSet<>();
    for (Hop.Stated start : new ArrayList<>(madeOf.keySet())) {
      Deque<Step> way = new ArrayDeque<>();
      Set<Hop.Stated> onTheWay = new HashSet<>();
      down(start, madeOf, done, way, onTheWay);
      while (!way.isEmpty()) {
        Step step = way.element();
        if (!step.parts().hasNext()) {
          way.remove();
          onTheWay.remove(step.product());
          done.add(step.product());
        } else {
          Hop.Stated part = step.parts().next();
          if (onTheWay.contains(part)) {
            closing.put(step.product(), part);
          } else {
            down(part, madeOf, done, way, onTheWay);
          }
        }
      }
    }
    return closing;
  }

  private static void down(
      Hop.Stated product,
      Map<Hop.Stated, Set<Hop.Stated>> madeOf,
      Set<Hop.Stated> done,
      Deque<Step> way,
      Set<Hop.Stated> onTheWay) {
    if (!done.contains(product)) {
      onTheWay.add(product);
      Set<Hop.Stated> parts = Optional.ofNullable(madeOf.get(product)).orElse(Set.of());
      way.push(new Step(product, parts.iterator()));
    }
  }
}
