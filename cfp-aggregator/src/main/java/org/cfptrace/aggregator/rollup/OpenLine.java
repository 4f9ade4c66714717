package org.cfptrace.aggregator.rollup;

import static java.util.Objects.requireNonNull;

import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineState;

/**
 * A line that keeps its product from being complete. A state of OK says that it is counted, but
 * that its source calls its own figure incomplete.
 */
public record OpenLine(LineId line, LineState state) {

  public OpenLine {
    requireNonNull(line, "line");
    requireNonNull(state, "state");
  }
}
