package org.cfptrace.aggregator.steel.adapter;

import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.steel.CnCode;
import org.cfptrace.aggregator.steel.EnergyFlows;
import org.cfptrace.aggregator.steel.GoodsCategory;
import org.cfptrace.aggregator.steel.Output;
import org.cfptrace.aggregator.steel.PrecursorUse;
import org.cfptrace.aggregator.steel.ProcessId;
import org.cfptrace.aggregator.steel.ProductionProcess;
import org.cfptrace.aggregator.steel.PurchaseId;
import org.cfptrace.aggregator.steel.Scrap;
import org.cfptrace.aggregator.steel.SourceStream;
import org.cfptrace.aggregator.steel.SteelRoute;
import org.cfptrace.aggregator.steel.Tonnes;
import org.cfptrace.service.http.Fields;

/** Reads one production process. */
final class ProcessReader {
  private static final int LONGEST_NAME = 200;
  private static final int MOST_OUTPUTS = 100;
  private static final int MOST_STREAMS = 200;
  private static final int MOST_PRECURSORS = 50;

  private ProcessReader() {}

  static Optional<ProductionProcess> read(Fields fields) {
    int before = fields.faults();
    Optional<ProcessId> id = fields.requiredValue("id", ProcessId::new);
    Optional<String> name = fields.requiredText("name", LONGEST_NAME);
    Optional<GoodsCategory> good = fields.requiredChoice("good", GoodsCategory.class);
    Optional<SteelRoute> route = fields.choice("route", SteelRoute.class);
    List<Output> outputs = outputs(fields);
    List<SourceStream> streams =
        fields.objects("streams", MOST_STREAMS).stream()
            .flatMap(stream -> StreamReader.read(stream).stream())
            .toList();
    EnergyFlows flows = FlowsReader.read(fields);
    List<PrecursorUse> precursors =
        fields.objects("precursors", MOST_PRECURSORS).stream()
            .flatMap(use -> precursor(use).stream())
            .toList();
    Scrap scrap = fields.object("scrap").flatMap(ProcessReader::scrap).orElse(Scrap.NONE);
    fields.refuseOthers();
    if (fields.faults() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new ProductionProcess(
            id.orElseThrow(),
            name.orElseThrow(),
            good.orElseThrow(),
            route.orElse(null),
            outputs,
            streams,
            flows,
            precursors,
            scrap));
  }

  private static List<Output> outputs(Fields fields) {
    List<Fields> stated = fields.requiredObjects("outputs", MOST_OUTPUTS);
    if (stated.isEmpty()) {
      fields.fault("outputs", "EMPTY", "expected at least one good");
    }
    return stated.stream().flatMap(output -> output(output).stream()).toList();
  }

  private static Optional<Output> output(Fields fields) {
    Optional<CnCode> code = Amounts.code(fields);
    Optional<Tonnes> made = Amounts.tonnes(fields, "tonnes");
    Tonnes sold = Amounts.tonnesOrNone(fields, "soldTonnes");
    fields.refuseOthers();
    return code.flatMap(good -> made.map(mass -> new Output(good, mass, sold)));
  }

  private static Optional<PrecursorUse> precursor(Fields fields) {
    Optional<ProcessId> process = fields.value("process", ProcessId::new);
    Optional<PurchaseId> purchase = fields.value("purchase", PurchaseId::new);
    Optional<Tonnes> consumed = Amounts.tonnes(fields, "tonnes");
    fields.refuseOthers();
    boolean isOne =
        fields.holds(
            "process",
            process.isPresent() != purchase.isPresent(),
            "REQUIRED",
            "expected either a process or a purchase");
    if (!isOne || consumed.isEmpty()) {
      return Optional.empty();
    }
    return process
        .<PrecursorUse>map(id -> new PrecursorUse.FromProcess(id, consumed.get()))
        .or(() -> purchase.map(id -> new PrecursorUse.FromPurchase(id, consumed.get())));
  }

  private static Optional<Scrap> scrap(Fields fields) {
    Optional<Tonnes> consumed = Amounts.tonnes(fields, "tonnes");
    Tonnes preConsumer = Amounts.tonnesOrNone(fields, "preConsumerTonnes");
    fields.refuseOthers();
    return consumed.flatMap(
        all -> Amounts.made(fields, "preConsumerTonnes", () -> new Scrap(all, preConsumer)));
  }
}
