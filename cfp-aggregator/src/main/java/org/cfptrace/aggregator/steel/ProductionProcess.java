package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One production process of an installation in one year. A joint process (hot metal that goes
 * straight into the converter and is not sold) is one process, named for its last good; the
 * precursors inside it are in its own emissions.
 *
 * @param route missing only for goods of which a route says nothing
 */
public record ProductionProcess(
    ProcessId id,
    String name,
    GoodsCategory good,
    @Nullable SteelRoute route,
    List<Output> outputs,
    List<SourceStream> streams,
    EnergyFlows flows,
    List<PrecursorUse> precursors,
    Scrap scrap) {
  public ProductionProcess {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(good, "good");
    requireNonNull(flows, "flows");
    requireNonNull(scrap, "scrap");
    outputs = List.copyOf(outputs);
    streams = List.copyOf(streams);
    precursors = List.copyOf(precursors);
    if (outputs.isEmpty()) {
      throw new IllegalArgumentException("process " + id + " makes nothing");
    }
  }

  /** The activity level: all that was made, counted once. */
  public Tonnes made() {
    return outputs.stream().map(Output::made).reduce(Tonnes.NONE, Tonnes::plus);
  }

  /** What left the installation. */
  public Tonnes sold() {
    return outputs.stream().map(Output::sold).reduce(Tonnes.NONE, Tonnes::plus);
  }

  public Optional<SteelRoute> takes() {
    return Optional.ofNullable(route);
  }
}
