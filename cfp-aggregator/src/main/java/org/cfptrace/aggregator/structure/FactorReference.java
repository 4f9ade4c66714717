package org.cfptrace.aggregator.structure;

import static java.util.Objects.requireNonNull;

/** One factor of one version of a set of emission factors. */
public record FactorReference(String set, String version, String code) {
  public FactorReference {
    requireNonNull(set, "set");
    requireNonNull(version, "version");
    requireNonNull(code, "code");
  }

  @Override
  public String toString() {
    return set + " " + version + " " + code;
  }
}
