package org.cfptrace.rollup;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.cfptrace.footprint.Emissions;

/**
 * What one line brings to the total, and why. The contribution is rounded once, to 18 decimals of a
 * kilogram; where a part of the line has no number it holds the rest only, and the state says so.
 */
public record LineResult(
    BillOfMaterialsLine line,
    LineState state,
    LineOrigin origin,
    Emissions contribution,
    List<LinePart> parts) {

  public LineResult {
    requireNonNull(line, "line");
    requireNonNull(state, "state");
    requireNonNull(origin, "origin");
    requireNonNull(contribution, "contribution");
    parts = List.copyOf(parts);
  }

  /** Whether every part counts and every input says that it is complete. */
  public boolean isComplete() {
    return parts.stream().allMatch(LinePart::isComplete);
  }
}
