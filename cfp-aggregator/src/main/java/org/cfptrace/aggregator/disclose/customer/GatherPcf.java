package org.cfptrace.aggregator.disclose.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cfptrace.aggregator.disclose.CompanyFacts;
import org.cfptrace.aggregator.disclose.Evidence.Named;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.ProductFacts;
import org.cfptrace.aggregator.disclose.Subject;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.DataBasis;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Item;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Maker;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Place;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Stages;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Time;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Stage;

/**
 * What is known of a product and what the request says become the facts of a product carbon
 * footprint. All figures are per one declared unit.
 */
final class GatherPcf {
  private static final Set<Stage> OUTBOUND = Set.of(Stage.TRANSPORT, Stage.DISTRIBUTION);
  private static final Set<DeclaredUnit> WITHOUT_MASS =
      Set.of(
          DeclaredUnit.KILOWATT_HOUR,
          DeclaredUnit.MEGAJOULE,
          DeclaredUnit.TON_KILOMETER,
          DeclaredUnit.HOUR,
          DeclaredUnit.MEGABIT_SECOND);

  private GatherPcf() {}

  static Gathered<PcfFacts> of(
      Gathered<ProductFacts> known, Subject<PcfOptions> subject, PcfFormat format) {
    ProductFacts product = known.facts();
    PcfFacts facts = facts(known, subject.options(), format);
    LocalDate asOf = LocalDate.ofInstant(subject.asOf(), ZoneOffset.UTC);
    List<Finding> findings = new ArrayList<>(known.findings());
    findings.addAll(Demands.of(facts, product, format));
    findings.addAll(Plausibility.of(facts, format, asOf));
    findings.addAll(InputsCheck.of(product));
    PrimaryShareCheck.of(product).ifPresent(findings::add);
    return new Gathered<>(facts, known.evidence(), results(facts), findings);
  }

  private static PcfFacts facts(
      Gathered<ProductFacts> known, PcfOptions options, PcfFormat format) {
    ProductFacts product = known.facts();
    boolean future = options.type().speaksOfTheFuture();
    return new PcfFacts(
        maker(product.company(), options, format),
        item(product, options),
        new Time(
            options.type(),
            product.period().from(),
            product.period().to().plusDays(1),
            options.validFrom(),
            options.validUntil().map(last -> last.plusDays(1))),
        place(options.place(), format),
        stages(product.total(), options),
        product.basis().gwp(),
        product.basis().boundary(),
        options.method(),
        new DataBasis(
            product.primaryDataShare().filter(it -> !future).map(it -> new BigDecimal(it.text())),
            future ? Optional.empty() : OverallRating.of(product.quality(), product.total()),
            known.evidence().factorSets()),
        options.carbon(),
        options.words());
  }

  private static Maker maker(CompanyFacts company, PcfOptions options, PcfFormat format) {
    List<String> ids = new ArrayList<>();
    options.bpnl().ifPresent(bpnl -> ids.add("urn:" + bpnl));
    ids.addAll(options.companyIds());
    if (ids.isEmpty() && !format.isCatenaX()) {
      ids.add(
          "urn:pact:company:customcode:supplier-id:"
              + company.corporateNumber().orElse(new ParticipantId(company.did()).shortId()));
    }
    return new Maker(company.name(), ids.stream().distinct().toList());
  }

  private static Item item(ProductFacts product, PcfOptions options) {
    String issuer = options.domain().orElse(new ParticipantId(product.company().did()).domain());
    Stream<String> ids =
        Stream.concat(
            Stream.of(product.traceId().toString()),
            Stream.concat(
                options.customerPartId().stream().map(id -> Ids.pact(issuer, "buyer-id", id)),
                options.productIds().stream()));
    return new Item(
        product.traceId(),
        product.name(),
        options.productDescription(),
        ids.distinct().toList(),
        options.productClassifications(),
        product.unit(),
        BigDecimal.ONE,
        mass(product));
  }

  private static Optional<BigDecimal> mass(ProductFacts product) {
    if (product.unit() == DeclaredUnit.KILOGRAM) {
      return Optional.of(BigDecimal.ONE);
    }
    if (WITHOUT_MASS.contains(product.unit())) {
      return Optional.of(BigDecimal.ZERO);
    }
    return product.massPerUnit().map(MassPerUnit::text).map(BigDecimal::new);
  }

  /** Catena-X always wants a region: that of the country where only a country was stated. */
  private static Place place(Place stated, PcfFormat format) {
    Optional<String> country =
        stated.country().or(() -> stated.subdivision().map(code -> code.substring(0, 2)));
    return format.isCatenaX()
        ? new Place(
            country, stated.subdivision(), stated.region().or(() -> country.flatMap(Region::of)))
        : stated;
  }

  private static Stages stages(Emissions total, PcfOptions options) {
    Emissions outbound = Emissions.NONE;
    Emissions toTheGate = Emissions.NONE;
    for (Stage stage : total.stages()) {
      if (OUTBOUND.contains(stage)) {
        outbound = outbound.plus(total.inStage(stage));
      } else {
        // What came unsplit is of parts, and whatever parts bring is production.
        toTheGate = toTheGate.plus(total.inStage(stage));
      }
    }
    boolean packed = total.stages().contains(Stage.PACKAGING);
    return new Stages(
        StageFigures.of(toTheGate),
        options.packagingIncluded().orElse(packed),
        packed ? Optional.of(StageFigures.of(total.inStage(Stage.PACKAGING))) : Optional.empty(),
        outbound.cells().isEmpty() ? Optional.empty() : Optional.of(StageFigures.of(outbound)));
  }

  private static List<Named> results(PcfFacts facts) {
    String unit = " kg CO2e/" + facts.item().unit().text();
    List<Named> results = new ArrayList<>();
    add(results, "", facts.stages().production(), unit);
    facts.stages().packaging().ifPresent(it -> add(results, "of this packaging ", it, unit));
    facts.stages().distribution().ifPresent(it -> add(results, "distribution ", it, unit));
    return results;
  }

  private static void add(List<Named> results, String stage, StageFigures figures, String unit) {
    results.add(
        new Named(
            stage + "pcfIncludingBiogenicUptake" + unit,
            figures.inclBiogenicUptake().toPlainString()));
    results.add(
        new Named(
            stage + "pcfExcludingBiogenicUptake" + unit,
            figures.exclBiogenicUptake().toPlainString()));
  }
}
