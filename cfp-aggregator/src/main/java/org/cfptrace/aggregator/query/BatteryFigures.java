package org.cfptrace.aggregator.query;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.battery.ExplodedLine;
import org.cfptrace.aggregator.battery.ProductFigure;
import org.cfptrace.aggregator.battery.ProductFigures;
import org.cfptrace.aggregator.query.Footprints.Question;
import org.cfptrace.aggregator.structure.ProductStructure;
import org.cfptrace.aggregator.structure.StructureLine;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LinePart;
import org.cfptrace.rollup.LineResult;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/** What the roll-up knows of a battery: its figure by the stages of a battery, and every line. */
public final class BatteryFigures implements ProductFigures {
  private final Footprints footprints;

  public BatteryFigures(Footprints footprints) {
    this.footprints = requireNonNull(footprints, "footprints");
  }

  @Override
  public Optional<ProductFigure> of(
      Tenant tenant, TraceId product, LocalDate on, Optional<Instant> knownAt) {
    Tree tree = footprints.tree(tenant, product, new Question(Optional.of(on), knownAt, Set.of()));
    if (tree.root().profile() != StageProfile.EU_BATTERY) {
      throw new Refused(
          ProblemCode.NOT_ALLOWED_NOW,
          "the structure of "
              + product
              + " is written by the stages of "
              + tree.root().profile()
              + "; a battery's is by those of EU_BATTERY");
    }
    Footprint footprint = tree.footprint();
    return Optional.of(
        new ProductFigure(
            tree.root().unit(),
            footprint.total(),
            footprint.isComplete(),
            footprint.estimatedShare(),
            Optional.ofNullable(footprint.quality().primaryDataShare()),
            Optional.ofNullable(footprint.quality().rating()),
            footprint.period(),
            lines(tree)));
  }

  /** Wholes before their parts; an assembly that stands in several places is told once. */
  private static List<ExplodedLine> lines(Tree tree) {
    Map<TraceId, String> ways = new HashMap<>(Map.of(tree.root().traceId(), ""));
    List<ExplodedLine> lines = new ArrayList<>();
    List<TraceId> partsFirst = new ArrayList<>(tree.footprints().keySet());
    for (int i = partsFirst.size() - 1; i >= 0; i--) {
      TraceId product = partsFirst.get(i);
      String way = requireNonNull(ways.get(product), "wholes come before their parts");
      for (LineResult line : requireNonNull(tree.footprints().get(product)).lines()) {
        if (line.line().supply() instanceof LineSupply.Own own) {
          String id = line.line().lineId().value();
          ways.putIfAbsent(own.product(), way.isEmpty() ? id : way + "/" + id);
        }
        for (LinePart part : line.parts()) {
          lines.add(ExplodedLine.of(way, structureLine(tree.structure(product), line), part));
        }
      }
    }
    return lines;
  }

  private static StructureLine structureLine(ProductStructure structure, LineResult line) {
    return structure.lines().stream()
        .filter(each -> each.line().lineId().equals(line.line().lineId()))
        .findFirst()
        .orElseThrow();
  }
}
