package org.cfptrace.aggregator.disclose;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cfptrace.aggregator.disclose.Evidence.Named;
import org.cfptrace.aggregator.query.Contribution;
import org.cfptrace.aggregator.query.Explosion;
import org.cfptrace.aggregator.query.Footprints;
import org.cfptrace.aggregator.query.Footprints.Question;
import org.cfptrace.aggregator.query.Tree;
import org.cfptrace.aggregator.structure.ProductStructure;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.DeclaredEmissions;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/** Reads what is known of a product out of its roll-up. */
public final class GatherProduct implements ProductReader {
  private static final int SHOWN_DECIMALS = 4;

  private final Footprints footprints;
  private final InputEvidence evidence;
  private final Companies companies;
  private final Share cutOff;

  /** Who a company is. */
  @FunctionalInterface
  public interface Companies {
    /** As the directory says it. */
    CompanyFacts of(Tenant tenant);
  }

  /** A reader for which nothing may be missing. */
  public GatherProduct(Footprints footprints, InputEvidence evidence, Companies companies) {
    this(footprints, evidence, companies, Share.NONE);
  }

  private GatherProduct(
      Footprints footprints, InputEvidence evidence, Companies companies, Share cutOff) {
    this.footprints = requireNonNull(footprints, "footprints");
    this.evidence = requireNonNull(evidence, "evidence");
    this.companies = requireNonNull(companies, "companies");
    this.cutOff = requireNonNull(cutOff, "cutOff");
  }

  /**
   * A reader for a target that leaves out a little: what is missing only warns while it is, by the
   * last known figures, at most this share of the footprint.
   */
  public GatherProduct within(Share most) {
    return new GatherProduct(footprints, evidence, companies, most);
  }

  @Override
  public Gathered<ProductFacts> read(
      Tenant tenant, TraceId product, Subject<?> subject, Set<String> options) {
    LocalDate day = subject.period().to();
    Question question = new Question(Optional.of(day), Optional.of(subject.asOf()), options);
    Tree tree = footprints.tree(tenant, product, question);
    List<Contribution> contributions = Explosion.of(tree).contributions();
    ProductFacts facts = facts(companies.of(tenant), tree, subject, contributions);
    Evidence of =
        evidence.of(
            tenant,
            contributions,
            LocalDate.ofInstant(subject.asOf(), ZoneOffset.UTC),
            structures(tree),
            method(facts));
    List<Finding> findings =
        new ProductFindings(subject, tree, contributions, of, evidence.isThereALog(), cutOff).all();
    return new Gathered<>(facts, of, results(facts), findings);
  }

  /** Of the product itself, then of all that its company makes of it. */
  private static List<String> structures(Tree tree) {
    TraceId root = tree.root().traceId();
    return Stream.concat(
            Stream.of(root),
            tree.footprints().keySet().stream().filter(product -> !product.equals(root)))
        .map(product -> SourceVersion.structure(product, tree.version(product).version()))
        .toList();
  }

  private static ProductFacts facts(
      CompanyFacts company, Tree tree, Subject<?> subject, List<Contribution> contributions) {
    ProductStructure structure = tree.root();
    Footprint footprint = tree.footprint();
    if (!CommittedTotals.canHold(footprint.total())) {
      throw new Refused(
          ProblemCode.AMOUNT_TOO_LARGE, "the total is more than a declaration can hold");
    }
    return new ProductFacts(
        company,
        structure.traceId(),
        structure.name(),
        structure.category().name(),
        structure.unit(),
        structure.massPerUnit(),
        structure.plant(),
        subject.period(),
        structure.profile(),
        structure.basis(),
        DeclaredEmissions.of(footprint.own().plus(footprint.transport())).cells(),
        footprint.toDeclare().cells(),
        footprint.isComplete(),
        footprint.estimatedShare(),
        Optional.ofNullable(footprint.quality().primaryDataShare()),
        Optional.ofNullable(footprint.quality().rating()),
        contributions.stream().map(each -> source(tree, each)).toList());
  }

