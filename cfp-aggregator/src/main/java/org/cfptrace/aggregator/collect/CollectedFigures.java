package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cfptrace.aggregator.structure.Moment;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.declaration.StagesClaim;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.envelope.PresentationBody.Fallen;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.rollup.ToldFigures;

/**
 * What a company's sums may use of what was handed in for it, at a moment: a figure, or why there
 * is none, and since when.
 */
public final class CollectedFigures {
  private static final int OLDEST_MONTHS = 36;

  private final Declarations declarations;
  private final IssuerWords words;
  private final Suspensions suspensions;

  public CollectedFigures(Declarations declarations, IssuerWords words, Suspensions suspensions) {
    this.declarations = requireNonNull(declarations, "declarations");
    this.words = requireNonNull(words, "words");
    this.suspensions = requireNonNull(suspensions, "suspensions");
  }

  /** Who is and was suspended, as the directory has said. */
  @FunctionalInterface
  public interface Suspensions {
    /** All times in which an issuer was or is. */
    List<Span> of(ParticipantId issuer);
  }

  /**
   * What is known of a product at a moment.
   *
   * @param figure the figure to count, or why there is none
   * @param missingSince the first day without a figure, or with one that is not complete, where
   *     that is so and the day is known
   * @param keptBackNow why it would be no figure any more, where it still was one at that moment
   */
  public record Known(
      SourceFigure figure, Optional<LocalDate> missingSince, Optional<LineState> keptBackNow) {
    public Known {
      requireNonNull(figure, "figure");
      requireNonNull(missingSince, "missingSince");
      requireNonNull(keptBackNow, "keptBackNow");
    }
  }

  /** The days a sum made on a day speaks of: a year that ends with it. */
  public static Period yearTo(LocalDate day) {
    return new Period(day.minusYears(1).plusDays(1), day);
  }

  /** The figure to count, or why there is none. */
  public SourceFigure find(Tenant tenant, SupplierProduct product, Moment moment) {
    return known(tenant, product, moment).figure();
  }

  /** The figure to count, or why there is none and since when. */
  public Known known(Tenant tenant, SupplierProduct product, Moment moment) {
    IssuerWord word = words.of(tenant, product.partner(), product.product());
    List<Span> suspended = suspensions.of(product.partner());
    Optional<Span> suspendedThen =
        suspended.stream().filter(span -> span.holdsAt(moment.knownAt())).findFirst();
    Optional<Span> withheldThen = word.totalWithheldAt(moment.knownAt());
    List<CollectedDeclaration> handedIn = handedIn(tenant, product, moment);
    SourceFigure figure =
        new ToldFigures(
                suspendedThen.isPresent(),
                withheldThen.isPresent(),
                false,
                told(handedIn, word, moment))
            .forPeriod(yearTo(moment.day()));
    return figure.fold(
        given ->
            new Known(given, incompleteSince(given, handedIn, word), keptBackNow(suspended, word)),
        missing ->
            new Known(
                missing,
                missingSince(suspendedThen, withheldThen, handedIn, moment),
                Optional.empty()));
  }

