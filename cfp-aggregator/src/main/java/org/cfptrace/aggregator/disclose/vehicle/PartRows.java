package org.cfptrace.aggregator.disclose.vehicle;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cfptrace.aggregator.query.Contribution;
import org.cfptrace.aggregator.query.Tree;
import org.cfptrace.aggregator.structure.FactorReference;
import org.cfptrace.aggregator.structure.ProductStructure;
import org.cfptrace.aggregator.structure.StructureLine;
import org.cfptrace.aggregator.vehicle.VehicleFootprint;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.Estimate;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineOrigin;
import org.cfptrace.rollup.LinePart;
import org.cfptrace.rollup.LineResult;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.rollup.Proxy;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;
import org.jspecify.annotations.Nullable;

/** Makes a row of every source of a vehicle, in the order of its explosion. */
final class PartRows {
  private final Tree tree;
  private final Map<List<String>, Integer> taken = new HashMap<>();
  private final Map<TraceId, Map<LineId, LineResult>> results = new HashMap<>();

  private PartRows(Tree tree) {
    this.tree = tree;
  }

  static List<PartRow> of(VehicleFootprint vehicle) {
    PartRows rows = new PartRows(vehicle.tree());
    List<PartRow> all = new ArrayList<>();
    vehicle.contributions().forEach(each -> all.add(rows.row(each)));
    return all;
  }

  private PartRow row(Contribution each) {
    return each.line().isPresent() ? bought(each, each.line().get()) : made(each);
  }

  // ---- what the maker itself does

  private PartRow made(Contribution each) {
    TraceId assembly = each.assembly();
    ProductStructure structure = tree.structure(assembly);
    Footprint footprint = requireNonNull(tree.footprints().get(assembly), "in the tree");
    boolean isWhole = assembly.equals(tree.root().traceId());
    boolean isTransport = each.kind() == Contribution.Kind.TRANSPORT;
    Optional<OwnEmissions> own =
        Optional.ofNullable(isTransport ? footprint.product().transport() : own(footprint));
    DataType type = own.map(PartRows::dataType).orElse(DataType.MISSING);
    List<String> path = new ArrayList<>(each.path());
    if (isTransport) {
      path.add("inbound transport");
    } else if (isWhole) {
      path.add("own plants");
    }
    Optional<KgCo2e> perUnit =
        isTransport || isWhole
            ? own.map(it -> it.emissions().exclBiogenicUptake())
            : complete(footprint).map(Footprint::total).map(Emissions::exclBiogenicUptake);
    BigDecimal quantity = RowNumbers.plain(each.amount());
    return new PartRow(
        Math.max(1, path.size() - 1),
        path,
        assembly.toString(),
        isTransport || isWhole ? structure.name() + ", " + last(path) : structure.name(),
        Optional.empty(),
        VehicleFootprint.share(each),
        Optional.of(quantity),
        Optional.of(structure.unit().text()),
        isTransport || isWhole
            ? Optional.empty()
            : RowNumbers.mass(quantity, structure.unit(), structure.massPerUnit()),
        perUnit,
        figure(type, each.emissions().inclBiogenicUptake()),
        figure(type, each.emissions().exclBiogenicUptake()),
        RowNumbers.stages(each.emissions()),
        type,
        each.state().toString(),
        own.map(it -> PrimaryDataShare.ofOwn(it.primaryActivityData(), it.primaryEmissionFactor())),
        own.flatMap(it -> RowRating.of(Optional.ofNullable(it.quality()), it.emissions())),
        own.flatMap(it -> Optional.ofNullable(it.quality())).map(DataQuality::scale),
        Optional.empty(),
        Optional.empty(),
        Optional.of(footprint.period().from()),
        Optional.of(footprint.period().to()),
        Optional.of(structure.basis()),
        Optional.empty());
  }

  private static @Nullable OwnEmissions own(Footprint footprint) {
    return footprint.product().own();
  }

  private static Optional<Footprint> complete(Footprint footprint) {
    return footprint.isComplete() ? Optional.of(footprint) : Optional.empty();
  }

  /** Own data is primary only where the activity data and the emission factor both are. */
  private static DataType dataType(OwnEmissions own) {
    return own.primaryActivityData() && own.primaryEmissionFactor()
        ? DataType.PRIMARY
        : DataType.SECONDARY;
  }

  // ---- what comes in through a line

