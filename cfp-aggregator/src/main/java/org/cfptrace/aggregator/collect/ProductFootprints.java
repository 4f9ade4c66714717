package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/**
 * The footprint of a product as its maker declared it. Nothing is computed: the figure is the
 * newest one that holds on the day asked for; where there is none, or its total is withheld, that
 * is said, and never a zero.
 */
public final class ProductFootprints {
  /**
   * A figure whose own period ended longer ago than this is not the product's footprint any more.
   */
  private static final int LONGEST_MONTHS = 36;

  private final Declarations declarations;

  public ProductFootprints(Declarations declarations) {
    this.declarations = requireNonNull(declarations, "declarations");
  }

  /** Whether there is a figure, and why not. */
  public enum FigureState {
    /** There is one. */
    OK,
    /** There is a declaration, and its issuer does not show us the total. */
    WITHHELD,
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
   * @param declaration the one that holds on that day; where none does, the last known one
   */
  public record Figure(FigureState state, CollectedDeclaration declaration) {
    public Figure {
      requireNonNull(state, "state");
      requireNonNull(declaration, "declaration");
    }
  }

  /**
   * The figure of a product on a day.
   *
   * @param issuer whose product; may be left out while only one company has declared under this id
   */
  public Figure on(LocalDate day, TraceId product, Optional<ParticipantId> issuer) {
    List<CollectedDeclaration> all =
        declarations.of(product).stream()
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
    return all.stream()
        .map(each -> new Figure(state(each, day), each))
        .filter(figure -> holds(figure.state()))
        .findFirst()
        .orElseGet(() -> new Figure(state(all.get(0), day), all.get(0)));
  }

  private static boolean holds(FigureState state) {
    return state == FigureState.OK || state == FigureState.WITHHELD;
  }

  private static FigureState state(CollectedDeclaration declaration, LocalDate day) {
    LocalDate to = declaration.period().period().to();
    if (declaration.period().period().from().isAfter(day)) {
      return FigureState.NOT_YET;
    }
    if (declaration.period().validUntil().isBefore(day)) {
      return FigureState.EXPIRED;
    }
    if (to.plusMonths(LONGEST_MONTHS).isBefore(day)) {
      return FigureState.STALE;
    }
    return declaration.total().isPresent() ? FigureState.OK : FigureState.WITHHELD;
  }
}
