package org.cfptrace.aggregator.disclose.customer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cfptrace.aggregator.disclose.Evidence.Named;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Finding.Code;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.ProductFacts;
import org.cfptrace.aggregator.disclose.Unsplit;
import org.cfptrace.aggregator.disclose.customer.OuranosFacts.LeftOut;
import org.cfptrace.aggregator.disclose.customer.OuranosFacts.ProcessFigures;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Stage;

/**
 * A product's footprint as Ouranos divides it. Its two processes are the stages pre and main, or
 * raw material and main production of a battery part; what the company itself emits is Production,
 * what its parts bring is Component.
 */
final class GatherOuranos {
  private static final Set<Stage> PRE = Set.of(Stage.PRE, Stage.RAW_MATERIAL);
  private static final Set<Stage> MAIN = Set.of(Stage.MAIN, Stage.MAIN_PRODUCTION);

  /** Ouranos ends at the gate. */
  private static final Set<Stage> LATER = EnumSet.of(Stage.DISTRIBUTION, Stage.END_OF_LIFE);

  private static final BigDecimal LEFT_BY_ROUNDING = new BigDecimal("0.0000001");
  private static final Representativeness NOTHING_TO_RATE = Representativeness.of("0", "0", "0");

  private final ProductFacts product;
  private final OuranosOptions options;
  private final List<Finding> findings = new ArrayList<>();

  private GatherOuranos(ProductFacts product, OuranosOptions options) {
    this.product = product;
    this.options = options;
  }

  static Gathered<OuranosFacts> of(Gathered<ProductFacts> known, OuranosOptions options) {
    GatherOuranos gather = new GatherOuranos(known.facts(), options);
    OuranosFacts facts = gather.facts();
    gather.judge(facts);
    List<Finding> findings = new ArrayList<>(known.findings());
    findings.addAll(gather.findings);
    return new Gathered<>(facts, known.evidence(), results(facts), findings);
  }

  private OuranosFacts facts() {
    return new OuranosFacts(
        options.traceId().orElse(product.traceId().bareUuid()),
        options.cfpId(),
        options.partsName().orElse(product.name()),
        options.supportPartsName().orElse(""),
        options.plantName().or(product::plant).orElse(""),
        options.openPlantId().orElse(""),
        product.company().name(),
        product.company().corporateNumber().orElse(""),
        product.unit().ouranos().orElse(""),
        product.unit().ouranosEmission().orElse(""),
        process("pre", PRE),
        process("main", MAIN),
        leftOut());
  }

  private ProcessFigures process(String name, Set<Stage> stages) {
    BigDecimal all = excludingUptake(product.total(), stages);
    BigDecimal own = own(excludingUptake(product.own(), stages), all);
    BigDecimal parts = all.subtract(own);
    taken(name + "Production", own);
    taken(name + "Component", parts);
    return new ProcessFigures(own, parts, rating(name, stages, all));
  }

  /**
   * Own and total are rounded to micrograms each by itself, and the rest of each goes to its own
   * largest cell: own may be a trace above the total where parts bring nothing.
   */
  private static BigDecimal own(BigDecimal own, BigDecimal all) {
    BigDecimal above = own.subtract(all);
    return above.signum() > 0 && above.compareTo(LEFT_BY_ROUNDING) <= 0 ? all : own;
  }

  /** Where nothing is emitted there is nothing to weigh by: 0, by Ouranos' own rule. */
  private Optional<Representativeness> rating(String name, Set<Stage> stages, BigDecimal all) {
    if (all.signum() == 0) {
      return Optional.of(NOTHING_TO_RATE);
    }
    Optional<DataQuality> quality =
        product.quality().filter(it -> it.scale() == QualityScale.ONE_TO_FIVE);
    Optional<Representativeness> rating =
        quality.flatMap(it -> stages.stream().map(it::of).flatMap(Optional::stream).findFirst());
    if (rating.isEmpty()) {
      boolean otherScale = product.quality().isPresent() && quality.isEmpty();
      findings.add(
          Finding.of(
              Code.NOT_STATED,
              "OURANOS asks for TeR, GeR and TiR of "
                  + name
                  + "Processing"
                  + (otherScale
                      ? "; a rating from 1 to 3 does not convert to one from 1 to 5"
                      : "")));
    }
    return rating;
  }

