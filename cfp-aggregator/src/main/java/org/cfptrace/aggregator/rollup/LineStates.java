package org.cfptrace.aggregator.rollup;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.LineState.Kind;
import org.cfptrace.rollup.UnusableReason;

/** The states of a line as numbers that fit a byte. */
final class LineStates {
  /** Counted, and its source calls itself complete. */
  static final int COMPLETE = 0;

  /** Counted, but its source says that its own figure is incomplete. */
  static final int INCOMPLETE_SOURCE = 1;

  private static final List<LineState> STATES = states();
  private static final Map<LineState, Integer> CODES = codes();

  static final int GWP_MIX = code(LineState.unusable(UnusableReason.GWP_MIX));
  static final int BOUNDARY_MIX = code(LineState.unusable(UnusableReason.BOUNDARY_MIX));
  static final int UNIT_MISMATCH = code(LineState.unusable(UnusableReason.UNIT_MISMATCH));
  static final int ASKED = code(LineState.ASKED);
  static final int NO_SOURCE = code(LineState.unusable(UnusableReason.NO_SOURCE));

  private LineStates() {}

  static LineState state(int code) {
    return STATES.get(code);
  }

  /** The code of a state other than OK. */
  static int code(LineState state) {
    return requireNonNull(CODES.get(state));
  }

  static int code(LineState state, boolean complete) {
    if (!state.isOk()) {
      return code(state);
    }
    return complete ? COMPLETE : INCOMPLETE_SOURCE;
  }

  private static List<LineState> states() {
    List<LineState> states = new ArrayList<>(List.of(LineState.OK, LineState.OK));
    for (Kind kind : Kind.values()) {
      if (kind != Kind.OK && kind != Kind.UNUSABLE) {
        states.add(new LineState(kind, null));
      }
    }
    for (UnusableReason reason : UnusableReason.values()) {
      states.add(new LineState(Kind.STALE, reason));
      states.add(LineState.unusable(reason));
    }
    return List.copyOf(states);
  }

  private static Map<LineState, Integer> codes() {
    Map<LineState, Integer> codes = new HashMap<>();
    for (int code = INCOMPLETE_SOURCE + 1; code < STATES.size(); code++) {
      codes.put(STATES.get(code), code);
    }
    return Map.copyOf(codes);
  }
}
