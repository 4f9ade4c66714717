package org.cfptrace.chain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.InputElement;
import org.cfptrace.declaration.OwnClaim;
import org.cfptrace.declaration.ProcessClaim;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.rollup.StatedQuality;
import org.cfptrace.rollup.WeighedQuality;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.VerifiedDeclaration;

/**
 * Primary data share, ratings and estimated share, worked out again from what the buyer was shown
 * of its inputs. They differ only as far as micrograms of rounding can move a mean.
 */
final class QualityCheck {
  private static final int SCALE = 18;
  private static final BigDecimal NEAR = new BigDecimal("0.000001");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal RATINGS = BigDecimal.valueOf(4);

  private static final QualityClaim NOT_KNOWN =
      new QualityClaim(Optional.empty(), Optional.empty());
  private static final ProcessClaim NOTHING_SAID =
      new ProcessClaim(Optional.empty(), Optional.empty());

  private final TotalClaim total;
  private final Optional<QualityClaim> stated;
  private final List<StatedQuality.Part> parts = new ArrayList<>();
  private final KgCo2e rounding;

  private QualityCheck(
      VerifiedDeclaration declaration,
      Optional<QualityClaim> stated,
      ProcessClaim process,
      List<LinkedInput> inputs) {
    this.total = declaration.total().orElseThrow();
    this.stated = stated;
    this.rounding = FittedContributions.mostLeft(inputs.size() + 1).plus(KgCo2e.ofMicrograms(10));
    Emissions own =
        declaration
            .claim(ClaimName.OWN)
            .map(claim -> ((OwnClaim) claim).emissions())
            .orElse(Emissions.NONE);
    // Own emissions of which nobody says how good they are weigh as well, as the worst.
    parts.add(part(StatedQuality.sizesOf(own), process.own().orElse(NOT_KNOWN), Share.NONE));
    process
        .rest()
        .ifPresent(rest -> parts.add(part(rest.sizes(), rest.quality(), rest.estimatedShare())));
    StageProfile profile = InputLinks.profileOf(declaration);
    inputs.forEach(input -> parts.add(part(profile, input)));
  }

  /**
   * Checks it; answers false where something is stated that cannot be worked out again. Without
   * claim {@code process} that is every rating and primary data share, and the estimated share
   * where something in the sum rests on no declaration.
   *
   * @param stated as it was told to an auditor or to the customer
   */
  static boolean check(
      VerifiedDeclaration declaration,
      Optional<QualityClaim> stated,
      List<InputElement> elements,
      List<LinkedInput> inputs) {
    Optional<ProcessClaim> process =
        declaration.claim(ClaimName.PROCESS).map(ProcessClaim.class::cast);
    boolean isRated =
        stated.flatMap(QualityClaim::primaryDataShare).isPresent()
            || stated.flatMap(QualityClaim::rating).isPresent();
    boolean isAllDeclared =
        elements.stream().allMatch(it -> it.source().isPresent() || it.contribution().isZero());
    if (process.isEmpty() && (isRated || !isAllDeclared)) {
      return false;
    }
    new QualityCheck(declaration, stated, process.orElse(NOTHING_SAID), inputs).check();
    return true;
  }

  private void check() {
    WeighedQuality again = StatedQuality.of(parts);
    Map<Stage, KgCo2e> weights = new EnumMap<>(Stage.class);
    parts.forEach(
        part ->
            part.sizes().forEach((process, size) -> weights.merge(process, size, KgCo2e::plus)));
    KgCo2e all = weights.values().stream().reduce(KgCo2e.ZERO, KgCo2e::plus);
    if (all.compareTo(rounding) <= 0) {
      return;
    }
    same(
        "estimated share",
        total.estimatedShare().value(),
        again.estimatedShare().value(),
        slack(BigDecimal.ONE, all));
    stated
        .flatMap(QualityClaim::primaryDataShare)
        .ifPresent(
            share ->
                same(
                    "primary data share",
                    share.percent(),
                    again.primaryDataShare() == null
                        ? BigDecimal.ZERO
                        : again.primaryDataShare().percent(),
                    slack(HUNDRED, all)));
    stated.flatMap(QualityClaim::rating).ifPresent(rating -> checkRating(rating, again, weights));
  }

  private void checkRating(DataQuality rating, WeighedQuality again, Map<Stage, KgCo2e> weights) {
    DataQuality other = again.rating();
    Broken.unless(
        other != null && other.scale() == rating.scale(),
        Reason.QUALITY_DIFFERS,
        "a rating on scale " + rating.scale() + " does not follow from the inputs");
    for (Map.Entry<Stage, KgCo2e> weight : weights.entrySet()) {
      if (other != null && weight.getValue().compareTo(rounding) > 0) {
        BigDecimal slack = slack(RATINGS, weight.getValue());
        Representativeness one = ratingOf(rating, weight.getKey());
        Representativeness two = ratingOf(other, weight.getKey());
        String of = " of " + weight.getKey().jsonName();
        same("TeR" + of, one.ter(), two.ter(), slack);
        same("TiR" + of, one.tir(), two.tir(), slack);
        same("GeR" + of, one.ger(), two.ger(), slack);
      }
    }
  }

  private static Representativeness ratingOf(DataQuality quality, Stage process) {
    return Optional.ofNullable(quality.byProcess().get(process))
        .orElseThrow(
            () -> new Broken(Reason.QUALITY_DIFFERS, "no rating of process " + process.jsonName()));
  }

  private static void same(String what, BigDecimal stated, BigDecimal again, BigDecimal slack) {
    Broken.unless(
        stated.subtract(again).abs().compareTo(slack) <= 0,
        Reason.QUALITY_DIFFERS,
        what + " does not follow from the inputs");
  }

  /** How far rounding may move a mean of values from a range of this width. */
  private BigDecimal slack(BigDecimal range, KgCo2e weight) {
    return range
        .multiply(rounding.value())
        .divide(weight.value(), SCALE, RoundingMode.UP)
        .multiply(BigDecimal.valueOf(2))
        .add(NEAR);
  }

  private static StatedQuality.Part part(
      Map<Stage, KgCo2e> sizes, QualityClaim quality, Share estimated) {
    PrimaryDataShare primary = quality.primaryDataShare().orElse(null);
    return new StatedQuality.Part(sizes, quality.rating().orElse(null), primary, estimated);
  }

  /** An input counts as the buyer saw it: without its stages it is booked as not split. */
  private static StatedQuality.Part part(StageProfile profile, LinkedInput input) {
    VerifiedDeclaration source = input.source().declaration();
    Emissions emissions =
        source
            .stages()
            .map(stages -> stages.cells())
            .orElseGet(() -> Emissions.ofTotals(totals(source.opening().orElseThrow())));
    Fraction factor =
        input
            .element()
            .factor()
            .times(input.element().amount().amount())
            .dividedBy(input.element().yield().value());
    Map<Stage, KgCo2e> sizes = StatedQuality.sizesOf(emissions.inStages(profile::stageFor));
    sizes.replaceAll(
        (process, size) ->
            new KgCo2e(factor.times(size.value()).rounded(SCALE, RoundingMode.HALF_EVEN)));
    QualityClaim stated = source.quality().orElse(NOT_KNOWN);
    return part(
        sizes,
        new QualityClaim(
            stated.primaryDataShare(),
            stated.rating().map(rating -> StatedQuality.under(profile, rating, emissions))),
        source.total().orElseThrow().estimatedShare());
  }

  private static CommittedTotals totals(CommitmentOpening opening) {
    return new CommittedTotals(
        opening.grossMicrograms(), opening.removalsMicrograms(), opening.uptakeMicrograms());
  }
}
