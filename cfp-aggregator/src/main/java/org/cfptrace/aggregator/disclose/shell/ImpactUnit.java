package org.cfptrace.aggregator.disclose.shell;

import java.util.Arrays;
import java.util.Optional;
import org.cfptrace.footprint.DeclaredUnit;

/** The value list of units a footprint is stated per; those that our declared units map to. */
enum ImpactUnit {
  KILOGRAM("kg", "ABZ597#003", DeclaredUnit.KILOGRAM),
  LITER("l", "ABZ600#003", DeclaredUnit.LITER),
  CUBIC_METER("cbm", "ABZ601#003", DeclaredUnit.CUBIC_METER),
  SQUARE_METER("qm", "ABZ602#003", DeclaredUnit.SQUARE_METER),
  PIECE("piece", "ABZ603#003", DeclaredUnit.PIECE),
  KILOWATT_HOUR("kWh", "ACB997#001", DeclaredUnit.KILOWATT_HOUR);

  private final String text;
  private final String code;
  private final DeclaredUnit unit;

  ImpactUnit(String text, String code, DeclaredUnit unit) {
    this.text = text;
    this.code = code;
    this.unit = unit;
  }

  /** The unit of the list; empty for one that the list does not have, such as an hour. */
  static Optional<ImpactUnit> of(DeclaredUnit unit) {
    return Arrays.stream(values()).filter(each -> each.unit == unit).findFirst();
  }

  static Optional<String> valueId(String text) {
    return Arrays.stream(values())
        .filter(unit -> unit.text.equals(text))
        .findFirst()
        .map(ImpactUnit::valueId);
  }

  String text() {
    return text;
  }

  String valueId() {
    return Semantics.VALUE + code;
  }
}
