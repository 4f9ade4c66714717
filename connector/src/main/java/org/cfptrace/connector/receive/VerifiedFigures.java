package org.cfptrace.connector.receive;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.connector.declare.Standing;
import org.cfptrace.connector.product.ReceivedFigures;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.declaration.StagesClaim;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.exchange.partner.KnownEntries;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.rollup.FigureReference;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.PeriodRule;
import org.cfptrace.rollup.SourceFigure;

/**
 * What our sums may use of what partners have told us: of each period the last word, of those the
 * one that speaks for the period asked for. Where there is no number the state says why; nothing
 * missing is ever zero.
 */
public final class VerifiedFigures implements ReceivedFigures {
  private final ReceivedDeclarations received;
  private final SupplierWords words;
  private final KnownEntries known;

  public VerifiedFigures(ReceivedDeclarations received, SupplierWords words, KnownEntries known) {
    this.received = requireNonNull(received, "received");
    this.words = requireNonNull(words, "words");
    this.known = requireNonNull(known, "known");
  }

  @Override
  public SourceFigure find(ParticipantId partner, TraceId supplierProduct, Period forPeriod) {
    SupplierWord word = words.of(partner, supplierProduct);
    List<ReceivedDeclaration> lastWords = lastWords(received.of(partner, supplierProduct));
    List<SourceFigure.Given> figures =
        lastWords.stream()
            .filter(declaration -> declaration.standing().isActive())
            .flatMap(declaration -> figure(declaration, word).stream())
            .toList();
    SourceFigure found = PeriodRule.newest(figures, forPeriod);
    return whyNot(partner, word, lastWords, figures, forPeriod)
        .map(state -> missing(state, found, lastWords, word))
        .orElse(found);
  }

  /** What speaks against using the figures, if anything does. */
  private Optional<LineState> whyNot(
      ParticipantId partner,
      SupplierWord word,
      List<ReceivedDeclaration> lastWords,
      List<SourceFigure.Given> figures,
      Period forPeriod) {
    if (isSuspended(partner)) {
      return Optional.of(LineState.SENDER_SUSPENDED);
    }
    if (lastWords.isEmpty()) {
      return word.isLinked() ? Optional.of(LineState.WITHHELD) : Optional.empty();
    }
    if (word.isTotalWithheld()) {
      return Optional.of(LineState.WITHHELD);
    }
    return figures.isEmpty()
        ? lastWords.stream().findFirst().map(VerifiedFigures::stateOf)
        : wordWithoutNumber(lastWords, figures, forPeriod);
  }

  /**
   * The state of a last word for this period that holds no number: an older figure must not stand
   * in for it.
   */
  private static Optional<LineState> wordWithoutNumber(
      List<ReceivedDeclaration> lastWords, List<SourceFigure.Given> figures, Period forPeriod) {
    return lastWords.stream()
        .filter(word -> !isNumberShown(word) || !word.standing().isActive())
        .filter(word -> !word.period().period().to().isAfter(forPeriod.to()))
        .filter(word -> !word.period().validUntil().isBefore(forPeriod.to()))
        .filter(
            word ->
                figures.stream()
                    .map(given -> given.period().to())
                    .filter(end -> !end.isAfter(forPeriod.to()))
                    .noneMatch(end -> end.isAfter(word.period().period().to())))
        .findFirst()
        .map(VerifiedFigures::stateOf);
  }

  private static LineState stateOf(ReceivedDeclaration withoutNumber) {
    return withoutNumber.standing().isActive() ? LineState.WITHHELD : LineState.RECALLED;
  }

  /** Missing, with the last number that was ever known shown beside it. */
  private static SourceFigure missing(
      LineState state, SourceFigure found, List<ReceivedDeclaration> lastWords, SupplierWord word) {
    return found.fold(
        given -> new SourceFigure.Missing(state, given),
        missing ->
            new SourceFigure.Missing(
                state,
                missing.lastKnown() != null
                    ? missing.lastKnown()
                    : lastWords.stream()
                        .flatMap(declaration -> figure(declaration, word).stream())
                        .findFirst()
                        .orElse(null)));
  }

  /**
   * Of several declarations for one period the latest counts; they come latest first. What was
   * corrected is not a word any more.
   */
  private static List<ReceivedDeclaration> lastWords(List<ReceivedDeclaration> declarations) {
    Set<Period> seen = new HashSet<>();
    List<ReceivedDeclaration> lastWords = new ArrayList<>();
    for (ReceivedDeclaration declaration : declarations) {
      boolean isCorrected = declaration.standing().state() == Standing.State.SUPERSEDED;
      if (!isCorrected && seen.add(declaration.period().period())) {
        lastWords.add(declaration);
      }
    }
    return lastWords;
  }

  private static boolean isNumberShown(ReceivedDeclaration declaration) {
    return declaration.total().isPresent()
        && declaration.opening().isPresent()
        && declaration.method().isPresent();
  }

  private static Optional<SourceFigure.Given> figure(
      ReceivedDeclaration declaration, SupplierWord word) {
    if (!isNumberShown(declaration)) {
      return Optional.empty();
    }
    TotalClaim total = declaration.total().orElseThrow();
    Optional<QualityClaim> quality = declaration.quality();
    return Optional.of(
        new SourceFigure.Given(
            declaration.product().unit(),
            declaration.product().massPerUnit().orElse(null),
            emissions(declaration),
            total.complete() && !word.isIncomplete(),
            total.estimatedShare(),
            quality.flatMap(QualityClaim::rating).orElse(null),
            quality.flatMap(QualityClaim::primaryDataShare).orElse(null),
            declaration.method().orElseThrow().basis(),
            declaration.period().period(),
            declaration.period().validUntil(),
            new FigureReference(declaration.id().value(), declaration.commitment().encoded())));
  }

  /** The split where we were shown it, else the totals, which go to UNSPLIT and say so. */
  private static Emissions emissions(ReceivedDeclaration declaration) {
    return declaration
        .stages()
        .map(StagesClaim::cells)
        .orElseGet(
            () ->
                declaration
                    .opening()
                    .map(
                        opening ->
                            Emissions.ofTotals(
                                new CommittedTotals(
                                    opening.grossMicrograms(),
                                    opening.removalsMicrograms(),
                                    opening.uptakeMicrograms())))
                    .orElseThrow());
  }

  private boolean isSuspended(ParticipantId partner) {
    return known
        .find(partner)
        .filter(entry -> entry.status() == DirectoryStatus.SUSPENDED)
        .isPresent();
  }
}
