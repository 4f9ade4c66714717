package org.cfptrace.aggregator.disclose.pack;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.disclose.pack.Lineage.Amounts;
import org.cfptrace.aggregator.disclose.pack.Lineage.Edge;
import org.cfptrace.aggregator.disclose.pack.Lineage.Kind;
import org.cfptrace.aggregator.disclose.pack.Lineage.Node;
import org.cfptrace.aggregator.query.Tree;
import org.cfptrace.aggregator.structure.ProductStructure;
import org.cfptrace.aggregator.structure.StructureLine;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LinePart;
import org.cfptrace.rollup.LineResult;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;
import org.jspecify.annotations.Nullable;

/** Draws the graph out of a tree: wholes first, so that each amount is known when it is needed. */
final class LineageOf {
  private static final MathContext DIGITS = MathContext.DECIMAL128;
  private static final int SCALE = 18;

  private final Tree tree;
  private final Map<TraceId, BigDecimal> amounts = new LinkedHashMap<>();
  private final Map<TraceId, String> made = new LinkedHashMap<>();
  private final Map<List<String>, Leaf> leaves = new LinkedHashMap<>();
  private final Set<TraceId> known = new HashSet<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private final Map<List<String>, String> factors = new HashMap<>();

  private LineageOf(Tree tree) {
    this.tree = tree;
  }

  static Lineage tree(Tree tree) {
    return new LineageOf(tree).lineage();
  }

  private Lineage lineage() {
    TraceId root = tree.root().traceId();
    amounts.put(root, BigDecimal.ONE);
    // Parts come before what they go into.
    tree.footprints().forEach(this::note);
    List<TraceId> wholesFirst = new ArrayList<>(tree.footprints().keySet());
    for (int i = wholesFirst.size() - 1; i >= 0; i--) {
      BigDecimal amount = amounts.get(wholesFirst.get(i));
      // What is only beneath a line that does not count brings nothing.
      if (amount != null) {
        takeApart(wholesFirst.get(i), amount);
      }
    }
    leaves.values().forEach(leaf -> nodes.add(leaf.node()));
    Amounts sum = Amounts.NONE;
    for (Node node : nodes) {
      sum = sum.plus(node.contribution().orElse(Amounts.NONE));
    }
    return new Lineage(nodes, edges, Amounts.of(tree.footprint().total()).minus(sum));
  }

  /** Whether anything of it has a figure: what is not known is not 0. */
  private void note(TraceId product, Footprint footprint) {
    boolean isKnown =
        footprint.isOwnKnown()
            || footprint.product().transport() != null
            || footprint.lines().stream()
                .anyMatch(line -> line.parts().stream().anyMatch(part -> counts(line, part)));
    if (isKnown) {
      known.add(product);
    }
  }

  private boolean counts(LineResult line, LinePart part) {
    return part.counted() != null
        && (!(line.line().supply() instanceof LineSupply.Own own) || known.contains(own.product()));
  }

