package org.cfptrace.rollup;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.footprint.DeclaredEmissions;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.VerificationShares;
import org.jspecify.annotations.Nullable;

/**
 * The cumulative footprint of one unit of a product: own emissions, transport, what its parts
 * bring, and the sum; whether it is complete and how good its data is. Amounts are exact, 18
 * decimals of a kilogram per line.
 *
 * @param verification what it rests on; null where that is not known, and for a total of zero
 */
public record Footprint(
    OwnProduct product,
    Period period,
    Emissions own,
    Emissions transport,
    Emissions upstream,
    Emissions total,
    List<LineResult> lines,
    WeighedQuality quality,
    @Nullable VerificationShares verification) {

  public Footprint {
    requireNonNull(product, "product");
    requireNonNull(period, "period");
    requireNonNull(own, "own");
    requireNonNull(transport, "transport");
    requireNonNull(upstream, "upstream");
    requireNonNull(total, "total");
    lines = List.copyOf(lines);
    requireNonNull(quality, "quality");
  }

  /** Own emissions are known, every line counts, and every input says that it is complete. */
  public boolean isComplete() {
    return isOwnKnown() && lines.stream().allMatch(LineResult::isComplete);
  }

  public boolean isOwnKnown() {
    return product.own() != null;
  }

  /** How much of the total is estimated, by this company or by those before it. */
  public Share estimatedShare() {
    return quality.estimatedShare();
  }

  /** All that is missing, named. Empty exactly when the footprint is complete. */
  public List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    if (!isOwnKnown()) {
      gaps.add(new Gap(null, Explanation.ownMissing()));
    }
    for (LineResult line : lines) {
      if (!line.isComplete()) {
        gaps.add(new Gap(line.line().lineId(), Explanation.whyIncomplete(line)));
      }
    }
    return List.copyOf(gaps);
  }

  /** The total as a declaration states it: rounded to the microgram, cells fitted. */
  public DeclaredEmissions toDeclare() {
    return DeclaredEmissions.of(total);
  }

  /** This footprint as the figure of a part of another own product. */
  public SourceFigure.Given asFigure() {
    LocalDate end = period.to();
    return new SourceFigure.Given(
        product.unit(),
        product.massPerUnit(),
        total,
        isComplete(),
        estimatedShare(),
        quality.rating(),
        quality.primaryDataShare(),
        product.basis(),
        period,
        end,
        null,
        quality.withheld(),
        verification);
  }

  /** The sum, step by step, for a person to read. */
  public List<Bilingual> explanation() {
    return Explanation.of(this);
  }
}