  private PartRow bought(Contribution each, StructureLine structureLine) {
    BillOfMaterialsLine line = structureLine.line();
    LinePart part = part(each, line);
    Optional<SourceFigure.Given> counted = Optional.ofNullable(part.counted());
    DataType type = dataType(each.origin());
    List<String> path = new ArrayList<>(each.path());
    path.add(line.partName());
    BigDecimal quantity = RowNumbers.times(each.amount(), part.factor());
    DeclaredUnit unit = counted.map(SourceFigure.Given::unit).orElse(line.netAmount().unit());
    Optional<MassPerUnit> massPerUnit =
        Optional.ofNullable(line.massPerUnit())
            .or(() -> counted.flatMap(it -> Optional.ofNullable(it.massPerUnit())));
    return new PartRow(
        each.path().size(),
        path,
        partId(each, line),
        line.partName(),
        each.supplier().map(it -> it.partner().did()),
        VehicleFootprint.share(each),
        Optional.of(quantity),
        Optional.of(unit.text()),
        RowNumbers.mass(quantity, unit, massPerUnit),
        counted.map(it -> it.emissions().exclBiogenicUptake()),
        figure(type, each.emissions().inclBiogenicUptake()),
        figure(type, each.emissions().exclBiogenicUptake()),
        RowNumbers.stages(each.emissions()),
        type,
        each.state().toString(),
        counted.flatMap(it -> Optional.ofNullable(it.primaryDataShare())),
        counted.flatMap(it -> RowRating.of(Optional.ofNullable(it.quality()), it.emissions())),
        counted.flatMap(it -> Optional.ofNullable(it.quality())).map(DataQuality::scale),
        counted
            .filter(it -> !each.origin().isEstimate())
            .flatMap(it -> Optional.ofNullable(it.verification())),
        counted
            .flatMap(it -> Optional.ofNullable(it.reference()))
            .map(reference -> reference.declarationId()),
        counted.map(it -> it.period().from()),
        counted.map(SourceFigure.Given::validUntil),
        counted.map(SourceFigure.Given::basis).or(() -> basisOf(each)),
        structureLine
            .factor()
            .map(FactorReference::toString)
            .or(() -> estimate(line, part).map(Estimate::note)));
  }

  /** The estimate that was counted: of a line nobody is asked for, or in a supplier's place. */
  private static Optional<Estimate> estimate(BillOfMaterialsLine line, LinePart part) {
    if (line.supply() instanceof LineSupply.Terminal terminal) {
      return Optional.of(terminal.estimate());
    }
    Proxy proxy = line.proxy();
    return part.origin() == LineOrigin.PROXY && proxy != null
        ? Optional.ofNullable(proxy.estimate())
        : Optional.empty();
  }

  private Optional<CalculationBasis> basisOf(Contribution each) {
    return each.isMissing()
        ? Optional.empty()
        : Optional.of(tree.structure(each.assembly()).basis());
  }

  /** The explosion goes through the parts of a line in their order, and so do we. */
  private LinePart part(Contribution each, BillOfMaterialsLine line) {
    List<String> key = List.of(each.assembly().toString(), line.lineId().value());
    int number = taken.merge(key, 1, Integer::sum) - 1;
    LineResult result =
        results.computeIfAbsent(each.assembly(), this::resultsOf).get(line.lineId());
    return requireNonNull(result, "each line has a result").parts().get(number);
  }

  private Map<LineId, LineResult> resultsOf(TraceId assembly) {
    return requireNonNull(tree.footprints().get(assembly), "in the tree").lines().stream()
        .collect(Collectors.toMap(result -> result.line().lineId(), result -> result));
  }

  private static String partId(Contribution each, BillOfMaterialsLine line) {
    return each.supplier()
        .map(SupplierProduct::product)
        .map(TraceId::toString)
        .orElseGet(
            () ->
                line.supply()
                    .fold(
                        procured -> line.lineId().value(),
                        terminal -> line.lineId().value(),
                        own -> own.product().toString()));
  }

  private static DataType dataType(LineOrigin origin) {
    return switch (origin) {
      case PRIMARY -> DataType.PRIMARY;
      case SECONDARY -> DataType.SECONDARY;
      case PROXY -> DataType.PROXY;
      case DEFAULT -> DataType.DEFAULT;
      case NONE -> DataType.MISSING;
    };
  }

  // ---- both

  private static Optional<KgCo2e> figure(DataType type, KgCo2e amount) {
    return type == DataType.MISSING ? Optional.empty() : Optional.of(amount);
  }

  private static String last(List<String> path) {
    return path.get(path.size() - 1);
  }
}
