package org.cfptrace.rollup;

import java.util.ArrayList;
import java.util.List;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.VerificationShares;
import org.jspecify.annotations.Nullable;

/**
 * {@code value = own + Σ (net amount ÷ yield) × Σ share × conversion × source value + transport},
 * per unit of the product, per stage and account. Each line is rounded once, sums are exact: the
 * order of lines never matters.
 */
public final class RollUp {

  private RollUp() {}

  public static Footprint of(RollUpInput input) {
    OwnProduct product = input.product();
    Emissions own = emissions(product.own());
    Emissions transport = emissions(product.transport());
    List<LineResult> lines = new ArrayList<>(product.lines().size());
    Emissions upstream = Emissions.NONE;
    for (BillOfMaterialsLine line : product.lines()) {
      LineResult result = LineRollUp.of(line, input);
      lines.add(result);
      upstream = upstream.plus(result.contribution());
    }
    Emissions total = own.plus(transport).plus(upstream);
    WeighedQuality quality = QualityWeighing.of(contributions(product, lines));
    VerificationShares verification = VerificationWeighing.of(product, lines);
    return new Footprint(
        product, input.period(), own, transport, upstream, total, lines, quality, verification);
  }

  private static Emissions emissions(@Nullable OwnEmissions own) {
    return own == null ? Emissions.NONE : own.emissions();
  }

  private static List<QualityWeighing.Contribution> contributions(
      OwnProduct product, List<LineResult> lines) {
    List<QualityWeighing.Contribution> contributions = ownContributions(product);
    for (LineResult line : lines) {
      for (LinePart part : line.parts()) {
        addPart(part, contributions);
      }
    }
    return contributions;
  }

  static List<QualityWeighing.Contribution> ownContributions(OwnProduct product) {
    List<QualityWeighing.Contribution> contributions = new ArrayList<>();
    addOwn(product.own(), contributions);
    addOwn(product.transport(), contributions);
    return contributions;
  }

  private static void addOwn(
      @Nullable OwnEmissions own, List<QualityWeighing.Contribution> contributions) {
    if (own != null) {
      contributions.add(
          QualityWeighing.Contribution.of(
              own.emissions(), own.quality(), false, own.primaryDataShare(), Share.NONE));
    }
  }

  static void addPart(LinePart part, List<QualityWeighing.Contribution> contributions) {
    SourceFigure.Given counted = part.counted();
    if (counted != null) {
      contributions.add(
          QualityWeighing.Contribution.of(
              part.contribution(),
              counted.quality(),
              counted.mixesScales(),
              part.origin().isEstimate() ? null : counted.primaryDataShare(),
              part.estimatedShare()));
    }
  }
}