  private void takeApart(TraceId product, BigDecimal amount) {
    Footprint footprint = requireNonNull(tree.footprints().get(product), "in the tree");
    ProductStructure structure = tree.structure(product);
    String id = idOf(product);
    Optional<Amounts> own = amounts(footprint.product().own());
    Optional<Amounts> transport = amounts(footprint.product().transport());
    boolean isKnown = own.isPresent() || transport.isPresent();
    nodes.add(
        new Node(
            id,
            product.equals(tree.root().traceId()) ? Kind.PRODUCT : Kind.ASSEMBLY,
            structure.name(),
            Optional.of(product.toString()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            plain(amount),
            structure.unit().text(),
            own.isPresent() ? "OK" : "ASKED",
            footprint.isComplete(),
            known.contains(product) ? Optional.of(Amounts.of(footprint.total())) : Optional.empty(),
            own,
            transport,
            isKnown
                ? Optional.of(
                    scaled(own.orElse(Amounts.NONE).plus(transport.orElse(Amounts.NONE)), amount))
                : Optional.empty()));
    noteFactors(structure);
    for (LineResult line : footprint.lines()) {
      for (int i = 0; i < line.parts().size(); i++) {
        arrow(structure, id, line, i, amount);
      }
    }
  }

  private void arrow(
      ProductStructure structure, String to, LineResult line, int place, BigDecimal amount) {
    LinePart part = line.parts().get(place);
    BigDecimal units = times(amount, part.factor());
    boolean counts = part.counted() != null;
    Optional<Amounts> perUnit =
        counts(line, part) ? Optional.of(Amounts.of(part.contribution())) : Optional.empty();
    Optional<Amounts> contribution = perUnit.map(it -> scaled(it, amount));
    String from;
    if (line.line().supply() instanceof LineSupply.Own below
        && counts
        && tree.footprints().containsKey(below.product())) {
      amounts.merge(below.product(), units, BigDecimal::add);
      from = idOf(below.product());
    } else {
      Leaf leaf = leaf(structure, line, place);
      leaf.add(units, contribution);
      from = leaf.id;
    }
    edges.add(
        new Edge(
            from, to, line.line().lineId().value(), exact(part.factor()), perUnit, contribution));
  }

  private String idOf(TraceId product) {
    return made.computeIfAbsent(product, first -> nextId());
  }

  private String nextId() {
    return "n" + (made.size() + leaves.size() + 1);
  }

  // ---- what ends the graph

  /** One declaration is one place, however many lines use it; everything else is its line's own. */
  private Leaf leaf(ProductStructure structure, LineResult line, int place) {
    LinePart part = line.parts().get(place);
    SourceFigure.Given counted = part.counted();
    SupplierProduct supplier = part.supplier();
    List<String> key =
        counted != null && counted.reference() != null
            ? List.of(counted.reference().declarationId(), part.state().toString())
            : List.of(
                structure.traceId().toString(),
                line.line().lineId().value(),
                Integer.toString(place));
    Leaf known = leaves.get(key);
    if (known != null) {
      return known;
    }
    Leaf leaf = new Leaf(nextId(), line, part, supplier, factor(structure, line));
    leaves.put(key, leaf);
    return leaf;
  }

  /** Once for each product: a product may have thousands of lines. */
  private void noteFactors(ProductStructure structure) {
    for (StructureLine line : structure.lines()) {
      line.factor()
          .ifPresent(it -> factors.putIfAbsent(key(structure, line.line()), it.toString()));
    }
  }

  private static List<String> key(ProductStructure structure, BillOfMaterialsLine line) {
    return List.of(structure.traceId().toString(), line.lineId().value());
  }

  private Optional<String> factor(ProductStructure structure, LineResult line) {
    return Optional.ofNullable(factors.get(key(structure, line.line())));
  }

  // ---- numbers

  private static Optional<Amounts> amounts(@Nullable OwnEmissions own) {
    return Optional.ofNullable(own).map(it -> Amounts.of(it.emissions()));
  }

  private static Amounts scaled(Amounts perUnit, BigDecimal amount) {
    return new Amounts(scaled(perUnit.excl(), amount), scaled(perUnit.incl(), amount));
  }

  private static KgCo2e scaled(KgCo2e perUnit, BigDecimal amount) {
    return new KgCo2e(perUnit.value().multiply(amount).setScale(SCALE, RoundingMode.HALF_EVEN));
  }

  private static BigDecimal times(BigDecimal amount, Fraction factor) {
    return amount.multiply(factor.numerator()).divide(factor.denominator(), DIGITS);
  }

  private static String exact(Fraction factor) {
    Fraction reduced = factor.reduced();
    return reduced.numerator().toPlainString() + "/" + reduced.denominator().toPlainString();
  }

  static BigDecimal plain(BigDecimal number) {
    BigDecimal rounded = number.setScale(SCALE, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
