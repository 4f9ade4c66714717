package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

/**
 * Saleable goods of one CN code that a process has made; neither off-specification goods nor scrap.
 *
 * @param made all of it, what the installation used itself included; above zero
 * @param sold how much left the installation as this good
 */
public record Output(CnCode code, Tonnes made, Tonnes sold) {
  public Output {
    requireNonNull(code, "code");
    requireNonNull(sold, "sold");
    made.aboveZero("an output");
  }
}
