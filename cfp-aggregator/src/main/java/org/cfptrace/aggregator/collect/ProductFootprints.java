package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/**
 * The footprint of a product as its maker declared it. Nothing is computed: the figure is the
 * newest one that holds on the day asked for; where there is none, or its total is withheld or
 * recalled, that is said, and never a zero. The day chooses among periods and last days of use;
 * what the maker has taken back is taken back for every day.
 */
public final class ProductFootprints {
  /**
   * A figure whose own period ended longer ago than this is not the product's footprint any more.
   */
  private static final int LONGEST_MONTHS = 36;

  private final Declarations declarations;
  private final IssuerWords words;

  public ProductFootprints(Declarations declarations, IssuerWords words) {
    this.declarations = requireNonNull(declarations, "declarations");
    this.words = requireNonNull(words, "words");
  }

  /** Whether there is a figure, and why not. */
  public enum FigureState {
    /** There is one. */
    OK,
    /**
     * There is a declaration, and its issuer does not show us the total, or shows it no longer; or
     * who has handed it on follows it no more, or may not show us its correction.
     */
    WITHHELD,
    /** There is a declaration, and its issuer has withdrawn it. */
    RECALLED,
    /** The last day of use of all we have is over. */
    EXPIRED,
    /** All we have speaks of a period that is too long ago. */
    STALE,
    /** All we have begins after the day asked for. */
    NOT_YET
  }

  /**
   * What we have of a product.
   *
   * @param declaration the one that speaks for that day; where none does, the last known one
   * @param word what its maker has said of it beside
   */
  public record Figure(FigureState state, CollectedDeclaration declaration, IssuerWord word) {
    public Figure {
      requireNonNull(state, "state");
      requireNonNull(declaration, "declaration");
      requireNonNull(word, "word");
    }

    /** The total as it was shown; incomplete also where the maker has said so later. */
    public Optional<TotalClaim> total() {
      return declaration
          .total()
          .map(
              total ->
                  new TotalClaim(
                      total.exclBiogenicUptake(),
                      total.inclBiogenicUptake(),
                      total.complete()
                          && !word.isIncomplete()
                          && declaration.incompleteSince().isEmpty(),
                      total.estimatedShare()));
    }
  }

  /**
   * The figure of a product on a day, of those handed in by a company.
   *
   * @param issuer whose product; may be left out while only one company has declared under this id
   */
  public Figure on(Tenant tenant, LocalDate day, TraceId product, Optional<ParticipantId> issuer) {
    List<CollectedDeclaration> lastWords = lastWords(ofOne(tenant, product, issuer));
    CollectedDeclaration declaration =
        first(lastWords, each -> whyNotOn(day, each).isEmpty())
            .or(() -> first(lastWords, each -> !each.isRecalled()))
            .orElseGet(() -> lastWords.get(0));
    IssuerWord word = words.of(tenant, declaration.issuer(), product);
    return new Figure(state(declaration, word, day), declaration, word);
  }

  private List<CollectedDeclaration> ofOne(
      Tenant tenant, TraceId product, Optional<ParticipantId> issuer) {
    List<CollectedDeclaration> all =
        declarations.of(tenant, product).stream()
            .filter(each -> issuer.filter(who -> !who.equals(each.issuer())).isEmpty())
            .filter(each -> !each.isSuperseded())
            .toList();
    if (all.isEmpty()) {
      throw Refused.notFound("product", product);
    }
    if (all.stream().map(CollectedDeclaration::issuer).distinct().count() > 1) {
      throw new Refused(
          ProblemCode.AMBIGUOUS_PRODUCT,
          "more than one company has declared under " + product + ": say which in \"issuer\"");
    }
    return all;
  }

  /**
   * Of several declarations for one period the latest counts, also where it holds no number: an
   * older figure must not stand in for one that was withdrawn. They come latest first.
   */
  private static List<CollectedDeclaration> lastWords(List<CollectedDeclaration> declarations) {
    Set<Period> seen = new HashSet<>();
    return declarations.stream().filter(each -> seen.add(each.period().period())).toList();
  }

  private static Optional<CollectedDeclaration> first(
      List<CollectedDeclaration> declarations, Predicate<CollectedDeclaration> such) {
    return declarations.stream().filter(such).findFirst();
  }

  private static FigureState state(
      CollectedDeclaration declaration, IssuerWord word, LocalDate day) {
    if (declaration.isRecalled()) {
      return FigureState.RECALLED;
    }
    boolean isWithheld =
        declaration.total().isEmpty() || word.isTotalWithheld() || declaration.isKeptBack();
    return whyNotOn(day, declaration).orElse(isWithheld ? FigureState.WITHHELD : FigureState.OK);
  }

  /** Why it does not speak for that day; empty when it does. */
  private static Optional<FigureState> whyNotOn(LocalDate day, CollectedDeclaration declaration) {
    Period period = declaration.period().period();
    if (period.from().isAfter(day)) {
      return Optional.of(FigureState.NOT_YET);
    }
    if (declaration.period().validUntil().isBefore(day)) {
      return Optional.of(FigureState.EXPIRED);
    }
    return period.to().plusMonths(LONGEST_MONTHS).isBefore(day)
        ? Optional.of(FigureState.STALE)
        : Optional.empty();
  }
}