  /**
   * Since when a figure that counts is not complete: the day on which its issuer has said so
   * beside, or who has handed it on, or on which it came where it says so itself; of several the
   * first.
   */
  private static Optional<LocalDate> incompleteSince(
      SourceFigure.Given given, List<CollectedDeclaration> handedIn, IssuerWord word) {
    if (given.complete()) {
      return Optional.empty();
    }
    Optional<CollectedDeclaration> counted =
        handedIn.stream().filter(each -> each.reference().equals(given.reference())).findFirst();
    return Stream.of(
            word.progress().filter(said -> !said.complete()).map(IssuerWord.Progress::changedOn),
            counted.flatMap(CollectedDeclaration::incompleteSince),
            counted
                .filter(each -> each.total().filter(total -> !total.complete()).isPresent())
                .map(each -> day(each.receivedAt())))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  private static Optional<LineState> keptBackNow(List<Span> suspended, IssuerWord word) {
    return suspended.stream()
        .filter(Span::lasts)
        .findFirst()
        .map(span -> LineState.SENDER_SUSPENDED)
        .or(() -> Optional.of(LineState.WITHHELD).filter(state -> word.isTotalWithheld()));
  }

  /**
   * Since when a product gives no figure, as far as that is known: the day on which its issuer was
   * suspended or withheld its total, on which its last word was withdrawn, the day after its last
   * day of use or after the months for which it may be used; of several the first.
   */
  private static Optional<LocalDate> missingSince(
      Optional<Span> suspended,
      Optional<Span> withheld,
      List<CollectedDeclaration> handedIn,
      Moment moment) {
    return Stream.of(
            suspended.flatMap(Span::from).map(CollectedFigures::day),
            // What was never handed in is not missing because its total is withheld.
            withheld
                .filter(span -> !handedIn.isEmpty())
                .flatMap(Span::from)
                .map(CollectedFigures::day),
            lastWordFell(handedIn, moment))
        .flatMap(Optional::stream)
        .filter(day -> !day.isAfter(moment.day()))
        .min(Comparator.naturalOrder());
  }

  private static Optional<LocalDate> lastWordFell(
      List<CollectedDeclaration> handedIn, Moment moment) {
    return handedIn.stream()
        .filter(each -> standing(each, handedIn, moment) != ToldFigures.Standing.SUPERSEDED)
        .findFirst()
        .flatMap(
            last ->
                last.recall()
                    .map(Recall::at)
                    .or(() -> last.fall().map(Fall::since))
                    .filter(at -> !at.isAfter(moment.knownAt()))
                    .map(CollectedFigures::day)
                    .or(() -> ended(last, moment)));
  }

  private static Optional<LocalDate> ended(CollectedDeclaration declaration, Moment moment) {
    LocalDate unusable = declaration.period().validUntil().plusDays(1);
    LocalDate tooOld = declaration.period().period().to().plusMonths(OLDEST_MONTHS).plusDays(1);
    LocalDate first = unusable.isBefore(tooOld) ? unusable : tooOld;
    return first.isAfter(moment.day()) ? Optional.empty() : Optional.of(first);
  }

  private List<CollectedDeclaration> handedIn(
      Tenant tenant, SupplierProduct product, Moment moment) {
    return declarations.of(tenant, product.product()).stream()
        .filter(each -> each.issuer().equals(product.partner()))
        .filter(each -> !each.receivedAt().isAfter(moment.knownAt()))
        .toList();
  }

  private static List<ToldFigures.Told> told(
      List<CollectedDeclaration> known, IssuerWord word, Moment moment) {
    return known.stream()
        .map(
            each ->
                new ToldFigures.Told(
                    each.period().period(),
                    each.period().validUntil(),
                    standing(each, known, moment),
                    figure(each, word)))
        .toList();
  }

  /** A correction counts from the moment it is known; until then what it corrects stands. */
  private static ToldFigures.Standing standing(
      CollectedDeclaration declaration, List<CollectedDeclaration> known, Moment moment) {
    if (declaration.recall().filter(it -> !it.at().isAfter(moment.knownAt())).isPresent()) {
      return ToldFigures.Standing.RECALLED;
    }
    boolean isCorrected =
        declaration
            .supersededBy()
            .filter(id -> known.stream().anyMatch(each -> each.id().equals(id)))
            .isPresent();
    if (isCorrected) {
      return ToldFigures.Standing.SUPERSEDED;
    }
    return declaration
        .fall()
        .filter(fall -> !fall.since().isAfter(moment.knownAt()))
        .map(
            fall ->
                fall.kind() == Fallen.Kind.RECALLED
                    ? ToldFigures.Standing.RECALLED
                    : ToldFigures.Standing.KEPT_BACK)
        .orElse(ToldFigures.Standing.ACTIVE);
  }

  private static Optional<SourceFigure.Given> figure(
      CollectedDeclaration declaration, IssuerWord word) {
    Optional<Emissions> emissions = emissions(declaration);
    if (declaration.total().isEmpty() || declaration.method().isEmpty() || emissions.isEmpty()) {
      return Optional.empty();
    }
    TotalClaim total = declaration.total().get();
    SourceFigure.Given given =
        new SourceFigure.Given(
            declaration.product().unit(),
            declaration.product().massPerUnit().orElse(null),
            emissions.get(),
            total.complete() && !word.isIncomplete() && declaration.incompleteSince().isEmpty(),
            total.estimatedShare(),
            declaration.quality().flatMap(QualityClaim::rating).orElse(null),
            declaration.quality().flatMap(QualityClaim::primaryDataShare).orElse(null),
            declaration.method().get().basis(),
            declaration.period().period(),
            declaration.period().validUntil(),
            declaration.reference());
    return Optional.of(declaration.restsOn().map(given::restingOn).orElse(given));
  }

  /** The split where we were shown it, else the totals, which go to UNSPLIT and say so. */
  private static Optional<Emissions> emissions(CollectedDeclaration declaration) {
    return declaration
        .stages()
        .map(StagesClaim::cells)
        .or(
            () ->
                declaration
                    .opening()
                    .map(
                        opening ->
                            Emissions.ofTotals(
                                new CommittedTotals(
                                    opening.grossMicrograms(),
                                    opening.removalsMicrograms(),
                                    opening.uptakeMicrograms()))));
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
