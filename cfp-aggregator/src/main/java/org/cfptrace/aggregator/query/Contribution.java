package org.cfptrace.aggregator.query;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.structure.FactorReference;
import org.cfptrace.aggregator.structure.StructureLine;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.FigureReference;
import org.cfptrace.rollup.LineOrigin;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;

/**
 * What one source brings to one unit of the product asked about, wherever in it the source stands.
 *
 * @param path the names from the product down to the assembly it stands in; one way of several
 * @param lines the ids of the lines on that way, the own line last
 * @param assembly the product whose line, or whose own making, it is
 * @param structureVersion the version of the assembly's structure that says so
 * @param line the line; empty for own emissions and own transport
 * @param complete it counts as a whole, and who gave it calls it complete
 * @param amount how many units of the assembly are in one unit of the product
 * @param emissions for one unit of the product; nothing where there is no figure
 * @param share of the line that this source covers; empty where it is no line
 * @param figure what was counted, as its maker gave it
 * @param lastKnown for one unit of the product, where nothing counts and a figure was known once
 */
public record Contribution(
    Kind kind,
    List<String> path,
    List<String> lines,
    TraceId assembly,
    long structureVersion,
    Optional<String> plant,
    Optional<StructureLine> line,
    Optional<SupplierProduct> supplier,
    LineState state,
    LineOrigin origin,
    boolean complete,
    BigDecimal amount,
    Emissions emissions,
    Optional<Share> share,
    Optional<SourceFigure.Given> figure,
    Emissions lastKnown) {

  /** Where it comes from. */
  public enum Kind {
    /** What the company itself emits at one of its products. */
    OWN,
    /** Inbound transport the company pays for. */
    TRANSPORT,
    /** Bought, with a supplier's figure or for want of one. */
    SUPPLIER,
    /** An estimate of the company: materials and energy with emission factors. */
    ESTIMATE,
    /**
     * Made by the company itself, and of no use here: no structure in force, or another boundary.
     */
    ASSEMBLY
  }

  public Contribution {
    requireNonNull(kind, "kind");
    path = List.copyOf(path);
    lines = List.copyOf(lines);
    requireNonNull(assembly, "assembly");
    requireNonNull(plant, "plant");
    requireNonNull(line, "line");
    requireNonNull(supplier, "supplier");
    requireNonNull(state, "state");
    requireNonNull(origin, "origin");
    requireNonNull(amount, "amount");
    requireNonNull(emissions, "emissions");
    requireNonNull(share, "share");
    requireNonNull(figure, "figure");
    requireNonNull(lastKnown, "lastKnown");
  }

  /** What a person calls it. */
  public String name() {
    return line.map(it -> it.line().partName())
        .orElseGet(() -> path.get(path.size() - 1) + (kind == Kind.OWN ? "" : ", transport"));
  }

  /** The declaration whose figure was counted; empty where it was no supplier's. */
  public Optional<String> declarationId() {
    return figure.map(SourceFigure.Given::reference).map(FigureReference::declarationId);
  }

  /** The emission factor it was estimated with, as it is cited. */
  public Optional<FactorReference> factor() {
    return line.flatMap(StructureLine::factor);
  }

  /** Whether it is a figure at all. */
  public boolean isMissing() {
    return origin == LineOrigin.NONE;
  }

  /** Two shares of one line that nobody supplies. */
  Contribution together(Contribution other) {
    return new Contribution(
        kind,
        path,
        lines,
        assembly,
        structureVersion,
        plant,
        line,
        supplier,
        state.isOk() ? other.state : state,
        origin.weaker(other.origin),
        complete && other.complete,
        amount,
        emissions.plus(other.emissions),
        share,
        figure.or(other::figure),
        lastKnown.plus(other.lastKnown));
  }

  /** The same place in the product, whatever its figure. */
  Key key() {
    return new Key(kind, assembly, line.map(it -> it.line().lineId().value()), supplier);
  }

  /** What two moments have in common. */
  record Key(
      Kind kind, TraceId assembly, Optional<String> lineId, Optional<SupplierProduct> supplier) {
    /** As text, to sort by: no two places have the same. */
    String text() {
      return assembly.bareUuid()
          + " "
          + kind
          + " "
          + lineId.orElse("-")
          + supplier.map(it -> " " + it.partner().did() + " " + it.product().bareUuid()).orElse("");
    }
  }
}
