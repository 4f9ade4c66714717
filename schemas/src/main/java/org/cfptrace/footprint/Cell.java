package org.cfptrace.footprint;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/** Where an amount is booked: one stage, one account. Ordered as stages and accounts are. */
public record Cell(Stage stage, EmissionAccount account) implements Comparable<Cell> {

  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::stage).thenComparing(Cell::account);

  public Cell {
    requireNonNull(stage, "stage");
    requireNonNull(account, "account");
    if (!stage.takes(account)) {
      throw new IllegalArgumentException(
          "nothing is booked in account " + account.jsonName() + " of stage " + stage.jsonName());
    }
  }

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return stage.jsonName() + "/" + account.jsonName();
  }
}
