package org.cfptrace.aggregator.disclose.job;

import static java.util.Objects.requireNonNull;

/**
 * Which program makes an export: part of what it follows from, for another version may write other
 * bytes.
 *
 * @param name with its version, as it stands in the manifest
 */
public record Software(String name) {
  public Software {
    requireNonNull(name, "name");
    if (name.isBlank()) {
      throw new IllegalArgumentException("expected the name and version of this software");
    }
  }

  /** This program, in the version it was built as. */
  public static Software ofVersion(String version) {
    return new Software("CFP Trace " + version);
  }

  @Override
  public String toString() {
    return name;
  }
}
