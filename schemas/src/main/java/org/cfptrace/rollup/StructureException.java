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

  static StructureException cycle(List<TraceId> path) {
    return new StructureException(
        Fault.CYCLE,
        "a product may not be part of itself: "
            + path.stream().map(TraceId::toString).collect(Collectors.joining(" > ")),
        path);
  }

  public Fault fault() {
    return fault;
  }

  /** The products from the one that begins the trouble to the one that ends it. */
  public List<TraceId> path() {
    return path;
  }
}
