package org.cfptrace.aggregator.rollup;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cfptrace.footprint.Cell;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.VerificationShares;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.WeighedQuality;
import org.jspecify.annotations.Nullable;

/** Puts figures into words, where words can hold all of them (see {@link FigureForm}). */
final class FigureWriter {
  private static final Stage[] STAGES = Stage.values();
  private static final BigInteger WORD = BigInteger.ONE.shiftLeft(Long.SIZE);

  private final Columns columns;

  /** The words written last. */
  final long[] words = new long[FigureForm.MOST_WORDS];

  private int length;
  private boolean holds;

  FigureWriter(Columns columns) {
    this.columns = columns;
  }

  /** How many words the last figure has. */
  int length() {
    return length;
  }

  /** Why there is no figure. */
  void missing(LineState state, boolean held) {
    words[0] = (long) LineStates.code(state) << FigureForm.STATE_AT;
    words[0] |= held ? FigureForm.HELD : 0;
    length = 1;
    end();
  }

  /** A figure that is kept as an object. */
  void held() {
    words[0] = FigureForm.GIVEN | FigureForm.HELD;
    length = 1;
    end();
  }

  /** What a company itself emits. */
  boolean own(Emissions emissions, @Nullable DataQuality quality, boolean isPrimary) {
    begin();
    words[0] |= FigureForm.COMPLETE;
    quality(quality);
    primary(isPrimary ? PrimaryDataShare.FULL : PrimaryDataShare.NONE);
    verification(VerificationShares.NONE);
    cells(emissions);
    end();
    return holds;
  }

  boolean given(SourceFigure.Given given) {
    begin();
    words[0] |= FigureForm.of(given.unit(), given.basis());
    words[0] |= given.complete() ? FigureForm.COMPLETE : 0;
    words[0] |= (long) withheld(given) << FigureForm.WITHHELD_AT;
    estimated(given.estimatedShare());
    quality(given.quality());
    primary(given.primaryDataShare());
    verification(given.verification());
    cells(given.emissions());
    mass(given.massPerUnit());
    end();
    return holds;
  }

  /** The figure of an own product, with what only its readers ask for. */
  boolean product(SourceFigure.Given given, WeighedQuality quality) {
    given(given);
    SortedMap<Stage, PrimaryDataShare> byStage = new TreeMap<>(quality.primaryDataShareByProcess());
    if (byStage.isEmpty()) {
      return holds;
    }
    BigDecimal overall = quality.overall();
    words[length++] = overall == null ? -1 : kept(Decimals.nano(overall));
    byStage.forEach(
        (stage, share) -> {
          words[1] |= bit(stage) << FigureForm.WEIGHED_AT;
          words[length++] = kept(Decimals.nano(share.percent()));
        });
    end();
    return holds;
  }

  /** Of the mass of a piece alone. */
  void massOnly(MassPerUnit mass) {
    length = 1;
    holds = true;
    words[0] = 0;
    mass(mass);
    end();
  }

  private static int withheld(SourceFigure.Given given) {
    return given.ratingWithheld() == null ? 0 : 1 + Place.of(given.ratingWithheld());
  }

  private void begin() {
    words[0] = FigureForm.GIVEN;
    words[1] = 0;
    words[2] = 0;
    words[FigureForm.DECLARED] = 0;
    words[FigureForm.AUDITED] = 0;
    length = FigureForm.HEAD;
    holds = true;
  }

  private void end() {
    words[0] = FigureForm.withLength(words[0], length);
  }

  private void estimated(Share share) {
    words[0] |= kept(Decimals.nano(share.value()));
  }

  private void primary(@Nullable PrimaryDataShare share) {
    if (share != null) {
      words[0] |= FigureForm.PRIMARY_KNOWN;
      words[1] |= kept(Decimals.nano(share.percent()));
    }
  }

  private void verification(@Nullable VerificationShares shares) {
    if (shares != null) {
      words[FigureForm.DECLARED] =
          FigureForm.VERIFICATION_KNOWN | kept(Decimals.nano(shares.declared()));
      words[FigureForm.AUDITED] = kept(Decimals.nano(shares.audited()));
    }
  }

  private void quality(@Nullable DataQuality quality) {
    if (quality == null) {
      return;
    }
    words[0] |= (1L + Place.of(quality.scale())) << FigureForm.SCALE_AT;
    for (Stage stage : STAGES) {
      Representativeness rating = quality.byProcess().get(stage);
      if (rating != null) {
        words[1] |= bit(stage) << FigureForm.RATED_AT;
        words[length++] = (rating(rating.ter()) << Integer.SIZE) | rating(rating.tir());
        words[length++] = rating(rating.ger());
      }
    }
  }

  private long bit(Stage stage) {
    holds &= Place.of(stage) < FigureForm.STAGES;
    return 1L << Math.min(Place.of(stage), FigureForm.STAGES - 1);
  }

  /** A rating above the best, 1: so that half a word is enough. */
  private long rating(BigDecimal rating) {
    return kept(Decimals.nano(rating.subtract(BigDecimal.ONE)));
  }

  private long kept(long nano) {
    holds &= nano != Decimals.NONE;
    return Math.max(nano, 0);
  }

  private void cells(Emissions emissions) {
    SortedMap<Integer, BigInteger> sizes = new TreeMap<>();
    for (Map.Entry<Cell, KgCo2e> entry : emissions.cells().entrySet()) {
      int column = columns.of(entry.getKey());
      BigInteger units = Decimals.units(entry.getValue().value());
      if (column == Columns.NONE || units == null) {
        holds = false;
        return;
      }
      words[2] |= 1L << column;
      sizes.put(column, units);
    }
    sizes
        .values()
        .forEach(
            units -> {
              words[length++] = units.shiftRight(Long.SIZE).longValue();
              words[length++] = units.mod(WORD).longValue();
            });
  }

  private void mass(@Nullable MassPerUnit mass) {
    if (mass != null) {
      holds &= Decimals.fits(mass.kilograms());
      words[0] |= FigureForm.MASS;
      words[length++] = mass.kilograms().unscaledValue().longValue();
      words[length++] = mass.kilograms().scale();
    }
  }
}
