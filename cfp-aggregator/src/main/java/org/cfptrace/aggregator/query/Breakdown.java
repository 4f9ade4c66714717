package org.cfptrace.aggregator.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cfptrace.footprint.Cell;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LineResult;

/** A total divided, the largest first; the shares add up to the total. */
public final class Breakdown {
  private Breakdown() {}

  /** By what a total is divided. */
  public enum By {
    /** The product's own making, its transport and each of its lines. */
    LEVEL,
    STAGE,
    ACCOUNT,
    /** The direct supplier of whatever is bought, anywhere in the product. */
    SUPPLIER,
    /** The plants at which the company itself emits. */
    PLANT,
    /** Emission factors and parts by their name. */
    MATERIAL,
    /** How many assemblies deep a source stands: 1 is the product's own making and lines. */
    DEPTH
  }

  /** One share; {@code isMissing} where part of it has no figure. */
  public record Share(String name, KgCo2e excl, KgCo2e incl, boolean isMissing) {}

  /** Divides the total of a tree. */
  static List<Share> of(Tree tree, By by) {
    Map<String, Sum> sums = new LinkedHashMap<>();
    switch (by) {
      case LEVEL -> byLevel(tree.footprint(), sums);
      case STAGE, ACCOUNT -> byCell(tree.footprint().total(), by, sums);
      case SUPPLIER, PLANT, MATERIAL, DEPTH -> bySource(Explosion.of(tree), by, sums);
    }
    List<Share> shares = new ArrayList<>();
    sums.forEach((name, sum) -> shares.add(new Share(name, sum.excl, sum.incl, sum.isMissing)));
    shares.sort(
        Comparator.comparing((Share share) -> share.incl().abs())
            .reversed()
            .thenComparing(Share::name));
    return shares;
  }

  private static void byLevel(Footprint footprint, Map<String, Sum> sums) {
    sum("own emissions", sums).add(footprint.own(), !footprint.isOwnKnown());
    if (footprint.product().transport() != null) {
      sum("inbound transport", sums).add(footprint.transport(), false);
    }
    for (LineResult line : footprint.lines()) {
      sum(line.line().partName() + " (" + line.line().lineId().value() + ")", sums)
          .add(line.contribution(), !line.isComplete());
    }
  }

  private static void byCell(Emissions total, By by, Map<String, Sum> sums) {
    for (Map.Entry<Cell, KgCo2e> cell : total.cells().entrySet()) {
      String name =
          by == By.STAGE ? cell.getKey().stage().jsonName() : cell.getKey().account().jsonName();
      Emissions one = Emissions.of(cell.getKey().stage(), cell.getKey().account(), cell.getValue());
      sum(name, sums).add(one, false);
    }
  }

  private static void bySource(Explosion explosion, By by, Map<String, Sum> sums) {
    for (Contribution each : explosion.contributions()) {
      sum(name(each, by), sums).add(each.emissions(), !each.complete());
    }
    KgCo2e incl = explosion.rounding();
    KgCo2e excl = explosion.roundingExcl();
    if (!incl.isZero() || !excl.isZero()) {
      Sum rounding = sum("rounding", sums);
      rounding.incl = rounding.incl.plus(incl);
      rounding.excl = rounding.excl.plus(excl);
    }
  }

  private static String name(Contribution each, By by) {
    boolean isOwn = each.kind() == Contribution.Kind.OWN;
    return switch (by) {
      case SUPPLIER ->
          each.supplier()
              .map(supplier -> supplier.partner().did())
              .orElse(isOwn ? "own emissions" : "nobody in particular");
      case PLANT -> isOwn ? each.plant().orElse("no plant said") : "not of an own plant";
      case MATERIAL ->
          each.line()
              .map(
                  line ->
                      line.factor()
                          .map(factor -> factor.code())
                          .orElseGet(() -> line.line().partName()))
              .orElse(isOwn ? "own emissions" : "inbound transport");
      case DEPTH -> Integer.toString(each.path().size());
      case LEVEL, STAGE, ACCOUNT -> each.name();
    };
  }

  private static Sum sum(String name, Map<String, Sum> sums) {
    return sums.computeIfAbsent(name, none -> new Sum());
  }

  private static final class Sum {
    private KgCo2e excl = KgCo2e.ZERO;
    private KgCo2e incl = KgCo2e.ZERO;
    private boolean isMissing;

    void add(Emissions emissions, boolean missing) {
      excl = excl.plus(emissions.exclBiogenicUptake());
      incl = incl.plus(emissions.inclBiogenicUptake());
      isMissing |= missing;
    }
  }
}
