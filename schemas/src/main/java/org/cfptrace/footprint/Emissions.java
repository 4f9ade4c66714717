package org.cfptrace.footprint;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Amounts of CO2-equivalent by stage and account. Immutable; a cell that is zero is left out, so
 * equal amounts are equal objects. Each account keeps its sign (see {@link EmissionAccount}).
 */
public final class Emissions {

  /** No emissions, known to be none. */
  public static final Emissions NONE = new Emissions(new TreeMap<>());

  private final SortedMap<Cell, KgCo2e> cells;

  private Emissions(SortedMap<Cell, KgCo2e> cells) {
    this.cells = Collections.unmodifiableSortedMap(cells);
  }

  public static Emissions of(Map<Cell, KgCo2e> amounts) {
    SortedMap<Cell, KgCo2e> cells = new TreeMap<>();
    amounts.forEach(
        (cell, amount) -> {
          requireNonNull(amount, "amount");
          if (!cell.account().allows(amount)) {
            throw new IllegalArgumentException(
                cell
                    + " may not be "
                    + (amount.signum() < 0 ? "negative" : "positive")
                    + ", is "
                    + amount);
          }
          if (!amount.isZero()) {
            cells.put(cell, amount);
          }
        });
    return new Emissions(cells);
  }

  public static Emissions of(Stage stage, EmissionAccount account, KgCo2e amount) {
    return of(Map.of(new Cell(stage, account), amount));
  }

  /** What is known when only totals were disclosed: uptake apart, the rest not split. */
  public static Emissions ofTotals(CommittedTotals totals) {
    return of(
        Map.of(
            new Cell(Stage.UNSPLIT, EmissionAccount.UNSPLIT_EMISSIONS), totals.gross(),
            new Cell(Stage.UNSPLIT, EmissionAccount.UNSPLIT_REMOVALS), totals.removals().negated(),
            new Cell(Stage.UNSPLIT, EmissionAccount.BIOGENIC_UPTAKE), totals.uptake().negated()));
  }

  public Emissions plus(Emissions other) {
    SortedMap<Cell, KgCo2e> sum = new TreeMap<>(cells);
    other.cells.forEach((cell, amount) -> sum.merge(cell, amount, KgCo2e::plus));
    return of(sum);
  }

  /** These emissions and one more amount. */
  public Emissions and(Stage stage, EmissionAccount account, KgCo2e amount) {
    return plus(of(stage, account, amount));
  }

  /** Every amount multiplied exactly. */
  public Emissions times(BigDecimal factor) {
    SortedMap<Cell, KgCo2e> product = new TreeMap<>();
    cells.forEach((cell, amount) -> product.put(cell, amount.times(factor)));
    return of(product);
  }

  /** The same amounts, booked in other stages. */
  public Emissions inStages(UnaryOperator<Stage> stageFor) {
    SortedMap<Cell, KgCo2e> moved = new TreeMap<>();
    cells.forEach(
        (cell, amount) ->
            moved.merge(
                new Cell(stageFor.apply(cell.stage()), cell.account()), amount, KgCo2e::plus));
    return of(moved);
  }

  /** The amounts that are not zero, in the order of stages and accounts. */
  public SortedMap<Cell, KgCo2e> cells() {
    return cells;
  }

  public KgCo2e at(Stage stage, EmissionAccount account) {
    return cells.getOrDefault(new Cell(stage, account), KgCo2e.ZERO);
  }

  /** The stages in which something is booked. */
  public Set<Stage> stages() {
    EnumSet<Stage> stages = EnumSet.noneOf(Stage.class);
    cells.keySet().forEach(cell -> stages.add(cell.stage()));
    return Collections.unmodifiableSet(stages);
  }

  /** Only what is booked in this stage. */
  public Emissions inStage(Stage stage) {
    SortedMap<Cell, KgCo2e> kept = new TreeMap<>();
    cells.forEach(
        (cell, amount) -> {
          if (cell.stage() == stage) {
            kept.put(cell, amount);
          }
        });
    return new Emissions(kept);
  }

  /** The sum of one account over all stages. */
  public KgCo2e in(EmissionAccount account) {
    return sum(cell -> cell.account() == account);
  }

  /** A+C+D+E+F+G+H: emissions less removals less biogenic uptake. */
  public KgCo2e inclBiogenicUptake() {
    return sum(cell -> true);
  }

  /** The same without biogenic uptake (D). */
  public KgCo2e exclBiogenicUptake() {
    return sum(cell -> !cell.account().isUptake());
  }

  /** All emissions before anything is taken off; not negative. */
  public KgCo2e gross() {
    return sum(cell -> cell.account().isEmission());
  }

  /** What removals and credits take off, as a number that is not negative. */
  public KgCo2e removals() {
    return sum(cell -> cell.account().isRemoval()).negated();
  }

  /** Biogenic uptake as a number that is not negative. */
  public KgCo2e uptake() {
    return sum(cell -> cell.account().isUptake()).negated();
  }

  /** Whether part of these emissions came without its split by stage or by account. */
  public boolean hasUnsplit() {
    return cells.keySet().stream()
        .anyMatch(
            cell ->
                cell.stage() == Stage.UNSPLIT
                    || cell.account() == EmissionAccount.UNSPLIT_EMISSIONS
                    || cell.account() == EmissionAccount.UNSPLIT_REMOVALS);
  }

  private KgCo2e sum(Predicate<Cell> wanted) {
    KgCo2e sum = KgCo2e.ZERO;
    for (Map.Entry<Cell, KgCo2e> entry : cells.entrySet()) {
      if (wanted.test(entry.getKey())) {
        sum = sum.plus(entry.getValue());
      }
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Emissions emissions && cells.equals(emissions.cells);
  }

  @Override
  public int hashCode() {
    return cells.hashCode();
  }

  @Override
  public String toString() {
    return cells.toString();
  }
}
