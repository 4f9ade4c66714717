package org.cfptrace.aggregator.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.footprint.KgCo2e;

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

    private static KgCo2e brings(Optional<Contribution> contribution) {
      return contribution.map(each -> each.emissions().inclBiogenicUptake()).orElse(KgCo2e.ZERO);
    }
  }

  /** Compares a product with itself at another moment; the largest effect first. */
  static Comparison of(Tree before, Tree after) {
    Explosion was = Explosion.of(before);
    Explosion is = Explosion.of(after);
    Map<Contribution.Key, Contribution> old = byKey(was);
    Map<Contribution.Key, Contribution> now = byKey(is);
    Set<Contribution.Key> keys = new LinkedHashSet<>(old.keySet());
    keys.addAll(now.keySet());
    List<Difference> differences = new ArrayList<>();
    for (Contribution.Key key : keys) {
      difference(Optional.ofNullable(old.get(key)), Optional.ofNullable(now.get(key)))
          .ifPresent(differences::add);
    }
    differences.sort(Comparator.comparing((Difference each) -> each.effect().abs()).reversed());
    return new Comparison(before, after, differences, is.rounding().minus(was.rounding()));
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

  private static Map<Contribution.Key, Contribution> byKey(Explosion explosion) {
    Map<Contribution.Key, Contribution> byKey = new LinkedHashMap<>();
    explosion
        .contributions()
        .forEach(each -> byKey.merge(each.key(), each, Contribution::together));
    return byKey;
  }
}
