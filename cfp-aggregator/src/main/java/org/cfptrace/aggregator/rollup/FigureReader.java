package org.cfptrace.aggregator.rollup;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.cfptrace.footprint.Cell;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.VerificationShares;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.rollup.RatingWithheld;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.WeighedQuality;
import org.jspecify.annotations.Nullable;

/** Reads figures out of their words (see {@link FigureForm}). */
final class FigureReader {
  private static final Stage[] STAGES = Stage.values();
  private static final QualityScale[] SCALES = QualityScale.values();
  private static final RatingWithheld[] WITHHELD = RatingWithheld.values();

  private final Columns columns;
  private final Figures figures;
  private final Period period;

  FigureReader(Columns columns, Figures figures, Period period) {
    this.columns = columns;
    this.figures = figures;
    this.period = period;
  }

  SourceFigure.Given given(int at) {
    long first = word(at);
    return new SourceFigure.Given(
        FigureForm.unit(first),
        (first & FigureForm.MASS) == 0 ? null : massOf(at),
        emissions(at),
        (first & FigureForm.COMPLETE) != 0,
        estimated(first),
        quality(at),
        primary(at),
        FigureForm.basis(first),
        period,
        period.to(),
        null,
        withheld(first),
        verification(at));
  }

  SourceFigure.Missing missing(int at) {
    LineState state = LineStates.state(FigureForm.state(word(at)));
    return new SourceFigure.Missing(state, null);
  }

  OwnEmissions own(int at) {
    boolean isPrimary = (word(at + 1) & FigureForm.PERCENT) != 0;
    return new OwnEmissions(emissions(at), quality(at), isPrimary, isPrimary);
  }

  /** The mass of a piece, of a figure that has one. */
  MassPerUnit massOf(int at) {
    return mass(at + FigureForm.reach(word(at), word(at + 1), word(at + 2)) - 2);
  }

  /** The mass of a piece that lies in two words. */
  MassPerUnit mass(int at) {
    return new MassPerUnit(BigDecimal.valueOf(word(at), Math.toIntExact(word(at + 1))));
  }

  WeighedQuality weighed(int at) {
    long first = word(at);
    int weighed = FigureForm.weighed(word(at + 1));
    int place = at + FigureForm.reach(first, word(at + 1), word(at + 2));
    Map<Stage, PrimaryDataShare> byStage = new EnumMap<>(Stage.class);
    BigDecimal overall = null;
    if (weighed != 0) {
      long nano = word(place++);
      overall = nano < 0 ? null : Decimals.ofNano(nano).stripTrailingZeros();
      for (int rest = weighed; rest != 0; rest &= rest - 1) {
        Stage stage = STAGES[Integer.numberOfTrailingZeros(rest)];
        byStage.put(stage, new PrimaryDataShare(Decimals.ofNano(word(place++))));
      }
    }
    return new WeighedQuality(
        primary(at), byStage, quality(at), overall, withheld(first), estimated(first));
  }

  Emissions emissions(int at) {
    Map<Cell, KgCo2e> cells = new HashMap<>();
    int place = at + FigureForm.HEAD + 2 * Integer.bitCount(FigureForm.rated(word(at + 1)));
    for (long rest = word(at + 2); rest != 0; rest &= rest - 1) {
      Cell cell = columns.cell(Long.numberOfTrailingZeros(rest));
      boolean negative = !cell.account().isEmission();
      cells.put(cell, new KgCo2e(Decimals.kilograms(word(place), word(place + 1), negative)));
      place += 2;
    }
    return Emissions.of(cells);
  }

  private @Nullable DataQuality quality(int at) {
    int scale = FigureForm.scale(word(at));
    if (scale == 0) {
      return null;
    }
    Map<Stage, Representativeness> byStage = new EnumMap<>(Stage.class);
    int place = at + FigureForm.HEAD;
    for (int rest = FigureForm.rated(word(at + 1)); rest != 0; rest &= rest - 1) {
      long first = word(place++);
      byStage.put(
          STAGES[Integer.numberOfTrailingZeros(rest)],
          new Representativeness(
              rating(first >>> Integer.SIZE), rating(first & 0xffffffffL), rating(word(place++))));
    }
    return new DataQuality(SCALES[scale - 1], byStage);
  }

  private static BigDecimal rating(long aboveBest) {
    return Decimals.ofNano(aboveBest).add(BigDecimal.ONE);
  }

  private @Nullable PrimaryDataShare primary(int at) {
    return (word(at) & FigureForm.PRIMARY_KNOWN) == 0
        ? null
        : new PrimaryDataShare(Decimals.ofNano(word(at + 1) & FigureForm.PERCENT));
  }

  private @Nullable VerificationShares verification(int at) {
    long declared = word(at + FigureForm.DECLARED);
    return (declared & FigureForm.VERIFICATION_KNOWN) == 0
        ? null
        : new VerificationShares(
            Decimals.ofNano(declared & FigureForm.PERCENT),
            Decimals.ofNano(word(at + FigureForm.AUDITED)));
  }

  private static Share estimated(long first) {
    return new Share(Decimals.ofNano(first & FigureForm.ESTIMATED));
  }

  private static @Nullable RatingWithheld withheld(long first) {
    int number = FigureForm.withheld(first);
    return number == 0 ? null : WITHHELD[number - 1];
  }

  private long word(int at) {
    return figures.words[at];
  }
}
