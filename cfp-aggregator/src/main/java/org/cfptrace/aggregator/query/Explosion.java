package org.cfptrace.aggregator.query;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.aggregator.structure.ProductStructure;
import org.cfptrace.aggregator.structure.StructureLine;
import org.cfptrace.aggregator.structure.StructureVersion;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LineOrigin;
import org.cfptrace.rollup.LinePart;
import org.cfptrace.rollup.LineResult;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.rollup.SourceFigure;
import org.jspecify.annotations.Nullable;

/**
 * A product taken apart: every source beneath it with what it brings to one unit of the product. An
 * assembly that stands in several places is one, with all its amounts added. Amounts are worked out
 * to 34 digits; what that leaves over of the total is told as {@link #rounding}, and is far below a
 * microgram.
 */
public final class Explosion {
  private static final MathContext DIGITS = MathContext.DECIMAL128;
  private static final int SCALE = 18;

  private final Tree tree;
  private final List<Contribution> contributions = new ArrayList<>();
  private final Map<TraceId, BigDecimal> amounts = new HashMap<>();
  private final Map<TraceId, Way> ways = new HashMap<>();

  private Explosion(Tree tree) {
    this.tree = tree;
  }

  /** Takes the product of a tree apart. */
  public static Explosion of(Tree tree) {
    Explosion explosion = new Explosion(tree);
    TraceId root = tree.root().traceId();
    explosion.amounts.put(root, BigDecimal.ONE);
    explosion.ways.put(root, new Way(List.of(tree.root().name()), List.of()));
    List<TraceId> wholesFirst = new ArrayList<>(tree.footprints().keySet());
    for (int i = wholesFirst.size() - 1; i >= 0; i--) {
      // What is only beneath a line that does not count brings nothing.
      if (explosion.ways.containsKey(wholesFirst.get(i))) {
        explosion.takeApart(wholesFirst.get(i));
      }
    }
    return explosion;
  }

  /** Every source, assemblies before their parts. */
  public List<Contribution> contributions() {
    return List.copyOf(contributions);
  }

  /** The same, what stands twice in one place together. */
  Map<Contribution.Key, Contribution> byPlace() {
    Map<Contribution.Key, Contribution> byPlace = new LinkedHashMap<>();
    contributions.forEach(each -> byPlace.merge(each.key(), each, Contribution::together));
    return byPlace;
  }

  /** What the total with biogenic uptake is more than the sum of all contributions. */
  public KgCo2e rounding() {
    return rounding(Emissions::inclBiogenicUptake);
  }

  /** The same of the total without. */
  public KgCo2e roundingExcl() {
    return rounding(Emissions::exclBiogenicUptake);
  }

  private KgCo2e rounding(Function<Emissions, KgCo2e> which) {
    KgCo2e sum = KgCo2e.ZERO;
    for (Contribution contribution : contributions) {
      sum = sum.plus(which.apply(contribution.emissions()));
    }
    return which.apply(tree.footprint().total()).minus(sum);
  }

  private void takeApart(TraceId product) {
    Footprint footprint = requireNonNull(tree.footprints().get(product));
    StructureVersion version = tree.version(product);
    BigDecimal amount = requireNonNull(amounts.get(product), "wholes come before their parts");
    Way way = requireNonNull(ways.get(product), "wholes come before their parts");
    OwnEmissions own = footprint.product().own();
    contributions.add(made(Contribution.Kind.OWN, way, version, own, amount, own == null));
    OwnEmissions transport = footprint.product().transport();
    if (transport != null) {
      contributions.add(made(Contribution.Kind.TRANSPORT, way, version, transport, amount, false));
    }
    for (LineResult line : footprint.lines()) {
      for (LinePart part : line.parts()) {
        if (line.line().supply() instanceof LineSupply.Own below
            && part.counted() != null
            && tree.footprints().containsKey(below.product())) {
          down(below.product(), line, part, amount, way);
        } else {
          contributions.add(bought(version, line, part, amount, way));
        }
      }
    }
  }

