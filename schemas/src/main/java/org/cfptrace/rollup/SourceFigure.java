package org.cfptrace.rollup;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.function.Function;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.VerificationShares;
import org.jspecify.annotations.Nullable;

/** What is known of one source of a line: a figure, or why there is none. */
public sealed interface SourceFigure {

  /**
   * A usable figure per one unit. It is not complete when its own issuer said so; it is estimated
   * as far as its issuer said so. Where only totals were disclosed the emissions are {@link
   * Emissions#ofTotals}. Why it has no rating is known of own products only: a supplier does not
   * say. What it rests on is null where nobody has judged it.
   */
  record Given(
      DeclaredUnit unit,
      @Nullable MassPerUnit massPerUnit,
      Emissions emissions,
      boolean complete,
      Share estimatedShare,
      @Nullable DataQuality quality,
      @Nullable PrimaryDataShare primaryDataShare,
      CalculationBasis basis,
      Period period,
      LocalDate validUntil,
      @Nullable FigureReference reference,
      @Nullable RatingWithheld ratingWithheld,
      @Nullable VerificationShares verification)
      implements SourceFigure {

    public Given {
      requireNonNull(unit, "unit");
      requireNonNull(emissions, "emissions");
      requireNonNull(estimatedShare, "estimatedShare");
      requireNonNull(basis, "basis");
      requireNonNull(period, "period");
      requireNonNull(validUntil, "validUntil");
      if (quality != null && ratingWithheld != null) {
        throw new IllegalArgumentException("rated, and the rating withheld: " + ratingWithheld);
      }
    }

    /** A figure as a supplier gives it: with a rating or without, and no word why; not judged. */
    public Given(
        DeclaredUnit unit,
        @Nullable MassPerUnit massPerUnit,
        Emissions emissions,
        boolean complete,
        Share estimatedShare,
        @Nullable DataQuality quality,
        @Nullable PrimaryDataShare primaryDataShare,
        CalculationBasis basis,
        Period period,
        LocalDate validUntil,
        @Nullable FigureReference reference) {
      this(
          unit,
          massPerUnit,
          emissions,
          complete,
          estimatedShare,
          quality,
          primaryDataShare,
          basis,
          period,
          validUntil,
          reference,
          null,
          null);
    }

    /** The same figure, judged by what it rests on. */
    public Given restingOn(VerificationShares shares) {
      return new Given(
          unit,
          massPerUnit,
          emissions,
          complete,
          estimatedShare,
          quality,
          primaryDataShare,
          basis,
          period,
          validUntil,
          reference,
          ratingWithheld,
          requireNonNull(shares, "shares"));
    }

    /** The same figure, booked in the stages of a product that takes it up. */
    Given bookedUnder(StageProfile profile) {
      return new Given(
          unit,
          massPerUnit,
          emissions.inStages(profile::stageFor),
          complete,
          estimatedShare,
          quality == null ? null : StatedQuality.under(profile, quality, emissions),
          primaryDataShare,
          basis,
          period,
          validUntil,
          reference,
          ratingWithheld,
          verification);
    }

    /** Whether it was made of figures rated on different scales. */
    boolean mixesScales() {
      return ratingWithheld == RatingWithheld.SCALE_MIX;
    }
  }

  /** No figure to count; the last known one, if there is any, is only shown. */
  record Missing(LineState state, @Nullable Given lastKnown) implements SourceFigure {
    public Missing {
      requireNonNull(state, "state");
      if (state.isOk()) {
        throw new IllegalArgumentException("what is missing has a state other than OK");
      }
    }
  }

  static SourceFigure missing(LineState state) {
    return new Missing(state, null);
  }

  default <R> R fold(Function<Given, R> given, Function<Missing, R> missing) {
    return this instanceof Given known ? given.apply(known) : missing.apply((Missing) this);
  }
}
