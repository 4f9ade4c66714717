package org.cfptrace.connector.wiring.store;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cfptrace.footprint.Cell;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Stage;

/** Emissions in a JSON column. */
public record StoredEmissions(List<Amount> cells) {
  /** One cell: names of stage and account, and a decimal. */
  public record Amount(String stage, String account, String value) {}

  /** Copies the cells. */
  public StoredEmissions {
    cells = List.copyOf(cells);
  }

  /** Emissions as they are stored. */
  public static StoredEmissions of(Emissions emissions) {
    return new StoredEmissions(
        emissions.cells().entrySet().stream()
            .map(
                entry ->
                    new Amount(
                        entry.getKey().stage().jsonName(),
                        entry.getKey().account().jsonName(),
                        entry.getValue().text()))
            .toList());
  }

  /** The emissions again. */
  public Emissions emissions() {
    Map<Cell, KgCo2e> amounts = new HashMap<>();
    for (Amount cell : cells) {
      // Kept figures may have more decimals than a figure may come in with.
      amounts.put(
          new Cell(Stage.of(cell.stage()), EmissionAccount.of(cell.account())),
          new KgCo2e(new BigDecimal(cell.value())));
    }
    return Emissions.of(amounts);
  }
}