  private void taken(String record, BigDecimal emission) {
    boolean fits =
        emission.signum() >= 0
            && OuranosFacts.roundedUp(emission).compareTo(OuranosFacts.LARGEST) <= 0;
    if (!fits) {
      findings.add(
          Finding.of(
              Code.VALUE_NOT_TAKEN,
              record
                  + ": OURANOS takes 0 to "
                  + OuranosFacts.LARGEST.toPlainString()
                  + ", seen "
                  + emission.stripTrailingZeros().toPlainString()));
    }
  }

  private void judge(OuranosFacts facts) {
    if (facts.emissionUnit().isEmpty()) {
      findings.add(
          Finding.of(Code.UNIT_MISMATCH, "OURANOS has no unit for " + product.unit().text()));
    }
    int length = facts.partsName().codePointCount(0, facts.partsName().length());
    if (length > OuranosFacts.LONGEST_PARTS_NAME) {
      findings.add(
          Finding.of(
              Code.VALUE_NOT_TAKEN,
              "the option partsName is needed: OURANOS takes at most 50 characters, the product's"
                  + " name has "
                  + length));
    }
    if (facts.openPlantId().isEmpty()) {
      findings.add(Finding.of(Code.NOT_STATED, "OURANOS asks for the option openPlantId"));
    }
    stages(facts.leftOut());
  }

  private List<LeftOut> leftOut() {
    return product.total().stages().stream()
        .filter(LATER::contains)
        .map(stage -> new LeftOut(stage, excludingUptake(product.total(), Set.of(stage))))
        .filter(it -> it.emission().signum() != 0)
        .toList();
  }

  private void stages(List<LeftOut> leftOut) {
    List<Stage> others =
        product.total().stages().stream().filter(GatherOuranos::isOfNeither).toList();
    if (!others.isEmpty()) {
      findings.addAll(
          Unsplit.of(
              product,
              emissions -> emissions.stages().stream().anyMatch(GatherOuranos::isOfNeither),
              "split: OURANOS demands pre-processing and main production apart",
              others.stream().map(this::inNeither).toList()));
    }
    // A receiver who adds up these records takes what is not in them for nothing.
    if (!leftOut.isEmpty()) {
      findings.add(
          Finding.of(
              Code.CUT_OFF_EXCEEDED,
              "OURANOS has two processes; in none of its records: "
                  + leftOut.stream()
                      .map(it -> it.text() + " kg CO2e")
                      .collect(Collectors.joining(", "))));
    }
  }

  private static boolean isOfNeither(Stage stage) {
    return !PRE.contains(stage) && !MAIN.contains(stage) && !LATER.contains(stage);
  }

  private Finding inNeither(Stage stage) {
    return Finding.of(
        Code.SPLIT_WITHHELD,
        "OURANOS demands pre-processing and main production apart; "
            + product.total().inStage(stage).exclBiogenicUptake()
            + " kg CO2e are in the stage "
            + stage.jsonName());
  }

  private static BigDecimal excludingUptake(Emissions emissions, Set<Stage> stages) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Stage stage : emissions.stages()) {
      if (stages.contains(stage)) {
        sum = sum.add(emissions.inStage(stage).exclBiogenicUptake().value());
      }
    }
    return sum;
  }

  private static List<Named> results(OuranosFacts facts) {
    String unit = " " + facts.emissionUnit();
    return List.of(
        new Named("preProduction" + unit, facts.pre().production().toPlainString()),
        new Named("mainProduction" + unit, facts.main().production().toPlainString()),
        new Named("preComponent" + unit, facts.pre().component().toPlainString()),
        new Named("mainComponent" + unit, facts.main().component().toPlainString()),
        new Named("total" + unit, facts.total().toPlainString()));
  }
}
