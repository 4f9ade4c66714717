package org.cfptrace.footprint;

import static java.util.Objects.requireNonNull;

import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Emissions as a declaration states them: totals in whole micrograms and cells fitted to them. Each
 * cell is rounded towards zero and what is then left goes to the largest cell of its kind, so that
 * emissions add up to E, removals to R and uptake to B exactly.
 */
public record DeclaredEmissions(Emissions cells, CommittedTotals totals) {

  private static final int MICROGRAM_SCALE = 9;

  public DeclaredEmissions {
    requireNonNull(cells, "cells");
    requireNonNull(totals, "totals");
    if (!cells.gross().equals(totals.gross())
        || !cells.removals().equals(totals.removals())
        || !cells.uptake().equals(totals.uptake())) {
      throw new IllegalArgumentException("cells " + cells + " do not add up to " + totals);
    }
  }

  public static DeclaredEmissions of(Emissions exact) {
    CommittedTotals totals = CommittedTotals.of(exact);
    SortedMap<Cell, KgCo2e> fitted = new TreeMap<>();
    fit(exact, EmissionAccount::isEmission, totals.gross(), fitted);
    fit(exact, EmissionAccount::isRemoval, totals.removals().negated(), fitted);
    fit(exact, EmissionAccount::isUptake, totals.uptake().negated(), fitted);
    return new DeclaredEmissions(Emissions.of(fitted), totals);
  }

  private static void fit(
      Emissions exact, Predicate<EmissionAccount> kind, KgCo2e total, Map<Cell, KgCo2e> fitted) {
    List<Map.Entry<Cell, KgCo2e>> group =
        exact.cells().entrySet().stream().filter(e -> kind.test(e.getKey().account())).toList();
    if (group.isEmpty()) {
      return;
    }
    KgCo2e rest = total;
    Map.Entry<Cell, KgCo2e> largest = group.get(0);
    for (Map.Entry<Cell, KgCo2e> entry : group) {
      KgCo2e down =
          new KgCo2e(entry.getValue().value().setScale(MICROGRAM_SCALE, RoundingMode.DOWN));
      fitted.put(entry.getKey(), down);
      rest = rest.minus(down);
      // The first of equals, in the order of stages and accounts, so that everyone picks the same.
      if (entry.getValue().abs().compareTo(largest.getValue().abs()) > 0) {
        largest = entry;
      }
    }
    fitted.merge(largest.getKey(), rest, KgCo2e::plus);
  }
}
