package org.cfptrace.aggregator.disclose.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cfptrace.aggregator.disclose.pack.Lineage.Amounts;
import org.cfptrace.aggregator.disclose.pack.Lineage.Edge;
import org.cfptrace.aggregator.disclose.pack.Lineage.Node;
import org.cfptrace.footprint.KgCo2e;

/**
 * Where the nodes of a graph are drawn: in layers, the product in the last one to the right, each
 * node one layer further to the left than everything it goes into. Of a large graph the product
 * with the largest nodes is chosen, each with a way to the product, and some of what is missing.
 */
final class Layout {
  /** More nodes than this nobody reads on one sheet. */
  static final int MOST = 60;

  private static final int MOST_MISSING = 15;

  private final Lineage lineage;
  private final Map<String, Node> byId = new HashMap<>();
  private final Map<String, List<Edge>> into = new HashMap<>();
  private final Map<String, List<Edge>> outOf = new HashMap<>();
  private final Map<String, KgCo2e> through = new HashMap<>();
  private final Set<String> chosen = new LinkedHashSet<>();
  private final Map<String, Place> places = new LinkedHashMap<>();

  /** A node with its layer, 0 at the left, and its row in it. */
  record Place(Node node, int layer, int row) {}

  Layout(Lineage lineage) {
    this.lineage = lineage;
    lineage.nodes().forEach(it -> byId.put(it.id(), it));
    for (Edge edge : lineage.edges()) {
      into.computeIfAbsent(edge.to(), none -> new ArrayList<>()).add(edge);
      outOf.computeIfAbsent(edge.from(), none -> new ArrayList<>()).add(edge);
      through.merge(
          edge.from(), edge.contribution().map(Amounts::excl).orElse(KgCo2e.ZERO), KgCo2e::plus);
    }
    choose();
    place();
  }

  /** The places, the product first. */
  List<Place> places() {
    return List.copyOf(places.values());
  }

  /** The arrows between them. */
  List<Edge> edges() {
    return lineage.edges().stream()
        .filter(it -> chosen.contains(it.from()) && chosen.contains(it.to()))
        .toList();
  }

  Place of(String node) {
    Place place = places.get(node);
    if (place == null) {
      throw new IllegalArgumentException(node + " is not drawn");
    }
    return place;
  }

  /** What is not drawn. */
  List<Node> leftOut() {
    return lineage.nodes().stream().filter(it -> !chosen.contains(it.id())).toList();
  }

  int layers() {
    return 1 + places.values().stream().mapToInt(Place::layer).max().orElse(0);
  }

  /** How many nodes stand in a layer. */
  int rowsIn(int layer) {
    return (int) places.values().stream().filter(it -> it.layer() == layer).count();
  }

  int rows() {
    return 1 + places.values().stream().mapToInt(Place::row).max().orElse(0);
  }

  // ---- what is drawn

  private void choose() {
    chosen.add(lineage.product().id());
    List<Node> largestFirst = new ArrayList<>(lineage.nodes());
    largestFirst.sort(Comparator.comparing((Node it) -> sizeThrough(it.id())).reversed());
    int missing =
        (int) largestFirst.stream().filter(it -> it.kind() == Lineage.Kind.MISSING).count();
    int mostKnown = MOST - Math.min(missing, MOST_MISSING);
    largestFirst.stream()
        .filter(it -> it.kind() != Lineage.Kind.MISSING)
        .forEach(it -> chooseWithin(it, mostKnown));
    largestFirst.stream()
        .filter(it -> it.kind() == Lineage.Kind.MISSING)
        .forEach(it -> chooseWithin(it, MOST));
  }

  private KgCo2e sizeThrough(String node) {
    return through.getOrDefault(node, KgCo2e.ZERO).abs();
  }

  /** A node with one way to the product, or not at all. */
  private void chooseWithin(Node node, int most) {
    if (chosen.size() >= most) {
      return;
    }
    Set<String> way = new LinkedHashSet<>();
    String at = node.id();
    while (!chosen.contains(at)) {
      way.add(at);
      List<Edge> onward = outOf.getOrDefault(at, List.of());
      if (onward.isEmpty()) {
        return;
      }
      at = onward.get(0).to();
    }
    if (chosen.size() + way.size() <= most) {
      chosen.addAll(way);
    }
  }

  // ---- where it is drawn

  private void place() {
    Map<String, Integer> distances = new HashMap<>();
    // Wholes stand before what they are made of, so one pass finds the longest ways.
    for (Node node : lineage.nodes()) {
      if (chosen.contains(node.id())) {
        int distance = distances.getOrDefault(node.id(), 0);
        for (Edge edge : into.getOrDefault(node.id(), List.of())) {
          distances.merge(edge.from(), distance + 1, Math::max);
        }
      }
    }
    int furthest = chosen.stream().mapToInt(it -> distances.getOrDefault(it, 0)).max().orElse(0);
    Map<Integer, Integer> rows = new HashMap<>();
    for (String id : inReadingOrder()) {
      int layer = furthest - distances.getOrDefault(id, 0);
      int row = rows.merge(layer, 1, Integer::sum) - 1;
      Node node = byId.get(id);
      if (node != null) {
        places.put(id, new Place(node, layer, row));
      }
    }
  }

  /** Depth first from the product, the largest first: what goes into one thing stands together. */
  private List<String> inReadingOrder() {
    List<String> order = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<String> stack = new ArrayList<>(List.of(lineage.product().id()));
    while (!stack.isEmpty()) {
      String node = stack.remove(stack.size() - 1);
      if (seen.add(node)) {
        order.add(node);
        List<Edge> next = new ArrayList<>(into.getOrDefault(node, List.of()));
        next.removeIf(it -> !chosen.contains(it.from()));
        next.sort(Comparator.comparing((Edge it) -> sizeThrough(it.from())));
        next.forEach(it -> stack.add(it.from()));
      }
    }
    return order;
  }
}
