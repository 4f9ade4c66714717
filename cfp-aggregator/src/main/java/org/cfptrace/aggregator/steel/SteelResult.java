package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;
import org.cfptrace.rollup.Bilingual;

/**
 * What came out of one installation's year.
 *
 * @param processes precursors before what is made of them
 * @param defaultValues the name of the set of default values that was at hand
 */
public record SteelResult(
    InstallationYear input, List<ProcessResult> processes, List<Flag> flags, String defaultValues) {
  public SteelResult {
    requireNonNull(input, "input");
    requireNonNull(defaultValues, "defaultValues");
    processes = List.copyOf(processes);
    flags = List.copyOf(flags);
  }

  /** What somebody should still get a better value for. */
  public List<Flag> unresolved() {
    return flags.stream().filter(flag -> flag.kind().isUnresolved()).toList();
  }

  /** Direct emissions of the installation: of all processes themselves. */
  public TonnesCo2e direct() {
    return sum(AttributedEmissions::direct);
  }

  /** Emissions of all electricity consumed, whether or not a good counts them. */
  public TonnesCo2e indirect() {
    return sum(AttributedEmissions::indirect);
  }

  /** The result of one process. */
  public ProcessResult of(ProcessId id) {
    return processes.stream()
        .filter(result -> result.process().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no process " + id));
  }

  /** How it was computed, sentence by sentence. */
  public List<Bilingual> explanation() {
    return SteelExplanation.of(this);
  }

  private TonnesCo2e sum(Function<AttributedEmissions, TonnesCo2e> part) {
    return processes.stream()
        .map(ProcessResult::attributed)
        .map(part)
        .reduce(TonnesCo2e.ZERO, TonnesCo2e::plus);
  }
}
