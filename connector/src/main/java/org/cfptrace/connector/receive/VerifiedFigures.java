package org.cfptrace.connector.receive;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private final KnownEntries known;

  public VerifiedFigures(ReceivedDeclarations received, KnownEntries known) {
    this.received = requireNonNull(received, "received");
    this.known = requireNonNull(known, "known");
  }

  @Override
  public SourceFigure find(ParticipantId partner, TraceId supplierProduct, Period forPeriod) {
    List<ReceivedDeclaration> lastWords = lastWords(received.of(partner, supplierProduct));
    List<SourceFigure.Given> figures =
        lastWords.stream().flatMap(declaration -> figure(declaration).stream()).toList();
    SourceFigure found = PeriodRule.newest(figures, forPeriod);
    if (isSuspended(partner)) {
      return found.fold(
          given -> new SourceFigure.Missing(LineState.SENDER_SUSPENDED, given),
          missing -> new SourceFigure.Missing(LineState.SENDER_SUSPENDED, missing.lastKnown()));
    }
    return isWithheld(lastWords, figures, forPeriod)
        ? found.fold(
            older -> new SourceFigure.Missing(LineState.WITHHELD, older),
            missing -> SourceFigure.missing(LineState.WITHHELD))
        : found;
  }

  /**
   * Whether the last word for this period holds no number: an older one must not stand in for it.
   */
  private static boolean isWithheld(
      List<ReceivedDeclaration> lastWords, List<SourceFigure.Given> figures, Period forPeriod) {
    if (figures.isEmpty()) {
      return !lastWords.isEmpty();
    }
    return lastWords.stream()
        .filter(word -> figure(word).isEmpty())
        .map(ReceivedDeclaration::period)
        .filter(word -> !word.period().to().isAfter(forPeriod.to()))
        .filter(word -> !word.validUntil().isBefore(forPeriod.to()))
        .anyMatch(
            word ->
                figures.stream()
                    .map(given -> given.period().to())
                    .filter(end -> !end.isAfter(forPeriod.to()))
                    .noneMatch(end -> end.isAfter(word.period().to())));
  }

  /** Of several declarations for one period the latest counts; they come latest first. */
  private static List<ReceivedDeclaration> lastWords(List<ReceivedDeclaration> declarations) {
    Set<Period> seen = new HashSet<>();
    List<ReceivedDeclaration> lastWords = new ArrayList<>();
    for (ReceivedDeclaration declaration : declarations) {
      if (seen.add(declaration.period().period())) {
        lastWords.add(declaration);
      }
    }
    return lastWords;
  }

  private static Optional<SourceFigure.Given> figure(ReceivedDeclaration declaration) {
    if (declaration.total().isEmpty()
        || declaration.opening().isEmpty()
        || declaration.method().isEmpty()) {
      return Optional.empty();
    }
    TotalClaim total = declaration.total().get();
    Optional<QualityClaim> quality = declaration.quality();
    return Optional.of(
        new SourceFigure.Given(
            declaration.product().unit(),
            declaration.product().massPerUnit().orElse(null),
            emissions(declaration),
            total.complete(),
            total.estimatedShare(),
            quality.flatMap(QualityClaim::rating).orElse(null),
            quality.flatMap(QualityClaim::primaryDataShare).orElse(null),
            declaration.method().get().basis(),
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
