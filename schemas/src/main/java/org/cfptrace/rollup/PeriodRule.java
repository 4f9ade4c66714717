package org.cfptrace.rollup;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.cfptrace.footprint.Period;

/**
 * Which of a supplier's figures counts for a period: the newest that is valid at the end of the
 * period and whose own period ended by then, at most 36 months earlier. Superseded and recalled
 * figures are not candidates.
 */
public final class PeriodRule {

  private static final int OLDEST_MONTHS = 36;
  private static final Comparator<SourceFigure.Given> BY_AGE =
      Comparator.comparing((SourceFigure.Given figure) -> figure.period().to())
          .thenComparing(figure -> figure.period().from())
          .thenComparing(SourceFigure.Given::validUntil)
          .thenComparing(PeriodRule::declarationId);

  private PeriodRule() {}

  /** The figure to count; STALE(PERIOD_GAP) with the last known one; ASKED where none ever came. */
  public static SourceFigure newest(Collection<SourceFigure.Given> candidates, Period period) {
    LocalDate end = period.to();
    Optional<SourceFigure.Given> fitting =
        candidates.stream().filter(figure -> fits(figure, end)).max(BY_AGE);
    if (fitting.isPresent()) {
      return fitting.get();
    }
    return candidates.stream()
        .max(BY_AGE)
        .<SourceFigure>map(newest -> new SourceFigure.Missing(LineState.PERIOD_GAP, newest))
        .orElseGet(() -> SourceFigure.missing(LineState.ASKED));
  }

  private static boolean fits(SourceFigure.Given figure, LocalDate end) {
    LocalDate ended = figure.period().to();
    return !ended.isAfter(end)
        && !ended.isBefore(end.minusMonths(OLDEST_MONTHS))
        && !figure.validUntil().isBefore(end);
  }

  private static String declarationId(SourceFigure.Given figure) {
    FigureReference reference = figure.reference();
    return reference == null ? "" : reference.declarationId();
  }
}
