package org.cfptrace.connector.product;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.footprint.Yield;

/**
 * One line of a bill of materials: a part and how much of it is in one unit of the product.
 *
 * @param id names the line inside its product for good, also when lines move
 * @param netAmount what ends up in one unit of the product; what is bought is this divided by the
 *     yield
 * @param massPerUnit the mass of one piece of the part: bridges pieces and kilograms where the
 *     supplier says none
 */
public record Line(
    String id,
    String partName,
    Quantity netAmount,
    Yield yield,
    Optional<MassPerUnit> massPerUnit,
    Content content) {
  /** Every part must be said, if only as absent. */
  public Line {
    requireNonNull(id, "id");
    requireNonNull(partName, "partName");
    requireNonNull(netAmount, "netAmount");
    requireNonNull(yield, "yield");
    requireNonNull(massPerUnit, "massPerUnit");
    requireNonNull(content, "content");
  }

  /** The same line with another content. */
  public Line with(Content other) {
    return new Line(id, partName, netAmount, yield, massPerUnit, other);
  }

  /** What the part is to this company. */
  public sealed interface Content {
    /** One result for each kind of content. */
    <R> R fold(
        Function<Procured, R> procured, Function<Own, R> own, Function<Terminal, R> terminal);
  }

  /**
   * Bought from partners; no source yet means nobody has linked it, not that it is free of
   * emissions.
   */
  public record Procured(List<Source> sources) implements Content {
    /** Copies the sources. */
    public Procured {
      sources = List.copyOf(sources);
    }

    @Override
    public <R> R fold(
        Function<Procured, R> procured, Function<Own, R> own, Function<Terminal, R> terminal) {
      return procured.apply(this);
    }
  }

  /** Made by this company: another of its products. */
  public record Own(TraceId product) implements Content {
    /** The product must be named. */
    public Own {
      requireNonNull(product, "product");
    }

    @Override
    public <R> R fold(
        Function<Procured, R> procured, Function<Own, R> own, Function<Terminal, R> terminal) {
      return own.apply(this);
    }
  }

  /** Nobody is asked (終端): the owner's estimate stands. */
  public record Terminal(Estimate estimate) implements Content {
    /** The estimate must be there. */
    public Terminal {
      requireNonNull(estimate, "estimate");
    }

    @Override
    public <R> R fold(
        Function<Procured, R> procured, Function<Own, R> own, Function<Terminal, R> terminal) {
      return terminal.apply(this);
    }
  }
}
