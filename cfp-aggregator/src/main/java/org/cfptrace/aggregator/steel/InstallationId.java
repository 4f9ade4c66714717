package org.cfptrace.aggregator.steel;

/** An installation, named by its operator: letters, digits, dot, dash, underscore. */
public record InstallationId(String value) {
  public InstallationId {
    value = LocalName.checked(value, "an installation");
  }

  @Override
  public String toString() {
    return value;
  }
}