  private void down(TraceId below, LineResult line, LinePart part, BigDecimal amount, Way way) {
    amounts.merge(below, times(amount, part.factor()), BigDecimal::add);
    ways.putIfAbsent(below, way.to(tree.structure(below).name(), line.line().lineId().value()));
  }

  /** One of the ways from the product down: the names of assemblies, the ids of lines. */
  private record Way(List<String> names, List<String> lines) {
    /** Of a longer way the middle is left out: nobody reads it. */
    private static final int LONGEST = 60;

    Way to(String name, String line) {
      return new Way(and(names, name), through(line));
    }

    List<String> through(String line) {
      return and(lines, line);
    }

    private static List<String> and(List<String> way, String next) {
      List<String> longer = new ArrayList<>(way);
      longer.add(next);
      if (longer.size() > LONGEST) {
        longer.remove(LONGEST / 2);
        longer.set(LONGEST / 2 - 1, "…");
      }
      return longer;
    }
  }

  private static Contribution made(
      Contribution.Kind kind,
      Way way,
      StructureVersion version,
      @Nullable OwnEmissions own,
      BigDecimal amount,
      boolean isMissing) {
    ProductStructure structure = version.structure();
    return new Contribution(
        kind,
        way.names(),
        way.lines(),
        structure.traceId(),
        version.version(),
        structure.plant(),
        Optional.empty(),
        Optional.empty(),
        isMissing ? LineState.ASKED : LineState.OK,
        isMissing ? LineOrigin.NONE : LineOrigin.PRIMARY,
        !isMissing,
        amount,
        own == null ? Emissions.NONE : scaled(own.emissions(), amount),
        Optional.empty(),
        Optional.empty(),
        Emissions.NONE);
  }

  private static Contribution bought(
      StructureVersion version, LineResult line, LinePart part, BigDecimal amount, Way way) {
    ProductStructure structure = version.structure();
    Contribution.Kind kind =
        line.line()
            .supply()
            .fold(
                bought -> Contribution.Kind.SUPPLIER,
                terminal -> Contribution.Kind.ESTIMATE,
                own -> Contribution.Kind.ASSEMBLY);
    return new Contribution(
        kind,
        way.names(),
        way.through(line.line().lineId().value()),
        structure.traceId(),
        version.version(),
        structure.plant(),
        structureLine(structure, line),
        Optional.ofNullable(part.supplier()),
        part.state(),
        part.origin(),
        part.isComplete(),
        amount,
        scaled(part.contribution(), amount),
        Optional.of(part.share()),
        Optional.ofNullable(part.counted()),
        lastKnown(line, part, amount));
  }

  /** Only in the unit of the line: what it would be in another one nobody has said. */
  private static Emissions lastKnown(LineResult line, LinePart part, BigDecimal amount) {
    SourceFigure.Given last = part.lastKnown();
    return part.counted() == null && last != null && last.unit() == line.line().netAmount().unit()
        ? scaled(last.emissions(), times(amount, part.factor()))
        : Emissions.NONE;
  }

  private static Optional<StructureLine> structureLine(
      ProductStructure structure, LineResult line) {
    return structure.lines().stream()
        .filter(each -> each.line().lineId().equals(line.line().lineId()))
        .findFirst();
  }

  private static Emissions scaled(Emissions emissions, BigDecimal amount) {
    Emissions scaled = Emissions.NONE;
    for (var cell : emissions.cells().entrySet()) {
      scaled =
          scaled.and(
              cell.getKey().stage(),
              cell.getKey().account(),
              new KgCo2e(
                  cell.getValue()
                      .value()
                      .multiply(amount)
                      .setScale(SCALE, RoundingMode.HALF_EVEN)));
    }
    return scaled;
  }

  private static BigDecimal times(BigDecimal amount, Fraction factor) {
    return amount.multiply(factor.numerator()).divide(factor.denominator(), DIGITS);
  }
}
