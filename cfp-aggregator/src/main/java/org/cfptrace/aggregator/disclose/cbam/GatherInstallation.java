package org.cfptrace.aggregator.disclose.cbam;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.disclose.Evidence.Named;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.Subject;
import org.cfptrace.aggregator.disclose.cbam.CbamFacts.Good;
import org.cfptrace.aggregator.disclose.cbam.CbamFacts.ProcessFacts;
import org.cfptrace.aggregator.steel.Flag;
import org.cfptrace.aggregator.steel.InstallationYear;
import org.cfptrace.aggregator.steel.KeptInstallationYear;
import org.cfptrace.aggregator.steel.Output;
import org.cfptrace.aggregator.steel.PrecursorContribution;
import org.cfptrace.aggregator.steel.PrecursorUse;
import org.cfptrace.aggregator.steel.ProcessId;
import org.cfptrace.aggregator.steel.ProcessResult;
import org.cfptrace.aggregator.steel.PurchaseId;
import org.cfptrace.aggregator.steel.SteelResult;
import org.cfptrace.aggregator.steel.TonnesCo2e;

/** Takes from a kept calculation, and from what was stated beside it, what the files say. */
final class GatherInstallation {
  private final KeptInstallationYear kept;
  private final SteelResult result;
  private final InstallationYear input;
  private final Subject<CbamOptions> subject;
  private final CbamOptions options;
  private final List<ProcessResult> reported;

  GatherInstallation(KeptInstallationYear kept, Subject<CbamOptions> subject) {
    this.kept = kept;
    this.result = kept.result();
    this.input = result.input();
    this.subject = subject;
    this.options = subject.options();
    this.reported = behind(result.processes().stream().filter(this::makesAReportedGood).toList());
  }

  Gathered<CbamFacts> gathered() {
    CbamFacts facts = facts();
    return new Gathered<>(
        facts,
        CbamEvidence.of(facts, kept),
        results(facts),
        CbamFindings.of(facts, subject, result));
  }

  private CbamFacts facts() {
    Set<PurchaseId> purchased = purchases();
    List<Good> goods = new ReportedGoods(result, options).goods();
    return new CbamFacts(
        new CbamFacts.Calculation(
            kept.version(), kept.savedAt(), kept.inputSha256(), result.defaultValues()),
        input.installation().value(),
        input.name(),
        input.country().letters(),
        input.year().year(),
        input.period(),
        !options.cnCodes().isEmpty(),
        options.operator(),
        options.site(),
        options.verifier(),
        reported.stream().map(GatherInstallation::process).toList(),
        goods,
        result.direct().value(),
        indirect().value(),
        EnergyOfProcesses.of(reported, result.processes()),
        new PurchasedPrecursors(result, options).of(purchased),
        options.carbonPrices(),
        options.captures(),
        options.ownElectricity(),
        options.exchange(),
        DefaultPathEstimates.of(kept, goods),
        notes(purchased));
  }

  private boolean makesAReportedGood(ProcessResult process) {
    return options.cnCodes().isEmpty()
        || process.process().outputs().stream()
            .map(Output::code)
            .anyMatch(code -> options.cnCodes().contains(code.digits()));
  }

  /** These processes and all that their goods are made of, in the order of the calculation. */
  private List<ProcessResult> behind(List<ProcessResult> processes) {
    Set<ProcessId> known = new LinkedHashSet<>();
    List<ProcessResult> open = new ArrayList<>(processes);
    while (!open.isEmpty()) {
      ProcessResult next = open.remove(open.size() - 1);
      if (known.add(next.process().id())) {
        next.process().precursors().stream()
            .flatMap(use -> own(use).stream())
            .map(result::of)
            .forEach(open::add);
      }
    }
    return result.processes().stream()
        .filter(process -> known.contains(process.process().id()))
        .toList();
  }

  private static Optional<ProcessId> own(PrecursorUse use) {
    return use.fold(own -> Optional.of(own.process()), bought -> Optional.empty());
  }

  private Set<PurchaseId> purchases() {
    Set<PurchaseId> used = new LinkedHashSet<>();
    reported.stream()
        .flatMap(process -> process.precursors().stream())
        .map(PrecursorContribution::use)
        .forEach(use -> use.fold(own -> false, bought -> used.add(bought.purchase())));
    return used;
  }

  private static ProcessFacts process(ProcessResult result) {
    var process = result.process();
    return new ProcessFacts(
        process.name(),
        process.good(),
        process.takes(),
        process.outputs().stream().map(output -> output.code().digits()).distinct().toList(),
        result.attributed().direct().value(),
        process.good().countsIndirect()
            ? Optional.of(result.attributed().indirect().value())
            : Optional.empty());
  }

  /** Of all goods of the installation outside of Annex II, reported or not. */
  private TonnesCo2e indirect() {
    return result.processes().stream()
        .filter(process -> process.process().good().countsIndirect())
        .map(process -> process.attributed().indirect())
        .reduce(TonnesCo2e.ZERO, TonnesCo2e::plus);
  }

  /** What the calculation flags of the processes and purchases that are reported. */
  private List<String> notes(Set<PurchaseId> purchased) {
    Set<String> shown = new LinkedHashSet<>();
    for (int i = 0; i < input.purchases().size(); i++) {
      if (purchased.contains(input.purchases().get(i).id())) {
        shown.add("purchases[" + i + "]");
      }
    }
    for (int i = 0; i < input.processes().size(); i++) {
      ProcessId id = input.processes().get(i).id();
      if (reported.stream().anyMatch(process -> process.process().id().equals(id))) {
        shown.add("processes[" + i + "]");
      }
    }
    return result.flags().stream()
        .filter(flag -> shown.contains(flag.where()))
        .map(this::note)
        .toList();
  }

  /** In words of our own: the calculation's name figures that are the operator's alone. */
  private String note(Flag flag) {
    String path = flag.where().substring(0, flag.where().indexOf('['));
    int place =
        Integer.parseInt(flag.where().substring(path.length() + 1, flag.where().length() - 1));
    String name =
        path.equals("purchases")
            ? input.purchases().get(place).name()
            : input.processes().get(place).name();
    return name
        + switch (flag.kind()) {
          case DEFAULT_USED -> ": no actual value was given; the default value counts";
          case ACTUAL_UNVERIFIED ->
              ": the actual value has no verifier's report; the default value counts";
          case OF_EARLIER_YEAR -> ": the actual value is of an earlier year";
          case SET_TO_ZERO -> ": more left the process than it emitted; direct emissions are zero";
        };
  }

  private static List<Named> results(CbamFacts facts) {
    List<Named> results = new ArrayList<>();
    results.add(
        new Named(
            "installation direct emissions, t CO2e",
            Figures.tonnes(facts.direct()).toPlainString()));
    results.add(
        new Named(
            "installation indirect emissions of goods outside of Annex II, t CO2e",
            Figures.tonnes(facts.indirect()).toPlainString()));
    for (Good good : facts.goods()) {
      String name = good.cn() + " of " + good.process();
      results.add(see(name + ", specific direct", Figures.specific(good.direct())));
      results.add(see(name + ", specific indirect", Figures.specific(good.indirect())));
      results.add(see(name + ", specific total", Figures.specific(good.total())));
    }
    if (CatenaXCbam.isMade(facts)) {
      results.add(new Named(CatenaXCbam.FILE, CatenaXCbam.STANDARD));
    }
    return results;
  }

  private static Named see(String name, BigDecimal figure) {
    return new Named(name + ", t CO2e/t", figure.toPlainString());
  }
}
