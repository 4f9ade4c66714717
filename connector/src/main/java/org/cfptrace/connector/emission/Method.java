package org.cfptrace.connector.emission;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.Share;

/**
 * How a footprint was worked out.
 *
 * @param standards such as {@code ISO 14067}
 * @param basis warming potentials and boundary: what two footprints must share to be added
 * @param allocation how joint emissions were divided, in words
 * @param exempted the part of the footprint left out under a cut-off rule
 * @param electricity how electricity was counted, in words
 */
public record Method(
    List<String> standards,
    CalculationBasis basis,
    Optional<String> allocation,
    Optional<Share> exempted,
    Optional<String> electricity) {
  /** Copies the standards. */
  public Method {
    standards = List.copyOf(standards);
    requireNonNull(basis, "basis");
    requireNonNull(allocation, "allocation");
    requireNonNull(exempted, "exempted");
    requireNonNull(electricity, "electricity");
  }
}
