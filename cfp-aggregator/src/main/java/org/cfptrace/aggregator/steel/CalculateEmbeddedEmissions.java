package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cfptrace.rollup.Bilingual;

/**
 * Computes the specific embedded emissions of an installation's goods, or says everything that is
 * wrong with its input. Pure arithmetic on exact numbers: nothing is rounded.
 */
public final class CalculateEmbeddedEmissions {
  private final DefaultValues defaults;

  public CalculateEmbeddedEmissions(DefaultValues defaults) {
    this.defaults = requireNonNull(defaults, "defaults");
  }

  /** A result, or why there is none. */
  public sealed interface Outcome {
    /** It could be computed. */
    record Calculated(SteelResult result) implements Outcome {}

    /** It could not; every fault of the input. */
    record Refused(List<SteelFault> faults) implements Outcome {
      public Refused {
        faults = List.copyOf(faults);
      }
    }

    default <R> R fold(Function<SteelResult, R> calculated, Function<List<SteelFault>, R> refused) {
      return this instanceof Calculated done
          ? calculated.apply(done.result())
          : refused.apply(((Refused) this).faults());
    }
  }

  public Outcome of(InstallationYear input) {
    PurchaseValues purchases = new PurchaseValues(input, defaults);
    List<SteelFault> faults = new ArrayList<>(CheckInstallation.faults(input));
    if (faults.isEmpty()) {
      // Of a code that is no good of iron and steel it would only be said twice.
      faults.addAll(purchases.faults());
    }
    return faults.isEmpty()
        ? new Outcome.Calculated(calculated(input, purchases))
        : new Outcome.Refused(faults);
  }

  /** A process that is done, as others use it. */
  private record Precursor(String name, PrecursorValue value) {}

  private SteelResult calculated(InstallationYear input, PurchaseValues purchases) {
    // Of each process once: to sum up its precursors anew at every use would take a chain's square.
    Map<ProcessId, Precursor> done = new HashMap<>();
    List<ProcessResult> results = new ArrayList<>();
    List<Flag> flags = new ArrayList<>(purchases.flags());
    for (ProductionProcess process : ProcessOrder.of(input.processes()).precursorsFirst()) {
      List<PrecursorContribution> precursors =
          process.precursors().stream()
              .map(use -> contribution(input, process, use, done, purchases))
              .toList();
      ProcessResult result = ProcessResult.of(process, precursors);
      done.put(process.id(), new Precursor(process.name(), result.asPrecursor()));
      results.add(result);
      if (result.attributed().isSetToZero()) {
        flags.add(setToZero(input, result));
      }
    }
    return new SteelResult(input, results, flags, defaults.name());
  }

  private static PrecursorContribution contribution(
      InstallationYear input,
      ProductionProcess process,
      PrecursorUse use,
      Map<ProcessId, Precursor> done,
      PurchaseValues purchases) {
    Tonnes made = process.made();
    return use.fold(
        own -> {
          Precursor precursor = requireNonNull(done.get(own.process()), "precursors first");
          return PrecursorContribution.of(precursor.name(), use, precursor.value(), made);
        },
        bought ->
            PrecursorContribution.of(
                input.purchase(bought.purchase()).map(Purchase::name).orElseThrow(),
                use,
                purchases.of(bought.purchase()),
                made));
  }

  private static Flag setToZero(InstallationYear input, ProcessResult result) {
    ProductionProcess process = result.process();
    String balance = result.attributed().balance().toString();
    return new Flag(
        Flag.Kind.SET_TO_ZERO,
        "processes[" + input.processes().indexOf(process) + "]",
        new Bilingual(
            process.name() + ": direct emissions of " + balance + " were set to zero",
            process.name() + ": 直接排出量 " + balance + " をゼロとしました"));
  }
}
