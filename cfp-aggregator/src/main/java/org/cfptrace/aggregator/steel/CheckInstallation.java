package org.cfptrace.aggregator.steel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cfptrace.aggregator.steel.SteelFault.Kind;

/** Everything that is wrong with an input, found at once and named by its field. */
final class CheckInstallation {
  private final InstallationYear input;
  private final List<SteelFault> faults = new ArrayList<>();

  private CheckInstallation(InstallationYear input) {
    this.input = input;
  }

  /** All faults; none where the input may be calculated. */
  static List<SteelFault> faults(InstallationYear input) {
    CheckInstallation check = new CheckInstallation(input);
    check.period();
    check.names();
    for (int i = 0; i < input.purchases().size(); i++) {
      check.purchase(input.purchases().get(i), "purchases[" + i + "]");
    }
    for (int i = 0; i < input.processes().size(); i++) {
      check.process(input.processes().get(i), "processes[" + i + "]");
    }
    check.cycles();
    check.balances();
    return List.copyOf(check.faults);
  }

  private void period() {
    if (!input.year().holds(input.period())) {
      fault(
          Kind.PERIOD_MIX,
          "period",
          "expected a period inside " + input.year() + ", seen " + input.period());
    }
  }

  private void names() {
    Set<PurchaseId> purchases = new HashSet<>();
    for (int i = 0; i < input.purchases().size(); i++) {
      PurchaseId id = input.purchases().get(i).id();
      if (!purchases.add(id)) {
        fault(Kind.DUPLICATE_ID, "purchases[" + i + "].id", "there are two purchases " + id);
      }
    }
    Set<ProcessId> processes = new HashSet<>();
    for (int i = 0; i < input.processes().size(); i++) {
      ProcessId id = input.processes().get(i).id();
      if (!processes.add(id)) {
        fault(Kind.DUPLICATE_ID, "processes[" + i + "].id", "there are two processes " + id);
      }
    }
  }

  private void purchase(Purchase purchase, String path) {
    if (GoodsCategory.of(purchase.code()).isEmpty()) {
      fault(
          Kind.CN_INVALID,
          path + ".cn",
          "expected a precursor of iron and steel, seen "
              + purchase.code()
              + (purchase.code().startsWith("7204")
                  ? ", scrap, which a process states apart"
                  : ""));
    }
    ActualValues actual = purchase.actual();
    if (actual != null
        && !input.year().holds(actual.period())
        && !input.year().isAfter(actual.period())) {
      fault(
          Kind.PERIOD_MIX,
          path + ".actual.period",
          "expected a period inside one calendar year not after "
              + input.year()
              + ", seen "
              + actual.period());
    }
  }

  private void process(ProductionProcess process, String path) {
    route(process, path);
    for (int i = 0; i < process.outputs().size(); i++) {
      CnCode code = process.outputs().get(i).code();
      if (!process.good().holds(code)) {
        fault(
            Kind.CN_INVALID,
            path + ".outputs[" + i + "].cn",
            "expected a code of " + process.good().en() + ", seen " + code);
      }
    }
    for (int i = 0; i < process.precursors().size(); i++) {
      precursor(process, process.precursors().get(i), path + ".precursors[" + i + "]");
    }
  }

  private void route(ProductionProcess process, String path) {
    Set<SteelRoute> allowed = process.good().routes();
    boolean isGood = process.takes().map(allowed::contains).orElseGet(allowed::isEmpty);
    if (!isGood) {
      fault(
          Kind.ROUTE_INVALID,
          path + ".route",
          process.good().en()
              + (allowed.isEmpty() ? " has no route" : " takes one of " + allowed)
              + ", seen "
              + process.takes().map(SteelRoute::name).orElse("none"));
    }
  }

  private void precursor(ProductionProcess process, PrecursorUse use, String path) {
    Set<GoodsCategory> categories =
        use.fold(
            own -> ofProcess(own.process(), path), bought -> ofPurchase(bought.purchase(), path));
    if (!categories.isEmpty() && categories.stream().noneMatch(process.good()::mayBeMadeOf)) {
      fault(
          Kind.PRECURSOR_NOT_ALLOWED,
          path,
          process.good().en()
              + " is not made of "
              + categories.stream().map(GoodsCategory::en).collect(Collectors.joining(" or ")));
    }
  }

  private Set<GoodsCategory> ofProcess(ProcessId id, String path) {
    if (input.process(id).isEmpty()) {
      fault(Kind.PRECURSOR_UNKNOWN, path + ".process", "there is no process " + id);
    }
    return input.process(id).map(process -> Set.of(process.good())).orElse(Set.of());
  }

  private Set<GoodsCategory> ofPurchase(PurchaseId id, String path) {
    if (input.purchase(id).isEmpty()) {
      fault(Kind.PRECURSOR_UNKNOWN, path + ".purchase", "there is no purchase " + id);
    }
    return input.purchase(id).map(purchase -> GoodsCategory.of(purchase.code())).orElse(Set.of());
  }

  private void cycles() {
    for (List<ProcessId> path : ProcessOrder.of(input.processes()).cycles()) {
      fault(
          Kind.PRECURSOR_CYCLE,
          "processes",
          "a process uses its own product: " + ProcessOrder.text(path));
    }
  }

  private void balances() {
    for (int i = 0; i < input.processes().size(); i++) {
      ProductionProcess process = input.processes().get(i);
      balance(
          "processes[" + i + "]",
          "process " + process.id(),
          process.made(),
          process.sold(),
          MassConsumed.of(input, process.id()));
    }
    for (int i = 0; i < input.purchases().size(); i++) {
      Purchase purchase = input.purchases().get(i);
      balance(
          "purchases[" + i + "]",
          "purchase " + purchase.id(),
          purchase.bought(),
          purchase.sold(),
          MassConsumed.of(input, purchase.id()));
    }
  }

  private void balance(String path, String what, Tonnes available, Tonnes sold, Tonnes used) {
    if (sold.plus(used).compareTo(available) > 0) {
      fault(
          Kind.PRECURSOR_OVERUSED,
          path,
          what + ": " + used + " consumed and " + sold + " sold of " + available);
    }
  }

  private void fault(Kind kind, String field, String message) {
    faults.add(new SteelFault(kind, field, message));
  }
}
