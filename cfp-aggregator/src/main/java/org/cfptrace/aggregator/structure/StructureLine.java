package org.cfptrace.aggregator.structure;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.rollup.BillOfMaterialsLine;

/**
 * One line of a structure.
 *
 * @param option the line is there only where this option is chosen; without one it always is
 * @param factor the emission factor an estimate was taken from
 * @param role which part of a battery it is, where its maker's own figures are required
 */
public record StructureLine(
    BillOfMaterialsLine line,
    Optional<String> option,
    Optional<FactorReference> factor,
    Optional<ComponentRole> role) {
  public StructureLine {
    requireNonNull(line, "line");
    requireNonNull(option, "option");
    requireNonNull(factor, "factor");
    requireNonNull(role, "role");
  }
}
