package org.cfptrace.connector.receive;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
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
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.ToldFigures;

/** What our sums may use of what partners have told us ({@link ToldFigures}). */
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
    return new ToldFigures(
            isSuspended(partner),
            word.isTotalWithheld(),
            word.isLinked(),
            received.of(partner, supplierProduct).stream()
                .map(declaration -> told(declaration, word))
                .toList())
        .forPeriod(forPeriod);
  }

  private static ToldFigures.Told told(ReceivedDeclaration declaration, SupplierWord word) {
    return new ToldFigures.Told(
        declaration.period().period(),
        declaration.period().validUntil(),
        standing(declaration.standing()),
        figure(declaration, word));
  }

  private static ToldFigures.Standing standing(Standing standing) {
    if (standing.state() == Standing.State.SUPERSEDED) {
      return ToldFigures.Standing.SUPERSEDED;
    }
    return standing.isActive() ? ToldFigures.Standing.ACTIVE : ToldFigures.Standing.RECALLED;
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
