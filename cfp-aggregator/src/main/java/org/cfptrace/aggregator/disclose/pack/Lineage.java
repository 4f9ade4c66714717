package org.cfptrace.aggregator.disclose.pack;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;

/**
 * The way of a product's footprint: what it is made of, as a graph without circles. An arrow leads
 * from what goes in to what it goes into. The total of each thing made is its own emissions, its
 * transport and what its arrows bring, exactly.
 *
 * @param nodes the product first, wholes before what they are made of
 * @param rounding what the product's exact total is more than all contributions, {@code excl} and
 *     {@code incl}
 */
public record Lineage(List<Node> nodes, List<Edge> edges, Amounts rounding) {
  public Lineage {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    requireNonNull(rounding, "rounding");
  }

  /** What stands at a place of the graph. */
  public enum Kind {
    /** What the pack is about. */
    PRODUCT,
    /** Made by the same company. */
    ASSEMBLY,
    /** A supplier's product, with the declaration that counts. */
    DECLARATION,
    /** An estimate of the company, or what stands in for a supplier. */
    ESTIMATE,
    /** No figure. */
    MISSING,
    /**
     * A source whose maker's terms withhold it, or what stands for those that are not told apart.
     */
    WITHHELD;

    /** Whether it has a sum of its own. */
    boolean isMade() {
      return this == PRODUCT || this == ASSEMBLY;
    }
  }

  /** Kilograms of CO2e, without and with biogenic uptake. */
  public record Amounts(KgCo2e excl, KgCo2e incl) {
    public static final Amounts NONE = new Amounts(KgCo2e.ZERO, KgCo2e.ZERO);

    public Amounts {
      requireNonNull(excl, "excl");
      requireNonNull(incl, "incl");
    }

    static Amounts of(Emissions emissions) {
      return new Amounts(emissions.exclBiogenicUptake(), emissions.inclBiogenicUptake());
    }

    Amounts plus(Amounts other) {
      return new Amounts(excl.plus(other.excl), incl.plus(other.incl));
    }

    Amounts minus(Amounts other) {
      return new Amounts(excl.minus(other.excl), incl.minus(other.incl));
    }
  }

  /**
   * A place of the graph.
   *
   * @param id {@code n1} and so on
   * @param amount how many units of it are in one unit of the product, losses included
   * @param perUnit its footprint per unit; of an incomplete one what is known of it, if anything
   * @param own what its maker emits, per unit; only of what is made, and where it is known
   * @param transport inbound transport, per unit; only of what is made
   * @param contribution what it brings to one unit of the product by itself: what is made its own
   *     emissions and transport, everything else all it has
   */
  public record Node(
      String id,
      Kind kind,
      String name,
      Optional<String> traceId,
      Optional<String> supplier,
      Optional<String> declarationId,
      Optional<String> factor,
      BigDecimal amount,
      String unit,
      String state,
      boolean complete,
      Optional<Amounts> perUnit,
      Optional<Amounts> own,
      Optional<Amounts> transport,
      Optional<Amounts> contribution) {
    public Node {
      requireNonNull(id, "id");
      requireNonNull(kind, "kind");
      requireNonNull(name, "name");
      requireNonNull(amount, "amount");
      requireNonNull(unit, "unit");
      requireNonNull(state, "state");
    }
  }

  /**
   * An arrow.
   *
   * @param line id of the line of the bill of materials
   * @param factor units of {@code from} in one unit of {@code to}, as an exact fraction {@code
   *     n/d}: net amount ÷ yield × share × conversion of units
   * @param perUnit what it brings to one unit of {@code to}, rounded once to 18 decimals
   * @param contribution what it brings to one unit of the product
   */
  public record Edge(
      String from,
      String to,
      String line,
      String factor,
      Optional<Amounts> perUnit,
      Optional<Amounts> contribution) {
    public Edge {
      requireNonNull(from, "from");
      requireNonNull(to, "to");
      requireNonNull(line, "line");
      requireNonNull(factor, "factor");
    }
  }

  /** The product's own place. */
  Node product() {
    return nodes.get(0);
  }
}
