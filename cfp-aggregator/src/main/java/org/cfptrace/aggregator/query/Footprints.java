package org.cfptrace.aggregator.query;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.collect.CollectedFigures;
import org.cfptrace.aggregator.collect.CollectedFigures.Known;
import org.cfptrace.aggregator.live.LiveGraphs;
import org.cfptrace.aggregator.rollup.FootprintGraph;
import org.cfptrace.aggregator.structure.Moment;
import org.cfptrace.aggregator.structure.StructureVersion;
import org.cfptrace.aggregator.structure.Structures;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LinePart;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.RollUp;
import org.cfptrace.rollup.RollUpInput;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.rollup.UnusableReason;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/**
 * The footprint of a company's product. As it is now it comes from the company's graph, which knows
 * the figures of all parts; for any other moment the product is read and added up as it was then.
 */
public final class Footprints {
  private final Structures structures;
  private final CollectedFigures figures;
  private final LiveGraphs live;

  public Footprints(Structures structures, CollectedFigures figures, LiveGraphs live) {
    this.structures = requireNonNull(structures, "structures");
    this.figures = requireNonNull(figures, "figures");
    this.live = requireNonNull(live, "live");
  }

  /**
   * What is asked.
   *
   * @param day figures and structures that hold on it; today when not said
   * @param knownAt as they were known then; now when not said
   * @param options those the product and its parts are built with
   */
  public record Question(Optional<LocalDate> day, Optional<Instant> knownAt, Set<String> options) {
    public Question {
      requireNonNull(day, "day");
      requireNonNull(knownAt, "knownAt");
      options = Set.copyOf(options);
    }

    /** As it is on a day, by what is known now. */
    public static Question on(LocalDate day) {
      return new Question(Optional.of(day), Optional.empty(), Set.of());
    }
  }

  /**
   * A footprint, of which version of the structure, and at which moment.
   *
   * @param known what is known of the suppliers' products it is directly made of
   */
  public record Answered(
      StructureVersion version,
      Footprint footprint,
      Moment moment,
      Map<SupplierProduct, Known> known) {
    public Answered {
      requireNonNull(version, "version");
      requireNonNull(footprint, "footprint");
      requireNonNull(moment, "moment");
      known = Map.copyOf(known);
    }

    /**
     * The day since which a part of a line gives no figure, or none that is complete; empty where
     * it gives one, and where nobody knows.
     */
    public Optional<LocalDate> missingSince(LinePart part) {
      return part.isComplete()
          ? Optional.empty()
          : Missing.since(
              part.state(), Optional.ofNullable(part.supplier()).map(known::get), version);
    }
  }

  /**
   * The footprint of one unit of a product.
   *
   * @throws Refused NOT_FOUND where no structure is in force then; INVALID_PARAMETER for an option
   *     no line knows
   */
  public Answered of(Tenant tenant, TraceId product, Question question) {
    Moment moment = moment(question);
    StructureVersion version = version(tenant, product, moment);
    if (isNow(question, moment) && question.options().isEmpty()) {
      return fromGraph(tenant, version, moment);
    }
    Tree tree = tree(tenant, version, question.options(), moment);
    Map<SupplierProduct, Known> known = new HashMap<>();
    Tree.suppliers(tree.footprint().product()).forEach(each -> known.put(each, tree.known(each)));
    return new Answered(version, tree.footprint(), moment, known);
  }

  /** Reads what a company has, where that is not done yet: before a transaction is begun. */
  public void ready(Tenant tenant) {
    live.ready(tenant);
  }

  /** The product with everything beneath it. */
  public Tree tree(Tenant tenant, TraceId product, Question question) {
    Moment moment = moment(question);
    StructureVersion version = version(tenant, product, moment);
    return tree(tenant, version, question.options(), moment);
  }

  /**
   * One side of a comparison; whether its options are known is asked of both sides together.
   *
   * @param version of the product's structure; the one in force when not said
   * @throws Refused NOT_FOUND where there is no such version
   */
  Tree side(Tenant tenant, TraceId product, Question question, Optional<Long> version) {
    Moment moment = moment(question);
    StructureVersion root =
        version
            .map(
                number ->
                    structures
                        .version(tenant, product, number)
                        .orElseThrow(
                            () -> Refused.notFound("version " + number + " of product", product)))
            .orElseGet(() -> version(tenant, product, moment));
    return Tree.of(tenant, root, question.options(), moment, structures, figures);
  }

  private Tree tree(Tenant tenant, StructureVersion version, Set<String> options, Moment moment) {
    Tree tree = Tree.of(tenant, version, options, moment, structures, figures);
    checkOptions(tree.options(), options);
    return tree;
  }

  private Answered fromGraph(Tenant tenant, StructureVersion version, Moment moment) {
    FootprintGraph graph = live.of(tenant);
    OwnProduct product = version.structure().product();
    Map<TraceId, SourceFigure> parts = new HashMap<>();
    for (TraceId part : Tree.ownParts(product)) {
      graph.asFigure(part).ifPresent(figure -> parts.put(part, figure));
    }
    leftOut(graph, product, parts);
    Map<SupplierProduct, Known> known = new HashMap<>();
    Map<SupplierProduct, SourceFigure> received = new HashMap<>();
    for (SupplierProduct supplier : Tree.suppliers(product)) {
      Known told = figures.known(tenant, supplier, moment);
      known.put(supplier, told);
      received.put(supplier, told.figure());
    }
    Footprint footprint =
        RollUp.of(new RollUpInput(product, CollectedFigures.yearTo(moment.day()), received, parts));
    return new Answered(version, footprint, moment, known);
  }

  /** Lines the graph could not add up on this day are shown as it counts them. */
  private static void leftOut(
      FootprintGraph graph, OwnProduct product, Map<TraceId, SourceFigure> parts) {
    Map<LineId, LineState> open = new HashMap<>();
    graph.openLines(product.traceId()).forEach(line -> open.put(line.line(), line.state()));
    for (BillOfMaterialsLine line : product.lines()) {
      LineState state = open.get(line.lineId());
      boolean isLeftOut =
          state != null
              && (state.reason() == UnusableReason.CYCLE
                  || state.reason() == UnusableReason.NO_VERSION);
      if (isLeftOut && line.supply() instanceof LineSupply.Own own) {
        parts.put(own.product(), SourceFigure.missing(state));
      }
    }
  }

  private Moment moment(Question question) {
    Moment now = live.now();
    return new Moment(question.day().orElse(now.day()), question.knownAt().orElse(now.knownAt()));
  }

  private boolean isNow(Question question, Moment moment) {
    return question.knownAt().isEmpty() && moment.day().equals(live.now().day());
  }

  private StructureVersion version(Tenant tenant, TraceId product, Moment moment) {
    return structures
        .find(tenant, product, moment)
        .orElseThrow(
            () ->
                new Refused(
                    ProblemCode.NOT_FOUND,
                    "you have no structure of product "
                        + product
                        + " in force on "
                        + moment.day()
                        + "; what was only declared is under declared-products"));
  }

  static void checkOptions(Set<String> known, Set<String> options) {
    for (String option : options) {
      if (!known.contains(option)) {
        throw new Refused(
            ProblemCode.INVALID_PARAMETER,
            "no line has the option \"" + option + "\"; known are " + known);
      }
    }
  }
}
