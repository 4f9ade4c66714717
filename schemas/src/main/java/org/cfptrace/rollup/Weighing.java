package org.cfptrace.rollup;

import java.math.RoundingMode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cfptrace.footprint.Cell;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.KgCo2e;

/** Adds products of factor and figure exactly and rounds their sum once. */
final class Weighing {

  /** Decimals of a kilogram that are kept between tiers inside a company. */
  static final int SCALE = 18;

  private final SortedMap<Cell, Fraction> cells = new TreeMap<>();

  private Weighing() {}

  /** The sum over these parts, each cell rounded once, half to even. */
  static Emissions sum(List<LinePart> parts) {
    Weighing weighing = new Weighing();
    for (LinePart part : parts) {
      if (part.counted() != null) {
        weighing.add(part.counted().emissions(), part.factor());
      }
    }
    return weighing.rounded();
  }

  static Emissions product(Emissions emissions, Fraction factor) {
    Weighing weighing = new Weighing();
    weighing.add(emissions, factor);
    return weighing.rounded();
  }

  private void add(Emissions emissions, Fraction factor) {
    emissions
        .cells()
        .forEach((cell, amount) -> cells.merge(cell, factor.times(amount.value()), Fraction::plus));
  }

  private Emissions rounded() {
    SortedMap<Cell, KgCo2e> amounts = new TreeMap<>();
    cells.forEach(
        (cell, exact) ->
            amounts.put(cell, new KgCo2e(exact.rounded(SCALE, RoundingMode.HALF_EVEN))));
    return Emissions.of(amounts);
  }
}
