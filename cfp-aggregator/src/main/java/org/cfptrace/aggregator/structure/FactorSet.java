package org.cfptrace.aggregator.structure;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.GwpSet;

/**
 * A version of a set of emission factors: never changed, so that a figure can be worked out again.
 *
 * @param source who published it, and where
 * @param year the year its data speaks of
 * @param region the region it speaks of, such as {@code JP} or {@code GLO}
 * @param gwp the warming potentials it was made with; empty where its source does not say
 */
public record FactorSet(
    String id,
    String version,
    String source,
    int year,
    String region,
    Optional<GwpSet> gwp,
    List<EmissionFactor> factors) {
  public FactorSet {
    requireNonNull(id, "id");
    requireNonNull(version, "version");
    requireNonNull(source, "source");
    requireNonNull(region, "region");
    requireNonNull(gwp, "gwp");
    factors = List.copyOf(factors);
  }

  /** One of its factors. */
  public Optional<EmissionFactor> factor(String code) {
    return factors.stream().filter(factor -> factor.code().equals(code)).findFirst();
  }

  /** Where a figure made with one of its factors comes from, for a person to read. */
  public String citation(String code) {
    return id
        + " "
        + version
        + ", "
        + code
        + " ("
        + source
        + ", "
        + year
        + ", "
        + region
        + ", "
        + gwp.map(GwpSet::name).orElse("warming potentials not stated")
        + ")";
  }
}
