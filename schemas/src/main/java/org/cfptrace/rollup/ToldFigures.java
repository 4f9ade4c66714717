package org.cfptrace.rollup;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cfptrace.footprint.Period;

/**
 * All that a supplier has told of one of its products, and what of it may be counted: of each
 * period the last word, of those the one that speaks for the period asked for. Where there is no
 * number the state says why; nothing missing is ever zero.
 *
 * @param suspended the supplier is suspended: nothing of it counts
 * @param withheld it shows the total no longer
 * @param linked it has said that the product is the one asked for
 * @param told its declarations, latest first
 */
public record ToldFigures(boolean suspended, boolean withheld, boolean linked, List<Told> told) {
  public ToldFigures {
    told = List.copyOf(told);
  }

  /** Whether a declaration stands. */
  public enum Standing {
    /** Its issuer stands by it. */
    ACTIVE,
    /** Its issuer has put another in its place. */
    SUPERSEDED,
    /** Its issuer has withdrawn it. */
    RECALLED,
    /** Its figure was shown, and is not to be counted any more. */
    KEPT_BACK
  }

  /**
   * One declaration.
   *
   * @param figure the number, where it is shown
   */
  public record Told(
      Period period, LocalDate validUntil, Standing standing, Optional<SourceFigure.Given> figure) {
    public Told {
      requireNonNull(period, "period");
      requireNonNull(validUntil, "validUntil");
      requireNonNull(standing, "standing");
      requireNonNull(figure, "figure");
    }

    private boolean isUsable() {
      return standing == Standing.ACTIVE && figure.isPresent();
    }

    private LineState stateWithoutNumber() {
      return standing == Standing.RECALLED ? LineState.RECALLED : LineState.WITHHELD;
    }
  }

  /** The figure to count for a period, or why there is none, with the last known one beside it. */
  public SourceFigure forPeriod(Period period) {
    List<Told> lastWords = lastWords();
    List<SourceFigure.Given> figures =
        lastWords.stream().filter(Told::isUsable).flatMap(word -> word.figure().stream()).toList();
    SourceFigure found = PeriodRule.newest(figures, period);
    return whyNot(lastWords, figures, period)
        .map(state -> missing(state, found, lastWords))
        .orElse(found);
  }

  /** What speaks against using the figures, if anything does. */
  private Optional<LineState> whyNot(
      List<Told> lastWords, List<SourceFigure.Given> figures, Period period) {
    if (suspended) {
      return Optional.of(LineState.SENDER_SUSPENDED);
    }
    if (lastWords.isEmpty()) {
      return linked ? Optional.of(LineState.WITHHELD) : Optional.empty();
    }
    if (withheld) {
      return Optional.of(LineState.WITHHELD);
    }
    return figures.isEmpty()
        ? lastWords.stream().findFirst().map(Told::stateWithoutNumber)
        : wordWithoutNumber(lastWords, figures, period);
  }

  /**
   * The state of a last word for this period that holds no number: an older figure must not stand
   * in for it.
   */
  private static Optional<LineState> wordWithoutNumber(
      List<Told> lastWords, List<SourceFigure.Given> figures, Period period) {
    return lastWords.stream()
        .filter(word -> !word.isUsable())
        .filter(word -> !word.period().to().isAfter(period.to()))
        .filter(word -> !word.validUntil().isBefore(period.to()))
        .filter(
            word ->
                figures.stream()
                    .map(given -> given.period().to())
                    .filter(end -> !end.isAfter(period.to()))
                    .noneMatch(end -> end.isAfter(word.period().to())))
        .findFirst()
        .map(Told::stateWithoutNumber);
  }

  /** Missing, with the last number that was ever known shown beside it. */
  private static SourceFigure missing(LineState state, SourceFigure found, List<Told> lastWords) {
    return found.fold(
        given -> new SourceFigure.Missing(state, given),
        missing ->
            new SourceFigure.Missing(
                state,
                Stream.concat(
                        Stream.ofNullable(missing.lastKnown()),
                        lastWords.stream().flatMap(word -> word.figure().stream()))
                    .findFirst()
                    .orElse(null)));
  }

  /**
   * Of several declarations for one period the latest counts. What was corrected is not a word any
   * more.
   */
  private List<Told> lastWords() {
    Set<Period> seen = new HashSet<>();
    return told.stream()
        .filter(word -> word.standing() != Standing.SUPERSEDED)
        .filter(word -> seen.add(word.period()))
        .toList();
  }
}
