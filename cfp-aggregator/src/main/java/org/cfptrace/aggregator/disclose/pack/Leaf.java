package org.cfptrace.aggregator.disclose.pack;

import java.math.BigDecimal;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.pack.Lineage.Amounts;
import org.cfptrace.aggregator.disclose.pack.Lineage.Kind;
import org.cfptrace.aggregator.disclose.pack.Lineage.Node;
import org.cfptrace.rollup.LinePart;
import org.cfptrace.rollup.LineResult;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;
import org.jspecify.annotations.Nullable;

/**
 * What ends a graph: a declaration, an estimate, or nothing known. Filled while arrows are drawn.
 */
final class Leaf {
  final String id;
  private final LineResult line;
  private final LinePart part;
  private final @Nullable SupplierProduct supplier;
  private final Optional<String> factor;
  private BigDecimal amount = BigDecimal.ZERO;
  private Optional<Amounts> contribution = Optional.empty();

  Leaf(
      String id,
      LineResult line,
      LinePart part,
      @Nullable SupplierProduct supplier,
      Optional<String> factor) {
    this.id = id;
    this.line = line;
    this.part = part;
    this.supplier = supplier;
    this.factor = factor;
  }

  void add(BigDecimal units, Optional<Amounts> brings) {
    amount = amount.add(units);
    contribution = contribution.map(it -> it.plus(brings.orElse(Amounts.NONE))).or(() -> brings);
  }

  Node node() {
    Optional<SourceFigure.Given> counted = Optional.ofNullable(part.counted());
    Optional<SupplierProduct> of = Optional.ofNullable(supplier);
    return new Node(
        id,
        kind(),
        line.line().partName(),
        of.map(it -> it.product().toString()).or(this::ownProduct),
        of.map(it -> it.partner().did()),
        counted.flatMap(it -> Optional.ofNullable(it.reference())).map(it -> it.declarationId()),
        factor,
        LineageOf.plain(amount),
        counted.map(it -> it.unit().text()).orElse(line.line().netAmount().unit().text()),
        part.state().toString(),
        part.isComplete(),
        counted.map(it -> Amounts.of(it.emissions())),
        Optional.empty(),
        Optional.empty(),
        contribution);
  }

  private Kind kind() {
    if (part.counted() == null) {
      return Kind.MISSING;
    }
    return part.origin().isEstimate() ? Kind.ESTIMATE : Kind.DECLARATION;
  }

  private Optional<String> ownProduct() {
    return line.line().supply() instanceof LineSupply.Own own
        ? Optional.of(own.product().toString())
        : Optional.empty();
  }
}
