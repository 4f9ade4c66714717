package org.cfptrace.aggregator.live;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Deque;
import org.cfptrace.aggregator.structure.Structures;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.service.answer.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Builds the graphs of all companies after a start, one by one, so that nobody's first question
 * waits for it. Whom another instance adds up for is left to that one.
 */
public final class ReadAtStart {
  private final Structures structures;
  private final LiveGraphs graphs;
  private @Nullable Deque<Tenant> left;

  public ReadAtStart(Structures structures, LiveGraphs graphs) {
    this.structures = requireNonNull(structures, "structures");
    this.graphs = requireNonNull(graphs, "graphs");
  }

  /** Reads the next company; how many that were. What fails is read when it is asked for. */
  public int round() {
    if (left == null) {
      left = new ArrayDeque<>(structures.tenants());
    }
    Tenant next = left.poll();
    if (next == null) {
      return 0;
    }
    try {
      graphs.ready(next);
    } catch (Refused isAnothers) {
      return 1;
    }
    return 1;
  }
}
