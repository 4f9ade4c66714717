package org.cfptrace.aggregator.disclose.pack;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.disclose.pack.Lineage.Amounts;
import org.cfptrace.aggregator.disclose.pack.Lineage.Edge;
import org.cfptrace.aggregator.disclose.pack.Lineage.Kind;
import org.cfptrace.aggregator.disclose.pack.Lineage.Node;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.KgCo2e;

/**
 * The graph without what is withheld. That is taken out of everything made that it goes into, and
 * comes to the product in one arrow, so that all sums still hold.
 */
final class WithheldNodes {
  static final String STATE = "PARTLY_WITHHELD";
  private static final int SCALE = 18;
  private static final String ONCE = "1/1";

  private final Lineage whole;
  private final Split split;
  private final Set<String> hidden = new HashSet<>();
  private final Map<String, List<Edge>> into = new HashMap<>();
  private final Map<String, Optional<Amounts>> changed = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();

  private WithheldNodes(Lineage whole, Withheld withheld) {
    this.whole = whole;
    this.split = withheld.split();
    for (Node it : whole.nodes()) {
      if (!it.kind().isMade() && withheld.holds(it.declarationId(), it.supplier(), it.traceId())) {
        hidden.add(it.id());
      }
    }
    whole.edges().forEach(it -> into.computeIfAbsent(it.to(), to -> new ArrayList<>()).add(it));
  }

  static Lineage of(Lineage whole, Withheld withheld) {
    WithheldNodes left = new WithheldNodes(whole, withheld);
    return left.hidden.isEmpty() ? whole : left.lineage();
  }

  private Lineage lineage() {
    reduceWhatIsMade();
    for (Node it : whole.nodes()) {
      if (!hidden.contains(it.id())) {
        nodes.add(told(it));
      }
    }
    Amounts brought = whole.product().own().orElse(Amounts.NONE);
    brought = brought.plus(whole.product().transport().orElse(Amounts.NONE));
    Map<String, BigDecimal> amounts = new HashMap<>();
    whole.nodes().forEach(it -> amounts.put(it.id(), it.amount()));
    for (Edge it : whole.edges()) {
      if (!hidden.contains(it.from())) {
        Edge told = told(it, amounts.getOrDefault(it.to(), BigDecimal.ONE));
        edges.add(told);
        if (it.to().equals(whole.product().id())) {
          brought = brought.plus(told.perUnit().orElse(Amounts.NONE));
        }
      }
    }
    String goesInto = whole.product().id();
    if (split != Split.WHOLE) {
      goesInto = bundle(split == Split.FOLDED ? brought : Amounts.NONE);
    }
    for (Node it : whole.nodes()) {
      if (hidden.contains(it.id())) {
        nodes.add(nameless(it.id(), Withheld.NAME, it, Optional.empty()));
        edges.add(arrow(it.id(), goesInto, Optional.empty(), Optional.empty()));
      }
    }
    return new Lineage(nodes, edges, whole.rounding());
  }

  /** Parts first: what is made of something withheld is less by that. */
  private void reduceWhatIsMade() {
    for (int i = whole.nodes().size() - 1; i > 0; i--) {
      Node made = whole.nodes().get(i);
      List<Edge> brings = into.getOrDefault(made.id(), List.of());
      if (made.kind().isMade()
          && brings.stream()
              .anyMatch(it -> hidden.contains(it.from()) || changed.containsKey(it.from()))) {
        changed.put(made.id(), reduced(made, brings));
      }
    }
  }

  private Optional<Amounts> reduced(Node made, List<Edge> brings) {
    List<Amounts> known = new ArrayList<>();
    made.own().ifPresent(known::add);
    made.transport().ifPresent(known::add);
    for (Edge it : brings) {
      if (!hidden.contains(it.from())) {
        perUnit(it).ifPresent(known::add);
      }
    }
    return known.stream().reduce(Amounts::plus);
  }

