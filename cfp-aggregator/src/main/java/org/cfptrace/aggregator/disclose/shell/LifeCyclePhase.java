package org.cfptrace.aggregator.disclose.shell;

import java.util.Arrays;
import java.util.Optional;

/** The value list of life-cycle phases (EN 15804); those that our stages map to. */
enum LifeCyclePhase {
  A1("A1 - raw material supply (and upstream production)", "ABU208#003"),
  A1_A3("A1-A3", "ABZ789#003"),
  A3("A3 - production", "ABU210#003"),
  A4("A4 - transport to final destination", "ABU211#003"),
  C3("C3 - recycling, waste treatment", "ABV503#003");

  private final String text;
  private final String code;

  LifeCyclePhase(String text, String code) {
    this.text = text;
    this.code = code;
  }

  static Optional<String> valueId(String text) {
    return Arrays.stream(values())
        .filter(phase -> phase.text.equals(text))
        .findFirst()
        .map(LifeCyclePhase::valueId);
  }

  String text() {
    return text;
  }

  String valueId() {
    return Semantics.VALUE + code;
  }
}
