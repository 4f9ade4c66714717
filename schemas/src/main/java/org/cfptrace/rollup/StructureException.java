package org.cfptrace.rollup;

import java.util.List;
import java.util.stream.Collectors;
import org.cfptrace.footprint.TraceId;

/** A product structure that cannot be added up, with the path where it goes wrong. */
public final class StructureException extends IllegalArgumentException {

  /** What is wrong with the structure. */
  public enum Fault {
    /** A product is, at some depth, a part of itself. */
    CYCLE,
    /** The same part would be counted through a declaration and through its own parts. */
    DOUBLE_COUNT,
    /** A line names an own product that does not exist. */
    UNKNOWN_PRODUCT
  }

  private final Fault fault;
  private final transient List<TraceId> path;

  StructureException(Fault fault, String message, List<TraceId> path) {
    super(fault + ": " + message);
    this.fault = fault;
    this.path = List.copyOf(path);
  }

  /** The path leads from a product down to itself. */
  public static StructureException cycle(List<TraceId> path) {
    return new StructureException(
        Fault.CYCLE,
        "a product may not be part of itself: "
            + path.stream().map(TraceId::toString).collect(Collectors.joining(" > ")),
        path);
  }

  /** A line of {@code user} leads to an own product that is not there. */
  public static StructureException unknownProduct(TraceId user, TraceId part) {
    return new StructureException(
        Fault.UNKNOWN_PRODUCT, "no own product " + part, List.of(user, part));
  }

  /** A line of {@code user} is bound to a declaration of what is also built up from own lines. */
  public static StructureException doubleCount(TraceId user, LineId line, TraceId part) {
    return new StructureException(
        Fault.DOUBLE_COUNT,
        "line "
            + line
            + " is bound to a declaration of "
            + part
            + ", which is also built up from own lines",
        List.of(user, part));
  }

  public Fault fault() {
    return fault;
  }

  /** The products from the one that begins the trouble to the one that ends it. */
  public List<TraceId> path() {
    return path;
  }
}