  /** Rounded as every line is: once, to 18 decimals. */
  private Optional<Amounts> perUnit(Edge edge) {
    Optional<Amounts> from = changed.get(edge.from());
    if (from == null) {
      return edge.perUnit();
    }
    Fraction factor = factor(edge);
    return edge.perUnit()
        .flatMap(was -> from)
        .map(it -> new Amounts(times(it.excl(), factor), times(it.incl(), factor)));
  }

  private static Fraction factor(Edge edge) {
    String[] parts = edge.factor().split("/", -1);
    return new Fraction(new BigDecimal(parts[0]), new BigDecimal(parts[1]));
  }

  private static KgCo2e times(KgCo2e amount, Fraction factor) {
    return new KgCo2e(factor.times(amount.value()).rounded(SCALE, RoundingMode.HALF_EVEN));
  }

  // ---- what is told

  private Node told(Node it) {
    boolean isLess = changed.containsKey(it.id());
    if (split == Split.LEFT_OUT) {
      Optional<Amounts> perUnit = it.kind() == Kind.PRODUCT ? it.perUnit() : Optional.empty();
      return with(it, isLess, perUnit, Optional.empty(), Optional.empty(), Optional.empty());
    }
    Optional<Amounts> perUnit = changed.getOrDefault(it.id(), it.perUnit());
    return with(it, isLess, perUnit, it.own(), it.transport(), it.contribution());
  }

  private Edge told(Edge it, BigDecimal ofTo) {
    if (split == Split.LEFT_OUT) {
      return new Edge(
          it.from(), it.to(), it.line(), it.factor(), Optional.empty(), Optional.empty());
    }
    if (!changed.containsKey(it.from())) {
      return it;
    }
    Fraction amount = Fraction.of(ofTo);
    Optional<Amounts> perUnit = perUnit(it);
    return new Edge(
        it.from(),
        it.to(),
        it.line(),
        it.factor(),
        perUnit,
        perUnit.map(each -> new Amounts(times(each.excl(), amount), times(each.incl(), amount))));
  }

  /** One place that stands for what is not told apart, and its arrow to the product. */
  private String bundle(Amounts told) {
    Amounts brings = Amounts.NONE;
    for (Node it : whole.nodes()) {
      if (split == Split.LEFT_OUT || hidden.contains(it.id())) {
        brings = brings.plus(it.contribution().orElse(Amounts.NONE));
      }
    }
    String id = "n" + (whole.nodes().size() + 1);
    String name = split == Split.FOLDED ? Withheld.OTHERS : Withheld.ALL;
    nodes.add(nameless(id, name, whole.product(), Optional.of(brings)));
    edges.add(
        arrow(
            id,
            whole.product().id(),
            whole.product().perUnit().map(it -> it.minus(told)),
            Optional.of(brings)));
    return id;
  }

  private static Edge arrow(
      String from, String to, Optional<Amounts> perUnit, Optional<Amounts> contribution) {
    return new Edge(from, to, "withheld", ONCE, perUnit, contribution);
  }

  /** All of it that is in one of the product. */
  private static Node nameless(String id, String name, Node of, Optional<Amounts> contribution) {
    return new Node(
        id,
        Kind.WITHHELD,
        name,
        Optional.empty(),
        Optional.empty(),
        of.declarationId(),
        Optional.empty(),
        BigDecimal.ONE,
        "all",
        of.kind().isMade() ? "OK" : of.state(),
        of.complete(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        contribution);
  }

  private static Node with(
      Node it,
      boolean isLess,
      Optional<Amounts> perUnit,
      Optional<Amounts> own,
      Optional<Amounts> transport,
      Optional<Amounts> contribution) {
    return new Node(
        it.id(),
        it.kind(),
        it.name(),
        it.traceId(),
        it.supplier(),
        it.declarationId(),
        it.factor(),
        it.amount(),
        it.unit(),
        isLess ? STATE : it.state(),
        it.complete(),
        perUnit,
        own,
        transport,
        contribution);
  }
}