  private static SourceFacts source(Tree tree, Contribution each) {
    List<String> path = new ArrayList<>(each.path());
    if (each.line().isPresent() || each.kind() == Contribution.Kind.TRANSPORT) {
      path.add(each.name());
    }
    Optional<BigDecimal> amount = amount(each);
    Optional<SourceFigure.Given> figure = each.figure();
    return new SourceFacts(
        each.path().size(),
        each.kind().name(),
        path,
        each.lines(),
        each.supplier().map(it -> it.product().toString()).orElse(each.assembly().toString()),
        each.name(),
        each.supplier().map(it -> it.partner().did()),
        each.supplier().isPresent() ? Optional.empty() : each.plant(),
        amount,
        each.line().map(it -> it.line().netAmount().unit().text()),
        amount.flatMap(it -> mass(each, it)),
        each.state().toString(),
        each.origin().name(),
        each.complete(),
        each.emissions(),
        figure.map(SourceFigure.Given::primaryDataShare).or(() -> ownShare(tree, each)),
        figure.map(SourceFigure.Given::quality),
        figure.map(SourceFigure.Given::period),
        each.line().flatMap(it -> it.factor()).map(Object::toString),
        figure.map(SourceFigure.Given::reference).map(it -> it.declarationId()));
  }

  private static Optional<PrimaryDataShare> ownShare(Tree tree, Contribution each) {
    ProductStructure structure = tree.structure(each.assembly());
    Optional<OwnEmissions> made =
        switch (each.kind()) {
          case OWN -> structure.own();
          case TRANSPORT -> structure.transport();
          case SUPPLIER, ESTIMATE, ASSEMBLY -> Optional.empty();
        };
    return made.map(
        own -> PrimaryDataShare.ofOwn(own.primaryActivityData(), own.primaryEmissionFactor()));
  }

  /** How much of it is in one unit of the product, as the bill of materials has it: net. */
  private static Optional<BigDecimal> amount(Contribution each) {
    return each.line()
        .map(
            it ->
                it.line()
                    .netAmount()
                    .amount()
                    .multiply(each.amount())
                    .multiply(each.share().map(Share::value).orElse(BigDecimal.ONE))
                    .stripTrailingZeros());
  }

  private static Optional<BigDecimal> mass(Contribution each, BigDecimal amount) {
    return each.line()
        .flatMap(
            it ->
                it.line().netAmount().unit() == DeclaredUnit.KILOGRAM
                    ? Optional.of(amount)
                    : Optional.ofNullable(it.line().massPerUnit())
                        .map(MassPerUnit::kilograms)
                        .map(amount::multiply)
                        .map(BigDecimal::stripTrailingZeros));
  }

  private List<Named> method(ProductFacts facts) {
    return List.of(
        new Named("gwp", facts.basis().gwp().name()),
        new Named("boundary", facts.basis().boundary().name()),
        new Named("stageProfile", facts.profile().name()),
        new Named("cutOff", cutOff.value().toPlainString()),
        new Named(
            "rounding",
            "each line once to 18 decimals of a kilogram (half even), the total once to the"
                + " microgram (gross up, removals and uptake down), no other rounding before"
                + " display (half up)"));
  }

  private static List<Named> results(ProductFacts facts) {
    List<Named> results = new ArrayList<>();
    String per = " kg CO2e per " + facts.unit().text();
    results.add(named("exclBiogenicUptake" + per, facts.exclBiogenicUptake().value()));
    results.add(named("inclBiogenicUptake" + per, facts.inclBiogenicUptake().value()));
    facts
        .total()
        .stages()
        .forEach(
            stage ->
                results.add(
                    named(
                        stage.jsonName() + per,
                        facts.total().inStage(stage).exclBiogenicUptake().value())));
    results.add(new Named("complete", String.valueOf(facts.complete())));
    results.add(
        named(
            "estimatedShare %",
            facts
                .estimatedShare()
                .value()
                .movePointRight(2)
                .setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP)));
    return results;
  }

  private static Named named(String name, BigDecimal value) {
    return new Named(name, value.stripTrailingZeros().toPlainString());
  }
}
