package org.cfptrace.aggregator.disclose.customer;

import java.util.Arrays;

/** Of which time a footprint speaks (Catena-X PCF Rulebook 5.2.1). */
public enum PcfType {
  RETROSPECTIVE("Retrospective PCF"),
  PROSPECTIVE_NEW("Prospective PCF without forerunner"),
  PROSPECTIVE_DEVELOPED("Prospective PCF of further developed product with forerunner"),
  PROSPECTIVE_LATER("Prospective PCF for current product for future production date"),
  PROGRESSIVE("Progressive PCF");

  private final String text;

  PcfType(String text) {
    this.text = text;
  }

  /** Reads the model's own spelling. */
  static PcfType of(String text) {
    return Arrays.stream(values())
        .filter(type -> type.text.equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected one of "
                        + Arrays.stream(values()).map(PcfType::text).toList()
                        + ", seen "
                        + text));
  }

  /** The model's spelling. */
  String text() {
    return text;
  }

  boolean speaksOfTheFuture() {
    return this == PROSPECTIVE_NEW || this == PROSPECTIVE_DEVELOPED || this == PROSPECTIVE_LATER;
  }
}
