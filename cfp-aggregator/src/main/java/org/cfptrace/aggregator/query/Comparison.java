package org.cfptrace.aggregator.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/**
 * Why a product's footprint is another at one moment than at another. The effects of all reasons
 * and the rounding add up to the difference.
 */
public record Comparison(Tree before, Tree after, List<Difference> differences, KgCo2e rounding) {
  public Comparison {
    differences = List.copyOf(differences);
  }

  /** Why one source brings something else. */
  public enum Reason {
    ADDED,
    REMOVED,
    /** A figure is there that was not. */
    FOUND,
    /** A figure that was there is not any more. */
    LOST,
    /** Its figure is complete now. */
    COMPLETED,
    /** Its figure is there, and not complete any more. */
    NOT_COMPLETE,
    /** As much of it as before, and another figure. */
    FIGURE_CHANGED,
    /** Another amount of it. */
    AMOUNT_CHANGED
  }

  /** One source: what it brought, what it brings. */
  public record Difference(
      Reason reason, Optional<Contribution> before, Optional<Contribution> after) {
    /** What the difference does to the total, kg CO2e including biogenic uptake. */
    public KgCo2e effect() {
      return brings(after).minus(brings(before));
    }

    /** The source as it is, or as it was. */
    public Contribution source() {
      return after.or(() -> before).orElseThrow();
    }

    private Place place() {
      return new Place(effect().abs().value(), source().key().text());
    }

    private static KgCo2e brings(Optional<Contribution> contribution) {
      return contribution.map(each -> each.emissions().inclBiogenicUptake()).orElse(KgCo2e.ZERO);
    }
  }

  /**
   * Where a difference stands in the list: the largest effect first, equal ones by where their
   * source stands.
   */
  private record Place(BigDecimal effect, String source) implements Comparable<Place> {
    // No longer than an effect can be, so that a made-up one costs nothing.
    private static final Pattern FORM = Pattern.compile("([0-9]{1,40}(?:\\.[0-9]{1,40})?) (.*)");

    static Place read(String cursor) {
      Matcher matcher = FORM.matcher(cursor);
      if (!matcher.matches()) {
        throw new Refused(ProblemCode.INVALID_PARAMETER, "\"after\" is not a cursor of this list");
      }
      return new Place(new BigDecimal(matcher.group(1)), matcher.group(2));
    }

    String text() {
      return effect.toPlainString() + " " + source;
    }

    @Override
    public int compareTo(Place other) {
      int largerFirst = other.effect.compareTo(effect);
      return largerFirst == 0 ? source.compareTo(other.source) : largerFirst;
    }
  }

  /** Compares a product with itself at another moment; the largest effect first. */
  static Comparison of(Tree before, Tree after) {
    Explosion was = Explosion.of(before);
    Explosion is = Explosion.of(after);
    Map<Contribution.Key, Contribution> old = was.byPlace();
    Map<Contribution.Key, Contribution> now = is.byPlace();
    Set<Contribution.Key> keys = new LinkedHashSet<>(old.keySet());
    keys.addAll(now.keySet());
    List<Difference> differences = new ArrayList<>();
    for (Contribution.Key key : keys) {
      difference(Optional.ofNullable(old.get(key)), Optional.ofNullable(now.get(key)))
          .ifPresent(differences::add);
    }
    differences.sort(Comparator.comparing(Difference::place));
    return new Comparison(before, after, differences, is.rounding().minus(was.rounding()));
  }

  /** A page of the differences. */
  public Page<Difference> differences(PageRequest page) {
    Optional<Place> after = page.after().map(Place::read);
    return Page.of(
        differences.stream()
            .filter(each -> after.filter(seen -> each.place().compareTo(seen) <= 0).isEmpty())
            .limit(page.rowsToFetch())
            .toList(),
        page,
        each -> each.place().text());
  }

  /** The later total less the earlier one, kg CO2e including biogenic uptake. */
  public KgCo2e difference() {
    return after
        .footprint()
        .total()
        .inclBiogenicUptake()
        .minus(before.footprint().total().inclBiogenicUptake());
  }

  private static Optional<Difference> difference(
      Optional<Contribution> before, Optional<Contribution> after) {
    Reason reason;
    if (before.isEmpty()) {
      reason = Reason.ADDED;
    } else if (after.isEmpty()) {
      reason = Reason.REMOVED;
    } else if (before.get().isMissing() != after.get().isMissing()) {
      reason = after.get().isMissing() ? Reason.LOST : Reason.FOUND;
    } else if (before.get().complete() != after.get().complete()) {
      reason = after.get().complete() ? Reason.COMPLETED : Reason.NOT_COMPLETE;
    } else if (before.get().emissions().equals(after.get().emissions())) {
      return Optional.empty();
    } else {
      reason =
          sameAmount(before.get(), after.get()) ? Reason.FIGURE_CHANGED : Reason.AMOUNT_CHANGED;
    }
    return Optional.of(new Difference(reason, before, after));
  }

  private static boolean sameAmount(Contribution before, Contribution after) {
    return before.amount().compareTo(after.amount()) == 0
        && before
            .line()
            .map(it -> it.line().netAmount())
            .equals(after.line().map(it -> it.line().netAmount()))
        && before
            .line()
            .map(it -> it.line().yield())
            .equals(after.line().map(it -> it.line().yield()));
  }
}
