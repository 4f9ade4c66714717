package org.cfptrace.aggregator.disclose.battery;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Holds what a file says against what it should say, and gathers the differences. */
final class Comparison {
  private final String file;
  private final List<String> faults = new ArrayList<>();

  Comparison(String file) {
    this.file = file;
  }

  void text(String what, String expected, JsonNode seen) {
    text(what, expected, seen.isTextual() ? seen.textValue() : seen.toString());
  }

  void text(String what, String expected, String seen) {
    if (!expected.equals(seen)) {
      faults.add(file + ": " + what + " is \"" + seen + "\", expected \"" + expected + "\"");
    }
  }

  void number(String what, BigDecimal expected, JsonNode seen) {
    if (!seen.isNumber() || seen.decimalValue().compareTo(expected) != 0) {
      faults.add(file + ": " + what + " is " + seen + ", expected " + Printed.plain(expected));
    }
  }

  List<String> faults() {
    return List.copyOf(faults);
  }
}
