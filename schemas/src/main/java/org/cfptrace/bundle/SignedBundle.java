package org.cfptrace.bundle;

import static java.util.Objects.requireNonNull;

/** Evidence, and the auditor's signed report on it: the content of one file. */
public record SignedBundle(Bundle evidence, String report) {
  public SignedBundle {
    requireNonNull(evidence, "evidence");
    requireNonNull(report, "report");
  }

  /** Shows nothing. */
  @Override
  public String toString() {
    return "SignedBundle";
  }
}
